import { csvLine } from '../../zis/csv'
import type { LogRow } from '../store/tables'

const columns = ['Date and time', 'Product', 'Status', 'Description', 'Run', 'Flow', 'Job spec'] as const

/** Rows of the integration log as CSV, with the columns of the log first (zis-flows 11). */
export function logToCsv(rows: Iterable<LogRow>): string {
  let text = csvLine(columns)
  for (const { at, product, status, description, run_id, details } of rows) {
    const { flow, job_spec } = Object(details) as { flow?: unknown; job_spec?: unknown }
    text += csvLine([at, product, status, description, run_id ?? '', textOr(flow), textOr(job_spec)])
  }
  return text
}

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '')
