import { csvLine } from '../../../zis/csv'
import { outcomeOf, type Change } from '../../queries/change'

const columns = ['time', 'person', 'change', 'name', 'outcome', 'left', 'problem'] as const

/** The changes as comma-separated values (RFC 4180), times in UTC, a header row first. */
export function toCsv(changes: Change[]): string {
  const rows = changes.map((change) => [
    change.at,
    change.who,
    change.what,
    change.scope,
    outcomeOf(change),
    (change.left ?? []).join(' '),
    change.problem ? `${change.problem.kind} ${change.problem.status}` : '',
  ])
  return [columns, ...rows].map(csvLine).join('')
}
