import type { Attempt } from '../../zis/history'
import { padded } from '../store/keys'
import type { LogRow, RunRow } from '../store/tables'
import { fineStamp, type World } from '../world'

/** How long the integration log keeps a row (ms; zis-flows 1). */
const retention = 7 * 24 * 60 * 60_000

/** Writes the one row that a run leaves in the integration log (zis-flows 11). */
export function writeLogRow(world: World, run: RunRow, attempt: Attempt): void {
  const { store, changes } = world
  const number = store.nextNumber('log')
  const row: LogRow = {
    id: String(number),
    at: fineStamp(world),
    product: run.integration,
    status: attempt.outcome.status === 'succeeded' ? 'info' : 'error',
    description: attempt.outcome.result,
    run_id: run.id,
    details: {
      flow: `zis:${run.integration}:flow:${run.flow}`,
      job_spec: `zis:${run.integration}:job_spec:${run.job_spec}`,
      attempt: attempt.number,
      job_status: attempt.outcome.status.toUpperCase(),
      execution_states: attempt.steps.map((step) => ({
        name: step.state,
        type: step.type,
        status: step.error && !step.error.caught ? 'FAILED' : 'SUCCEEDED',
        started_at: step.started_at,
        duration_ms: step.duration_ms,
        ...(step.error && { error: step.error.cause }),
      })),
    },
  }
  store.table('log').put(padded(number), row)
  changes.tell('log', row.id)
}

/** Rows of the last seven days, newest first. */
export function readLog(
  world: World,
  { limit, after, integration }: { limit: number; after?: string; integration?: string },
): LogRow[] {
  const oldest = new Date(world.clock.now() - retention).toISOString()
  const place = after === undefined ? {} : { after: padded(Number(after)) }
  const rows: LogRow[] = []
  for (const [, row] of world.store.table('log').list({ reverse: true, ...place })) {
    if (row.at < oldest || rows.length === limit) break
    if (integration === undefined || row.product === integration) rows.push(row)
  }
  return rows
}
