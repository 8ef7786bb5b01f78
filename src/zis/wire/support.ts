import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable, Timestamp } from './shapes'

const Authorization = Type.Object({
  response_type: Type.Optional(Type.String()),
  client_id: Type.Optional(Type.String()),
  redirect_uri: Type.Optional(Type.String()),
  scope: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
})

export const ticketStatuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const
export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const
const TicketStatus = Type.Enum([...ticketStatuses])
const TicketPriority = Nullable(Type.Enum([...ticketPriorities]))
const Id = Nullable(Type.Integer())

export const User = Type.Object({
  id: Nullable(Type.Integer()),
  url: Type.String(),
  name: Type.String(),
  email: Nullable(Type.String()),
  role: Type.Union([Type.Literal('end-user'), Type.Literal('agent'), Type.Literal('admin')]),
  custom_role_id: Id,
  locale: Type.String(),
  time_zone: Type.String(),
  iana_time_zone: Type.String(),
  active: Type.Boolean(),
  verified: Type.Boolean(),
  organization_id: Id,
  default_group_id: Id,
  tags: Type.Array(Type.String()),
  created_at: Timestamp,
  updated_at: Timestamp,
  authenticity_token: Type.Optional(Type.String({ description: 'of the current session, only on users/me' })),
})

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

export const SupportOAuthClient = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  identifier: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  user_id: Type.Integer(),
  company: Nullable(Type.String()),
  description: Nullable(Type.String()),
  redirect_uri: Type.Array(Type.String()),
  secret: Type.String({ description: 'masked' }),
  global: Type.Boolean(),
  logo_url: Nullable(Type.String()),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const SupportOAuthToken = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  user_id: Type.Integer(),
  client_id: Type.Integer(),
  token: Type.String({ description: 'the first ten characters' }),
  scopes: Type.Array(Type.String()),
  created_at: Timestamp,
  used_at: Nullable(Timestamp),
  expires_at: Nullable(Timestamp),
  refresh_token: Nullable(Type.String()),
  refresh_token_expires_at: Nullable(Timestamp),
  full_token: Type.Optional(Type.String({ description: 'only in the answer to its creation' })),
})

const OffsetPage = {
  next_page: Nullable(Type.String()),
  previous_page: Nullable(Type.String()),
  count: Type.Integer(),
}
const staff = ['session', 'api_token', 'oauth', 'zis_token'] as const
const admins = ['session', 'api_token', 'oauth'] as const

/**
 * The Support API paths that a ZIS integration and this app need (zis-api 10).
 * A `.json` ending is taken off before a path is looked up.
 */
export const support = {
  currentUser: endpoint('GET /api/v2/users/me', {
    summary: 'Show the current user',
    source: 'zis-api 10.4',
    callers: ['session', 'api_token', 'oauth', 'zis_token', 'anyone'],
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ user: User }),
  }),
  listUsers: endpoint('GET /api/v2/users', {
    summary: 'List users',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ users: Type.Array(User), ...OffsetPage }),
  }),
  listSupportOAuthClients: endpoint('GET /api/v2/oauth/clients', {
    summary: 'List OAuth clients of the account',
    source: 'zis-api 10.1',
    callers: admins,
    status: 200,
    answer: Type.Object({ clients: Type.Array(SupportOAuthClient), ...OffsetPage }),
  }),
  createSupportOAuthToken: endpoint('POST /api/v2/oauth/tokens', {
    summary: 'Create an OAuth token',
    source: 'zis-api 10.2',
    callers: admins,
    body: Type.Object({
      token: Type.Object({
        client_id: Type.Union([Type.Integer(), Type.String()]),
        scopes: Type.Array(Type.String()),
      }),
    }),
    status: 201,
    answer: Type.Object({ token: SupportOAuthToken }),
  }),
  listSupportOAuthTokens: endpoint('GET /api/v2/oauth/tokens', {
    summary: 'List OAuth tokens',
    source: 'zis-api 10.2',
    callers: admins,
    status: 200,
    answer: Type.Object({ tokens: Type.Array(SupportOAuthToken), ...OffsetPage }),
  }),
  deleteSupportOAuthToken: endpoint('DELETE /api/v2/oauth/tokens/:id', {
    summary: 'Revoke an OAuth token',
    source: 'zis-api 10.2',
    callers: admins,
    status: 204,
  }),
  askAuthorization: endpoint('GET /oauth/authorizations/new', {
    summary: 'The consent page of the account',
    source: 'zis-api 10.3',
    callers: ['session', 'anyone'],
    notOnlyAdmins: true,
    query: Authorization,
    status: 200,
  }),
  answerAuthorization: endpoint('POST /oauth/authorizations/new', {
    summary: 'What the signed-in user chose on the consent page',
    source: 'zis-api 10.3',
    callers: ['session', 'anyone'],
    notOnlyAdmins: true,
    query: Authorization,
    body: Type.Object({
      choice: Type.Optional(Type.String()),
      authenticity_token: Type.Optional(Type.String()),
    }),
    status: 302,
  }),
  grantToken: endpoint('POST /oauth/tokens', {
    summary: 'Exchange a code, a refresh token or a client secret for an access token',
    source: 'zis-api 10.3',
    callers: ['anyone'],
    notOnlyAdmins: true,
    body: Type.Object({
      grant_type: Type.Optional(Type.String()),
      client_id: Type.Optional(Type.String()),
      client_secret: Type.Optional(Type.String()),
      code: Type.Optional(Type.String()),
      redirect_uri: Type.Optional(Type.String()),
      refresh_token: Type.Optional(Type.String()),
      scope: Type.Optional(Type.String()),
    }),
    status: 200,
    answer: Type.Object({
      access_token: Type.String(),
      refresh_token: Nullable(Type.String()),
      token_type: Type.String(),
      scope: Type.String(),
      expires_in: Nullable(Type.Integer()),
    }),
  }),
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
