import { ticketRemoval as wire } from '../../../zis/wire/ticket-removal'
import type { TicketRemover } from '../../account/tickets'
import { keyOf, padded } from '../../store/keys'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { findRow, rowsOf } from './find-row'
import { idsOf, runJob } from './jobs'
import { supportList } from './support-list'
import { byOf } from './tickets'

/** Tickets that go: to the deleted ones and back, or for good. */
export function ticketRemovalRoutes(world: World, remover: TicketRemover): RouteHandler[] {
  const { store } = world
  const tickets = store.table('tickets')
  const deleted = store.table('deleted_tickets')
  const nameOf = (id: number) => store.table('users').get(keyOf(id))?.name ?? ''

  function forGood(ids: number[]) {
    return runJob(world, 'Bulk Permanent Delete Ticket', ids, (id) => {
      remover.removeForGood(id)
      return Promise.resolve({ id, action: 'delete' })
    })
  }

  return [
    on(wire.deleteManyTickets, ({ query: { ids }, caller }) =>
      runJob(world, 'Bulk Delete Ticket', idsOf(ids), (id) => {
        remover.remove(id, byOf(caller))
        return Promise.resolve({ id, action: 'delete' })
      }),
    ),
    on(wire.deleteTicket, async ({ params: { id }, caller }) => {
      remover.remove(findRow(tickets, id).id, byOf(caller))
      await store.durable()
      return undefined
    }),
    on(wire.markAsSpam, async ({ params: { id }, caller }) => {
      remover.remove(findRow(tickets, id).id, byOf(caller), true)
      await store.durable()
      return undefined
    }),

    on(wire.listDeletedTickets, ({ query }) => {
      const { page, rest } = supportList(
        { rows: rowsOf(deleted), path: '/api/v2/deleted_tickets', keyOf: ({ ticket }) => padded(ticket.id) },
        query,
      )
      const deleted_tickets = page.map(({ ticket, actor_id, deleted_at }) => ({
        id: ticket.id,
        subject: ticket.subject,
        description: ticket.description,
        actor: { id: actor_id, name: nameOf(actor_id) },
        deleted_at,
        previous_state: ticket.status,
      }))
      return { deleted_tickets, ...rest }
    }),
    on(wire.restoreManyTickets, async ({ query: { ids }, caller }) => {
      const wanted = idsOf(ids).map((id) => remover.deletedTicket(id).ticket.id)
      for (const id of wanted) remover.restore(id, byOf(caller))
      await store.durable()
      return undefined
    }),
    on(wire.restoreTicket, async ({ params: { id }, caller }) => {
      remover.restore(findRow(deleted, id).ticket.id, byOf(caller))
      await store.durable()
      return undefined
    }),
    on(wire.deleteManyForGood, ({ query: { ids } }) => forGood(idsOf(ids))),
    on(wire.deleteTicketForGood, ({ params: { id } }) => forGood([findRow(deleted, id).ticket.id])),
  ]
}
