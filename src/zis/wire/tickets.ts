import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable, Timestamp } from './shapes'
import { Id, OffsetPage, staff } from './support-shapes'

export const ticketStatuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const
export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const
const TicketStatus = Type.Enum([...ticketStatuses])
const TicketPriority = Nullable(Type.Enum([...ticketPriorities]))

export const Ticket = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  subject: Type.String(),
  description: Type.String(),
  status: TicketStatus,
  priority: TicketPriority,
  type: Nullable(Type.String()),
  requester_id: Type.Integer(),
  submitter_id: Type.Integer(),
  assignee_id: Id,
  organization_id: Id,
  group_id: Id,
  brand_id: Type.Integer(),
  ticket_form_id: Id,
  external_id: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  via: Type.Object({ channel: Type.String() }),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const Comment = Type.Object({
  id: Type.Integer(),
  type: Type.Literal('Comment'),
  author_id: Type.Integer(),
  body: Type.String(),
  public: Type.Boolean(),
  created_at: Timestamp,
})

const CommentInput = Type.Object({
  body: Type.String({ minLength: 1 }),
  public: Type.Optional(Type.Boolean()),
})

const TicketChange = {
  subject: Type.Optional(Type.String()),
  status: Type.Optional(TicketStatus),
  priority: Type.Optional(TicketPriority),
  type: Type.Optional(Nullable(Type.String())),
  assignee_id: Type.Optional(Id),
  group_id: Type.Optional(Id),
  tags: Type.Optional(Type.Array(Type.String())),
}

/** Tickets and their comments, as flows and the pages use them (zis-api 10). */
export const tickets = {
  listTickets: endpoint('GET /api/v2/tickets', {
    summary: 'List tickets',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ tickets: Type.Array(Ticket), ...OffsetPage }),
  }),
  showTicket: endpoint('GET /api/v2/tickets/:id', {
    summary: 'Show a ticket',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ ticket: Ticket }),
  }),
  createTicket: endpoint('POST /api/v2/tickets', {
    summary: 'Create a ticket',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    body: Type.Object({
      ticket: Type.Object({
        ...TicketChange,
        comment: CommentInput,
        requester_id: Type.Optional(Type.Integer()),
      }),
    }),
    status: 201,
    answer: Type.Object({ ticket: Ticket }),
  }),
  updateTicket: endpoint('PUT /api/v2/tickets/:id', {
    summary: 'Update a ticket',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    body: Type.Object({ ticket: Type.Object({ ...TicketChange, comment: Type.Optional(CommentInput) }) }),
    status: 200,
    answer: Type.Object({ ticket: Ticket }),
  }),
  listComments: endpoint('GET /api/v2/tickets/:id/comments', {
    summary: 'List the comments of a ticket',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ comments: Type.Array(Comment), ...OffsetPage }),
  }),
}
