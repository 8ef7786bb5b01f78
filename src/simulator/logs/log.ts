import type { Attempt } from '../../zis/history'
import { padded } from '../store/keys'
import { newestFirst } from '../store/newest'
import type { LogRow, RunRow } from '../store/tables'
import { fineStamp, type World } from '../world'

/** How long the integration log keeps a row (ms; zis-flows 1). */
export const retention = 7 * 24 * 60 * 60_000

/** Writes the one row that a run leaves in the integration log (zis-flows 11). */
export function writeLogRow(world: World, run: RunRow, attempt: Attempt): void {
  put(world, {
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
  })
}

/** Warns of what ZIS takes although its documentation says otherwise; no run has to do with it. */
export function writeWarning(world: World, integration: string, description: string): void {
  put(world, { product: integration, status: 'warning', description, run_id: null, details: {} })
}

function put(world: World, row: Omit<LogRow, 'id' | 'at'>): void {
  const number = world.store.nextNumber('log')
  world.store.table('log').put(padded(number), { id: String(number), at: fineStamp(world), ...row })
  world.changes.tell('log', String(number))
}

/** What a reader of the log looks for; what is absent does not narrow it. */
export interface LogFilter {
  /** The integration, which the log calls product. */
  integration?: string
  status?: LogRow['status']
  /** Anywhere in the description or in the names of flow and job spec, in any case. */
  text?: string
  /** RFC 3339, the first and the last moment. */
  since?: string
  until?: string
}

/**
 * Rows of the last seven days, newest first.
 * @param after id of the row behind which to begin
 */
export function* readLog(
  { store, clock }: Pick<World, 'store' | 'clock'>,
  { integration, status, text, since, until }: LogFilter = {},
  after?: string,
): Generator<LogRow> {
  const oldest = Math.max(clock.now() - retention, since === undefined ? 0 : Date.parse(since))
  const newest = until === undefined ? Infinity : Date.parse(until)
  const wanted = text?.toLowerCase()
  for (const row of newestFirst(store.table('log'), after)) {
    const at = Date.parse(row.at)
    // A clock that was moved back leaves newer times on older rows, so the rest is not skipped at once.
    if (at < oldest || at > newest) continue
    if (integration !== undefined && row.product !== integration) continue
    if (status !== undefined && row.status !== status) continue
    if (wanted === undefined || searchable(row).includes(wanted)) yield row
  }
}

function searchable({ description, details }: LogRow): string {
  const { flow, job_spec } = Object(details) as { flow?: string; job_spec?: string }
  return `${description}\n${flow ?? ''}\n${job_spec ?? ''}`.toLowerCase()
}
