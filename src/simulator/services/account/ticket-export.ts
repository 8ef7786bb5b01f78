import { ZisProblem } from '../../../zis/wire/problems'
import { tickets as wire } from '../../../zis/wire/tickets'
import { accountUrl } from '../../account/api-url'
import { presentTicket } from '../../account/tickets'
import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { rowsOf } from './find-row'
import { cursorOf, placeOf } from './support-list'

const mostPerPage = 1000

/** Tickets in the order of their last changes, for programs that keep a copy; deleted ones say so. */
export function ticketExportRoutes(world: World): RouteHandler[] {
  const { store } = world
  return [
    on(wire.exportTickets, ({ query: { start_time, cursor, per_page = String(mostPerPage) } }) => {
      const size = Number(per_page)
      if (!/^\d{1,4}$/.test(per_page) || size < 1 || size > mostPerPage) {
        throw new ZisProblem('SupportBadRequest', {
          detail: `per_page must be a number from 1 to ${mostPerPage}`,
        })
      }
      if (cursor === undefined && !/^\d{1,12}$/.test(start_time ?? '')) {
        throw new ZisProblem('SupportBadRequest', { detail: 'start_time must be in seconds since 1970' })
      }
      const from = cursor === undefined ? keyOf(Number(start_time)) : placeOf(cursor)
      const all = [
        ...rowsOf(store.table('tickets')).map((row) => presentTicket(world, row)),
        ...rowsOf(store.table('deleted_tickets')).map(({ ticket }) => ({
          ...presentTicket(world, ticket),
          status: 'deleted' as const,
        })),
      ]
        .map((ticket) => ({ ticket, key: keyOf(ticket.generated_timestamp, ticket.id) }))
        .filter(({ key }) => key > from)
        .sort((a, b) => (a.key < b.key ? -1 : 1))
      const page = all.slice(0, size)
      const last = page.at(-1)
      // A page that is empty leaves the place where it was, so that the caller can ask again later.
      const after = last ? cursorOf(last.key) : (cursor ?? null)
      return {
        tickets: page.map(({ ticket }) => ticket),
        after_url:
          after && `${accountUrl}/api/v2/incremental/tickets/cursor.json?cursor=${encodeURIComponent(after)}`,
        before_url: null,
        after_cursor: after,
        before_cursor: null,
        end_of_stream: all.length <= size,
      }
    }),
  ]
}
