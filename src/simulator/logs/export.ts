import type { LogRow } from '../store/tables'

const columns = ['Date and time', 'Product', 'Status', 'Description', 'Run', 'Flow', 'Job spec'] as const

/**
 * Rows of the integration log as CSV (RFC 4180), with the columns of the log first (zis-flows 11).
 * Descriptions come from flows and other systems: a spreadsheet must not take one for a formula.
 */
export function logToCsv(rows: Iterable<LogRow>): string {
  const lines: string[] = [columns.join(',')]
  for (const { at, product, status, description, run_id, details } of rows) {
    const { flow, job_spec } = Object(details) as { flow?: unknown; job_spec?: unknown }
    lines.push([at, product, status, description, run_id, flow, job_spec].map(cell).join(','))
  }
  return lines.join('\r\n') + '\r\n'
}

function cell(value: unknown): string {
  const text = typeof value === 'string' ? value : ''
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
