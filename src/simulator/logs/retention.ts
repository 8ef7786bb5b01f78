import { padded } from '../store/keys'
import type { Table } from '../store/store'
import { endedSignIns } from './ended-sign-ins'
import { retention } from './log'
import type { World } from '../world'

/** How often old rows are looked for (ms of the clock). */
const interval = 60 * 60_000
/** Rows deleted in one turn: in between, requests are answered. */
const portionSize = 500

/**
 * Deletes what is older than the integration log keeps: rows of the log after seven days (zis-flows 1), and with
 * them the runs, histories, events, requests and invocations of webhooks that they lead to. What is not at its end stays.
 * Sign-ins, codes and tokens go seven days after they ended.
 *
 * @param fault where a fault of ours is told
 * @returns ends it
 */
export function keepSevenDays(world: World, fault: (problem: unknown) => void): () => void {
  const { store, clock } = world
  let isStopped = false
  let cancel = () => {}
  const signIns = endedSignIns(world, portionSize)

  function prune(): void {
    if (isStopped) return
    const oldest = clock.now() - retention
    const isOld = (at: string) => Date.parse(at) < oldest
    const counts = [
      deleteOldest(store.table('log'), ({ at }) => isOld(at)),
      deleteOldest(store.table('outbound'), ({ started_at }) => isOld(started_at)),
      deleteOldest(
        store.table('webhook_invocations'),
        ({ created_at }) => isOld(created_at),
        (_, { status }) => status === 'in progress',
      ),
      deleteOldest(
        store.table('runs'),
        ({ queued_at, ended_at }) => isOld(ended_at ?? queued_at),
        (key) => store.table('open_runs').has(key),
        (key) => store.table('histories').delete(key),
      ),
      deleteOldest(
        store.table('events'),
        ({ at }) => isOld(at),
        (key, { runs }) =>
          store.table('open_events').has(key) ||
          runs.some((id) => store.table('runs').has(padded(Number(id)))),
      ),
    ]
    const isMore = signIns.deletePortion()
    if (isMore || counts.some((count) => count === portionSize)) setTimeout(attempt, 0)
    else cancel = clock.after(interval, attempt)
  }

  function attempt(): void {
    try {
      prune()
    } catch (problem) {
      fault(problem)
      cancel = clock.after(interval, attempt)
    }
  }

  attempt()
  return () => {
    isStopped = true
    cancel()
  }
}

/**
 * Deletes from the beginning of a table, up to the first row that is young enough; rows that are kept are passed
 * over. Deletes a portion at most and answers how many rows it deleted.
 */
function deleteOldest<Row>(
  table: Table<Row>,
  isOld: (row: Row) => boolean,
  isKept: (key: string, row: Row) => boolean = () => false,
  alsoDelete: (key: string) => void = () => {},
): number {
  let deleted = 0
  let after: string | undefined
  for (;;) {
    const rows = table.list({ limit: portionSize, ...(after !== undefined && { after }) })
    for (const [key, row] of rows) {
      if (!isOld(row) || deleted === portionSize) return deleted
      if (isKept(key, row)) continue
      table.delete(key)
      alsoDelete(key)
      deleted += 1
    }
    if (rows.length < portionSize) return deleted
    after = rows.at(-1)![0]
  }
}
