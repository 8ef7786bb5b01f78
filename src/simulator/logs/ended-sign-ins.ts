import { below, partsOfKey } from '../store/keys'
import type { Table } from '../store/store'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { retention } from './log'

/** Kinds of rows that partners keep for a while, by the second part of their keys. */
const passing = ['consent', 'code', 'used_code', 'token']

/**
 * Deletes sessions that nobody uses and sign-ins, codes and tokens that ended, seven days later: until then a second
 * use of one is noticed. Their keys are hashes and say nothing of time, so that every row is looked at.
 */
export function endedSignIns({ store, clock }: World, portionSize: number) {
  let round: Iterator<undefined> | undefined
  /** Sessions that were unused at the last look, too. */
  let unused = new Set<string>()

  /** Stops after each portion. */
  function* sweep<Row>(table: Table<Row>, prefix: string, isOld: (row: Row, key: string) => boolean) {
    let after: string | undefined
    for (;;) {
      const rows = table.list({ prefix, limit: portionSize, ...(after !== undefined && { after }) })
      for (const [key, row] of rows) if (isOld(row, key)) table.delete(key)
      if (rows.length < portionSize) return
      after = rows.at(-1)![0]
      yield
    }
  }

  function* look() {
    const oldest = clock.now() - retention
    const isOver = ({ expires_at: at }: { expires_at: number }) => at < oldest
    yield* sweepSessions(oldest)
    yield* sweep(store.table('oauth_flows'), '', isOver)
    yield* sweep(store.table('verification_codes'), '', isOver)
    yield* sweep(store.table('support_codes'), '', isOver)
    // What can be renewed is still good.
    yield* sweep(
      store.table('support_tokens'),
      '',
      ({ expires_at, refresh_hash }) =>
        expires_at !== null && refresh_hash === null && Date.parse(expires_at) < oldest,
    )
    yield* sweep(store.table('spent_refresh_tokens'), '', ({ spent_at }) => !(spent_at >= oldest))
    const partners = store.table('partners')
    for (const host of hostsIn(partners)) {
      for (const kind of passing) {
        yield* sweep(
          partners,
          below(host, kind),
          ({ expires_at: at }) => typeof at === 'number' && at < oldest,
        )
      }
    }
  }

  /** A clock that jumps makes every session old: one that is used before the next look stays. */
  function* sweepSessions(oldest: number) {
    const found = new Set<string>()
    yield* sweep(store.table('sessions'), '', ({ created_at, used_at }, key) => {
      if (Date.parse(used_at ?? created_at) >= oldest) return false
      found.add(key)
      return unused.has(key)
    })
    unused = found
  }

  return {
    /** @returns whether there is more to look at in this round */
    deletePortion(): boolean {
      round ??= look()
      if (!round.next().done) return true
      round = undefined
      return false
    },
  }
}

/** The hosts that keep something, without reading all that they keep. */
function* hostsIn(partners: Table<Tables['partners']>) {
  let after = ''
  for (;;) {
    const [found] = partners.list({ after, limit: 1 })
    if (!found) return
    const [host = ''] = partsOfKey(found[0])
    yield host
    // Behind everything below this host, and before any other.
    after = `${host} `
  }
}
