import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable } from './shapes'
import { Clearable, forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'
import { Id } from './support-shapes'
import { Audit, FieldValue, Ticket, TicketPriority, TicketStatus, TicketType } from './ticket-shapes'

const CommentInput = Type.Object({
  body: Type.Optional(Type.String({ minLength: 1, maxLength: 65_535 })),
  html_body: Type.Optional(Type.String({ minLength: 1, maxLength: 65_535 })),
  public: Type.Optional(Type.Boolean()),
  author_id: Type.Optional(Type.Integer()),
  uploads: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String(), { maxItems: 50 })])),
})

const action = Type.Optional(Type.Enum(['put', 'delete']))
const FollowerInput = Type.Object({
  user_id: Type.Optional(Type.Union([Type.Integer(), Type.String()])),
  user_email: Type.Optional(Type.String()),
  user_name: Type.Optional(Type.String()),
  action,
})
const PersonInput = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 255 })),
  email: Type.Optional(Type.String({ maxLength: 254 })),
})
const Tags = Type.Array(Type.String(), { maxItems: 1000 })

/** What can be set; everything else in a body is passed over, as Zendesk does. */
const TicketChange = {
  subject: Type.Optional(Type.String({ maxLength: 1000 })),
  status: Type.Optional(TicketStatus),
  priority: Type.Optional(TicketPriority),
  type: Type.Optional(TicketType),
  requester_id: Type.Optional(Type.Integer()),
  requester: Type.Optional(PersonInput),
  assignee_id: Type.Optional(Id),
  assignee_email: Type.Optional(Type.String()),
  group_id: Type.Optional(Id),
  organization_id: Type.Optional(Id),
  brand_id: Type.Optional(Type.Integer()),
  ticket_form_id: Type.Optional(Type.Integer()),
  external_id: Clearable(Type.String({ maxLength: 255 })),
  problem_id: Type.Optional(Id),
  due_at: Clearable(Type.String()),
  tags: Type.Optional(Tags),
  additional_tags: Type.Optional(Tags),
  remove_tags: Type.Optional(Tags),
  custom_fields: Type.Optional(Type.Array(Type.Object({ id: Type.Integer(), value: FieldValue }))),
  collaborator_ids: Type.Optional(Type.Array(Type.Integer())),
  collaborators: Type.Optional(Type.Array(Type.Union([Type.Integer(), Type.String(), PersonInput]))),
  additional_collaborators: Type.Optional(
    Type.Array(Type.Union([Type.Integer(), Type.String(), PersonInput])),
  ),
  followers: Type.Optional(Type.Array(FollowerInput)),
  email_ccs: Type.Optional(Type.Array(FollowerInput)),
  comment: Type.Optional(CommentInput),
}
export const NewTicket = Type.Object({
  ...TicketChange,
  submitter_id: Type.Optional(Type.Integer()),
  description: Type.Optional(Type.String({ minLength: 1, maxLength: 65_535 })),
})
export const ChangedTicket = Type.Object({
  ...TicketChange,
  safe_update: Type.Optional(Type.Boolean()),
  updated_stamp: Type.Optional(Type.String()),
})

const Saved = Type.Object({ ticket: Ticket, audit: Audit })
const Many = Type.Object({ tickets: Type.Array(Ticket), ...ListPage })
const ids = Type.String({ description: 'parted by commas, 100 at most' })

export const JobStatus = Type.Object({
  id: Type.String(),
  url: Type.String(),
  job_type: Type.String(),
  total: Type.Integer(),
  progress: Nullable(Type.Integer()),
  status: Type.Enum(['queued', 'working', 'completed', 'failed']),
  message: Nullable(Type.String()),
  results: Nullable(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
})
export const JobAnswer = Type.Object({ job_status: JobStatus })

/** Tickets: listed, shown, made and changed (zis-api 10). Fixed paths stand before `:id`, which would take them. */
export const tickets = {
  listTickets: endpoint('GET /api/v2/tickets', {
    ...forAgents,
    summary: 'List tickets that are not deleted',
    query: Type.Object({
      ...ListQuery,
      external_id: Type.Optional(Type.String()),
      sort: Type.Optional(Type.Enum(['id', '-id', 'updated_at', '-updated_at'])),
      sort_by: Type.Optional(Type.Enum(['id', 'created_at', 'updated_at', 'priority', 'status', 'subject'])),
      sort_order: Type.Optional(Type.Enum(['asc', 'desc'])),
    }),
    status: 200,
    answer: Many,
  }),
  countTickets: endpoint('GET /api/v2/tickets/count', {
    ...forAgents,
    summary: 'Count the tickets',
    status: 200,
    answer: Type.Object({ count: Type.Object({ value: Type.Integer(), refreshed_at: Type.String() }) }),
  }),
  showManyTickets: endpoint('GET /api/v2/tickets/show_many', {
    ...forAgents,
    summary: 'Show tickets by their ids; unknown ones are left out',
    query: Type.Object({ ids }),
    status: 200,
    answer: Many,
  }),
  showTicket: endpoint('GET /api/v2/tickets/:id', {
    ...forAgents,
    summary: 'Show a ticket',
    status: 200,
    answer: Type.Object({ ticket: Ticket }),
  }),
  createTicket: endpoint('POST /api/v2/tickets', {
    ...forAgents,
    summary: 'Create a ticket',
    body: Type.Object({ ticket: NewTicket }),
    status: 201,
    answer: Saved,
  }),
  createManyTickets: endpoint('POST /api/v2/tickets/create_many', {
    ...forAgents,
    summary: 'Create up to 100 tickets in a job',
    body: Type.Object({ tickets: Type.Array(NewTicket) }),
    status: 200,
    answer: JobAnswer,
  }),
  updateManyTickets: endpoint('PUT /api/v2/tickets/update_many', {
    ...forAgents,
    summary: 'Give up to 100 tickets the same change, or each its own, in a job',
    query: Type.Object({ ids: Type.Optional(ids) }),
    body: Type.Object({
      ticket: Type.Optional(ChangedTicket),
      tickets: Type.Optional(Type.Array(Type.Object({ ...ChangedTicket.properties, id: Type.Integer() }))),
    }),
    status: 200,
    answer: JobAnswer,
  }),
  updateTicket: endpoint('PUT /api/v2/tickets/:id', {
    ...forAgents,
    summary: 'Update a ticket',
    body: Type.Object({ ticket: ChangedTicket }),
    status: 200,
    answer: Saved,
  }),
  showJobStatus: endpoint('GET /api/v2/job_statuses/:id', {
    ...forAgents,
    summary: 'Show how far a job is',
    status: 200,
    answer: JobAnswer,
  }),
  exportTickets: endpoint('GET /api/v2/incremental/tickets/cursor', {
    ...forAdmins,
    summary: 'Export tickets in the order of their changes, deleted ones too',
    query: Type.Object({
      start_time: Type.Optional(Type.String({ description: 'seconds since 1970' })),
      cursor: Type.Optional(Type.String()),
      per_page: Type.Optional(Type.String({ description: '1 to 1,000, default 1,000' })),
    }),
    status: 200,
    answer: Type.Object({
      tickets: Type.Array(
        Type.Object({ ...Ticket.properties, status: Type.Union([TicketStatus, Type.Literal('deleted')]) }),
      ),
      after_url: Nullable(Type.String()),
      before_url: Type.Null(),
      after_cursor: Nullable(Type.String()),
      before_cursor: Type.Null(),
      end_of_stream: Type.Boolean(),
    }),
  }),
}
