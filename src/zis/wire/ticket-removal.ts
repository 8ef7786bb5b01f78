import Type from 'typebox'
import { endpoint } from './endpoint'
import { Timestamp } from './shapes'
import { forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'
import { JobAnswer } from './tickets'

const ids = Type.Object({ ids: Type.String({ description: 'parted by commas, 100 at most' }) })

export const DeletedTicket = Type.Object({
  id: Type.Integer(),
  subject: Type.String(),
  description: Type.String(),
  actor: Type.Object({ id: Type.Integer(), name: Type.String() }),
  deleted_at: Timestamp,
  previous_state: Type.String(),
})

/** Ways for a ticket to go: deleted and back, deleted for good, spam, or merged into another. */
export const ticketRemoval = {
  deleteManyTickets: endpoint('DELETE /api/v2/tickets/destroy_many', {
    ...forAgents,
    summary: 'Delete up to 100 tickets in a job',
    query: ids,
    status: 200,
    answer: JobAnswer,
  }),
  deleteTicket: endpoint('DELETE /api/v2/tickets/:id', {
    ...forAgents,
    summary: 'Delete a ticket; it can be restored for 30 days',
    status: 204,
  }),
  markAsSpam: endpoint('PUT /api/v2/tickets/:id/mark_as_spam', {
    ...forAgents,
    summary: 'Mark a ticket as spam, which deletes it',
    status: 200,
  }),
  mergeTickets: endpoint('POST /api/v2/tickets/:id/merge', {
    ...forAgents,
    summary: 'Merge other tickets into this one and close them, in a job',
    body: Type.Object({
      ids: Type.Array(Type.Integer(), { minItems: 1, maxItems: 5 }),
      target_comment: Type.Optional(Type.String({ minLength: 1 })),
      source_comment: Type.Optional(Type.String({ minLength: 1 })),
      target_comment_is_public: Type.Optional(Type.Boolean()),
      source_comment_is_public: Type.Optional(Type.Boolean()),
    }),
    status: 200,
    answer: JobAnswer,
  }),
  listDeletedTickets: endpoint('GET /api/v2/deleted_tickets', {
    ...forAgents,
    summary: 'List deleted tickets that can be restored',
    query: Type.Object(ListQuery),
    status: 200,
    answer: Type.Object({ deleted_tickets: Type.Array(DeletedTicket), ...ListPage }),
  }),
  restoreManyTickets: endpoint('PUT /api/v2/deleted_tickets/restore_many', {
    ...forAgents,
    summary: 'Restore up to 100 deleted tickets',
    query: ids,
    status: 200,
  }),
  restoreTicket: endpoint('PUT /api/v2/deleted_tickets/:id/restore', {
    ...forAgents,
    summary: 'Restore a deleted ticket',
    status: 200,
  }),
  deleteManyForGood: endpoint('DELETE /api/v2/deleted_tickets/destroy_many', {
    ...forAdmins,
    summary: 'Delete up to 100 deleted tickets for good, in a job',
    query: ids,
    status: 200,
    answer: JobAnswer,
  }),
  deleteTicketForGood: endpoint('DELETE /api/v2/deleted_tickets/:id', {
    ...forAdmins,
    summary: 'Delete a deleted ticket for good, in a job',
    status: 200,
    answer: JobAnswer,
  }),
}
