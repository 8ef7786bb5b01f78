import { ZisProblem } from '../../../zis/wire/problems'
import { tickets as wire } from '../../../zis/wire/tickets'
import { makeTicket } from '../../account/seed'
import { ticketEvents } from '../../account/ticket-events'
import type { Bus } from '../../events/bus'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, userOf, type RouteHandler, type User } from '../service'

/** Tickets and their comments; every change raises the events that Zendesk raises (zis-events 2). */
export function ticketRoutes(world: World, bus: Bus): RouteHandler[] {
  const { store, changes } = world
  const table = store.table('tickets')

  function existing(id: string): Tables['tickets'] {
    const row = /^\d{1,15}$/.test(id) ? table.get(keyOf(Number(id))) : undefined
    if (!row) throw new ZisProblem('RecordNotFound')
    return row
  }

  function addComment(ticketId: number, input: { body: string; public?: boolean }, author: User) {
    const id = store.nextNumber('comments', 500_001)
    const comment: Tables['comments'] = {
      id,
      type: 'Comment',
      author_id: author.id,
      body: input.body,
      public: input.public ?? true,
      created_at: stamp(world),
    }
    store.table('comments').put(keyOf(ticketId, id), comment)
    return comment
  }

  /** Keeps the ticket and its events in one turn: both are on disk, or neither is. */
  async function save(
    before: Tables['tickets'] | undefined,
    after: Tables['tickets'],
    author: User,
    comment?: Tables['comments'],
  ) {
    table.put(keyOf(after.id), after)
    bus.publish(ticketEvents(world, before, after, comment, author))
    changes.tell('tickets', String(after.id))
    await store.durable()
    return { ticket: after }
  }

  return [
    on(wire.listTickets, () => {
      const tickets = table.list().map(([, row]) => row)
      return { tickets, next_page: null, previous_page: null, count: tickets.length }
    }),

    on(wire.showTicket, ({ params: { id } }) => ({ ticket: existing(id) })),

    on(wire.createTicket, ({ body: { ticket: input }, caller }) => {
      const author = userOf(caller)
      const { comment: words, requester_id: requester = author.id, ...fields } = input
      if (!store.table('users').has(keyOf(requester))) {
        throw new ZisProblem('RecordInvalid', {}, { requester_id: `Requester: ${requester} is not a user` })
      }
      const id = store.nextNumber('tickets')
      const comment = addComment(id, words, author)
      const ticket = {
        ...makeTicket(id, requester, stamp(world)),
        subject: words.body.slice(0, 150),
        description: words.body,
        submitter_id: author.id,
        ...fields,
      }
      return save(undefined, ticket, author, comment)
    }),

    on(wire.updateTicket, ({ params: { id }, body: { ticket: input }, caller }) => {
      const before = existing(id)
      if (before.status === 'closed') {
        throw new ZisProblem('RecordInvalid', {}, { status: 'Status: closed prevents ticket update' })
      }
      const author = userOf(caller)
      const { comment: words, ...fields } = input
      const comment = words && addComment(before.id, words, author)
      return save(before, { ...before, ...fields, updated_at: stamp(world) }, author, comment)
    }),

    on(wire.listComments, ({ params: { id } }) => {
      const ticket = existing(id)
      const comments = store
        .table('comments')
        .list({ prefix: below(ticket.id) })
        .map(([, row]) => row)
      return { comments, next_page: null, previous_page: null, count: comments.length }
    }),
  ]
}
