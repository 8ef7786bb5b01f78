import { ticketRemoval as wire } from '../../../zis/wire/ticket-removal'
import { refuse } from '../../account/tickets/refuse'
import type { TicketSaver } from '../../account/tickets'
import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import { on, type RouteHandler } from '../service'
import { findRow } from './find-row'
import { runJob } from './jobs'
import { byOf } from './tickets'

/**
 * Merging closes the source tickets with a comment and the tag `closed_by_merge`, tells it in the target, and
 * raises TicketMerged on each source (zis-events 2.2).
 */
export function mergeRoutes(world: World, saver: TicketSaver): RouteHandler[] {
  const tickets = world.store.table('tickets')
  return [
    on(wire.mergeTickets, ({ params: { id }, body, caller }) => {
      const target = findRow(tickets, id)
      if (target.status === 'closed') refuse('target', 'Target ticket: is closed')
      const sources = [...new Set(body.ids)]
      if (sources.includes(target.id)) refuse('ids', `Ticket ${target.id} cannot be merged into itself`)
      for (const source of sources) {
        const ticket = tickets.get(keyOf(source))
        if (!ticket) refuse('ids', `Ticket ${source} is not found`)
        if (ticket.status === 'closed') refuse('ids', `Ticket ${source} is closed`)
      }
      const by = byOf(caller)
      return runJob(world, 'Merge Ticket', [target.id], async () => {
        for (const source of sources) {
          const comment = {
            body: body.source_comment ?? `This request was closed and merged into request #${target.id}.`,
            public: body.source_comment_is_public ?? false,
          }
          await saver.update(
            source,
            { status: 'closed', additional_tags: ['closed_by_merge'], comment },
            by,
            {
              more: [{ event_type: 'ticket.TicketMerged', members: { target_ticket_id: target.id } }],
              did: 'merged',
            },
          )
        }
        const told = sources.map((source) => `#${source}`).join(', ')
        await saver.update(
          target.id,
          {
            comment: {
              body: body.target_comment ?? `Requests ${told} were closed and merged into this request.`,
              public: body.target_comment_is_public ?? false,
            },
          },
          by,
        )
        return { id: target.id, action: 'update' }
      })
    }),
  ]
}
