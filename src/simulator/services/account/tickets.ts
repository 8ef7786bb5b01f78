import { ZisProblem } from '../../../zis/wire/problems'
import { tickets as wire } from '../../../zis/wire/tickets'
import type { TicketInput, By, TicketSaver } from '../../account/tickets'
import { presentTicket } from '../../account/tickets/ticket-row'
import { keyOf, padded } from '../../store/keys'
import { fineStamp, type World } from '../../world'
import { on, Reply, userOf, type Caller, type RouteHandler } from '../service'
import { findRow, rowsOf } from './find-row'
import { atMost, idsOf, runJob } from './jobs'
import { supportList } from './support-list'
import { sortOf } from './ticket-sort'

/** Who makes a change: the signed-in user, on the page or by a program. */
export const byOf = (caller: Caller): By => ({
  author: userOf(caller),
  channel: caller.kind === 'session' ? 'web' : 'api',
})

/** Tickets: listed, shown, made and changed; every change raises the events that Zendesk raises (zis-events 2). */
export function ticketRoutes(world: World, saver: TicketSaver): RouteHandler[] {
  const { store } = world
  const table = store.table('tickets')

  return [
    on(wire.listTickets, ({ query }) => {
      const { external_id, sort, sort_by, sort_order } = query
      const all = rowsOf(table)
      const rows = external_id === undefined ? all : all.filter((row) => row.external_id === external_id)
      const asked = Object.entries({ external_id, sort, sort_by, sort_order }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      )
      const path = `/api/v2/tickets?${new URLSearchParams(asked).toString()}`
      const { page, rest } = supportList({ rows, path, ...sortOf(query) }, query)
      return { tickets: page.map((row) => presentTicket(world, row)), ...rest }
    }),

    on(wire.countTickets, () => ({ count: { value: table.count(), refreshed_at: fineStamp(world) } })),

    on(wire.showManyTickets, ({ query: { ids } }) => {
      const rows = idsOf(ids).flatMap((id) => table.get(keyOf(id)) ?? [])
      const list = {
        rows,
        path: `/api/v2/tickets/show_many?ids=${ids}`,
        keyOf: ({ id }: { id: number }) => padded(id),
      }
      return { tickets: rows.map((row) => presentTicket(world, row)), ...supportList(list, {}).rest }
    }),

    on(wire.showTicket, ({ params: { id } }) => ({ ticket: presentTicket(world, findRow(table, id)) })),

    on(wire.createTicket, async ({ body: { ticket }, caller }) => {
      const saved = await saver.create(ticket, byOf(caller))
      return new Reply(201, saved, { location: saved.ticket.url })
    }),

    on(wire.createManyTickets, ({ body, caller }) =>
      runJob(world, 'Bulk Create Ticket', atMost(body.tickets), async (input) => {
        const { ticket } = await saver.create(input, byOf(caller))
        return { id: ticket.id, action: 'create' }
      }),
    ),

    on(wire.updateManyTickets, ({ query, body: { ticket, tickets }, caller }) => {
      const changes: Array<TicketInput & { id: number }> = tickets
        ? atMost(tickets)
        : idsOf(query.ids).map((id) => ({ ...ticket, id }))
      if (!tickets && !ticket)
        throw new ZisProblem('SupportBadRequest', { detail: 'a ticket or tickets are needed' })
      return runJob(world, 'Bulk Update Ticket', changes, async ({ id, ...input }) => {
        await saver.update(id, input, byOf(caller))
        return { id, action: 'update' }
      })
    }),

    on(wire.updateTicket, ({ params: { id }, body: { ticket }, caller }) =>
      saver.update(findRow(table, id).id, ticket, byOf(caller)),
    ),

    on(wire.showJobStatus, ({ params: { id } }) => {
      const job_status = store.table('jobs').get(id)
      if (!job_status) throw new ZisProblem('RecordNotFound')
      return { job_status }
    }),
  ]
}
