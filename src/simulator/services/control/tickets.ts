import { ZisProblem } from '../../../zis/wire/problems'
import { presentTicket, type TicketRow } from '../../account/tickets'
import { keyOf } from '../../store/keys'
import { newestFirst, pageOfNewest } from '../../store/newest'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { wholeNumber } from './query'
import { ticketWire as wire, type TicketLine } from './ticket-wire'

type Deleted = Tables['deleted_tickets']

/** Tickets as the pages list them; rows are read as far as a page needs them, however many there are. */
export function ticketRoutes(world: World): RouteHandler[] {
  const { store } = world
  const tickets = store.table('tickets')
  const deleted = store.table('deleted_tickets')
  const nameOf = (id: number) => store.table('users').get(keyOf(id))?.name ?? `User ${id}`

  const lineOf = (ticket: TicketRow, deleted_at: string | null): TicketLine => ({
    id: String(ticket.id),
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    requester: nameOf(ticket.requester_id),
    assignee: ticket.assignee_id === null ? null : nameOf(ticket.assignee_id),
    updated_at: ticket.updated_at,
    deleted_at,
  })

  function hasText(ticket: TicketRow, wanted: string): boolean {
    const { id, subject, description, tags, requester_id, assignee_id } = ticket
    if (wanted === String(id) || wanted === `#${id}`) return true
    const names = [requester_id, ...(assignee_id === null ? [] : [assignee_id])].map(nameOf)
    return [subject, description, ...tags, ...names].some((one) => one.toLowerCase().includes(wanted))
  }

  return [
    on(wire.listTicketLines, ({ query: { limit, after, status, text, ids } }) => {
      const most = wholeNumber('limit', limit, 50, 500)
      const wanted = text?.toLowerCase()
      const fits = (ticket: TicketRow) => wanted === undefined || hasText(ticket, wanted)
      if (status === 'deleted') {
        const all = ids === undefined ? newestFirst(deleted, after) : rowsOf<Deleted>(deleted, ids)
        const { rows, has_more } = pageOfNewest(all, most, ({ ticket }) => fits(ticket))
        return { tickets: rows.map(({ ticket, deleted_at }) => lineOf(ticket, deleted_at)), has_more }
      }
      const all = ids === undefined ? newestFirst(tickets, after) : rowsOf<TicketRow>(tickets, ids)
      const { rows, has_more } = pageOfNewest(
        all,
        most,
        (ticket) => (status === undefined || ticket.status === status) && fits(ticket),
      )
      return { tickets: rows.map((ticket) => lineOf(ticket, null)), has_more }
    }),

    on(wire.showTicketView, ({ params: { id } }) => {
      const key = /^\d{1,15}$/.test(id) ? keyOf(Number(id)) : ''
      const ticket = tickets.get(key)
      if (ticket) return { ticket: presentTicket(world, ticket), deleted: null }
      const gone = deleted.get(key)
      if (!gone) throw new ZisProblem('NotThere', { what: `ticket ${id}` })
      return {
        ticket: presentTicket(world, gone.ticket),
        deleted: { at: gone.deleted_at, by: nameOf(gone.actor_id) },
      }
    }),
  ]
}

function rowsOf<Row>(table: { get(key: string): Row | undefined }, ids: string): Row[] {
  const keys = ids.split(',').filter((id) => /^\d{1,15}$/.test(id))
  return keys.flatMap((id) => table.get(keyOf(Number(id))) ?? [])
}
