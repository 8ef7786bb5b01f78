import { ticketPriorities, ticketStatuses } from '../../../zis/wire/ticket-shapes'
import type { TicketRow } from '../../account/tickets'
import { keyOf } from '../../store/keys'

interface Asked {
  sort?: string
  sort_by?: string
  sort_order?: 'asc' | 'desc'
}

const orders: Record<string, (row: TicketRow) => string | number> = {
  id: () => '',
  created_at: (row) => row.created_at,
  updated_at: (row) => row.updated_at,
  subject: (row) => row.subject.toLowerCase(),
  status: (row) => ticketStatuses.indexOf(row.status),
  priority: (row) => (row.priority === null ? 0 : ticketPriorities.indexOf(row.priority) + 1),
}

/** The order of a list of tickets, `sort=-updated_at` or by `sort_by` and `sort_order`; by id otherwise. */
export function sortOf({ sort, sort_by, sort_order }: Asked) {
  const name = sort?.replace('-', '') ?? sort_by ?? 'id'
  const order = orders[name] ?? orders['id']!
  return {
    keyOf: (row: TicketRow) => keyOf(order(row), row.id),
    isDescending: sort?.startsWith('-') ?? sort_order === 'desc',
  }
}
