import type { RunRow } from '../store/tables'

/** What a reader of the runs looks for; what is absent does not narrow it. */
export interface RunFilter {
  integration?: string
  /** The flow's name alone. */
  flow?: string
  status?: RunRow['status']
  ticket_id?: string
  /** Anywhere in what started the run, its result, or the names of flow, job spec and event, in any case. */
  text?: string
  /** RFC 3339, the first and the last moment. */
  since?: string
  until?: string
}

/** Says of a run whether it fits all of a filter. */
export function runFilter(filter: RunFilter): (run: RunRow) => boolean {
  const { integration, flow, status, ticket_id } = filter
  const oldest = filter.since === undefined ? -Infinity : Date.parse(filter.since)
  const newest = filter.until === undefined ? Infinity : Date.parse(filter.until)
  const isAnyTime = oldest === -Infinity && newest === Infinity
  const wanted = filter.text?.toLowerCase()
  return (run) => {
    if (integration !== undefined && run.integration !== integration) return false
    if (flow !== undefined && run.flow !== flow) return false
    if (status !== undefined && run.status !== status) return false
    if (ticket_id !== undefined && String(run.ticket_id) !== ticket_id) return false
    if (!isAnyTime) {
      const at = Date.parse(run.queued_at)
      if (at < oldest || at > newest) return false
    }
    return wanted === undefined || searchable(run).includes(wanted)
  }
}

const searchable = ({ origin, result, flow, job_spec, event_type, ticket_id }: RunRow): string =>
  `${origin}\n${result ?? ''}\n${flow}\n${job_spec}\n${event_type}\n#${ticket_id ?? ''}`.toLowerCase()
