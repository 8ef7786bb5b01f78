import { ZisProblem } from '../../../zis/wire/problems'
import type { OutboundRow } from '../../store/tables'

export interface OutboundFilter {
  integration?: string
  answered_by?: string
  host?: string
  method?: string
  path?: string
  status?: string
}

/**
 * Finds requests by all that is given.
 * @throws {ZisProblem} BadRequest for a status that none can have
 */
export function outboundFilter(filter: OutboundFilter): (row: OutboundRow) => boolean {
  const { integration, answered_by, host, method, path, status } = filter
  if (status !== undefined && !/^([1-5]\d\d|[1-5]xx|none)$/.test(status)) {
    throw new ZisProblem('BadRequest', { detail: 'status is a number such as 404, 4xx, or none' })
  }
  const isStatus = ({ response }: OutboundRow): boolean => {
    if (status === undefined) return true
    if (!response) return status === 'none'
    return status.endsWith('xx')
      ? String(response.status)[0] === status[0]
      : String(response.status) === status
  }
  return (row) => {
    const url = URL.canParse(row.request.url) ? new URL(row.request.url) : undefined
    return (
      (integration === undefined || row.integration === integration) &&
      (answered_by === undefined || row.answered_by === answered_by) &&
      (host === undefined || url?.host === host) &&
      (method === undefined || row.request.method === method.toUpperCase()) &&
      (path === undefined || (url?.pathname.startsWith(path) ?? false)) &&
      isStatus(row)
    )
  }
}
