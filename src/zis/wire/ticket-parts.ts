import Type from 'typebox'
import { endpoint } from './endpoint'
import { forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'
import { Attachment, Audit, Comment, Ticket } from './ticket-shapes'
import { User } from './users'

const query = Type.Object(ListQuery)
const People = Type.Object({ users: Type.Array(User), ...ListPage })
const TagList = Type.Object({ tags: Type.Array(Type.String()) })
const TagInput = Type.Object({
  tags: Type.Union([Type.String(), Type.Array(Type.String(), { maxItems: 1000 })]),
  safe_update: Type.Optional(Type.Union([Type.Boolean(), Type.String()])),
  updated_stamp: Type.Optional(Type.String()),
})
const Count = Type.Object({ count: Type.Object({ value: Type.Integer(), refreshed_at: Type.String() }) })

/** What hangs on a ticket: comments and their attachments, audits, tags, and who else reads along. */
export const ticketParts = {
  listComments: endpoint('GET /api/v2/tickets/:id/comments', {
    ...forAgents,
    summary: 'List the comments of a ticket',
    query: Type.Object({ ...ListQuery, sort_order: Type.Optional(Type.Enum(['asc', 'desc'])) }),
    status: 200,
    answer: Type.Object({ comments: Type.Array(Comment), ...ListPage }),
  }),
  countComments: endpoint('GET /api/v2/tickets/:id/comments/count', {
    ...forAgents,
    summary: 'Count the comments of a ticket',
    status: 200,
    answer: Count,
  }),
  makeCommentPrivate: endpoint('PUT /api/v2/tickets/:id/comments/:comment_id/make_private', {
    ...forAgents,
    summary: 'Make a public comment private',
    status: 200,
  }),
  redactComment: endpoint('PUT /api/v2/tickets/:id/comments/:comment_id/redact', {
    ...forAgents,
    summary: 'Black out a text in a comment for good',
    body: Type.Object({ text: Type.String({ minLength: 1 }) }),
    status: 200,
    answer: Type.Object({ comment: Comment }),
  }),
  redactAttachment: endpoint(
    'PUT /api/v2/tickets/:id/comments/:comment_id/attachments/:attachment_id/redact',
    {
      ...forAgents,
      summary: 'Take the content of an attachment away for good',
      status: 200,
      answer: Type.Object({ attachment: Attachment }),
    },
  ),
  listAudits: endpoint('GET /api/v2/tickets/:id/audits', {
    ...forAgents,
    summary: 'List what was changed in a ticket, and by whom',
    query,
    status: 200,
    answer: Type.Object({ audits: Type.Array(Audit), ...ListPage }),
  }),
  showAudit: endpoint('GET /api/v2/tickets/:id/audits/:audit_id', {
    ...forAgents,
    summary: 'Show one audit of a ticket',
    status: 200,
    answer: Type.Object({ audit: Audit }),
  }),
  listTicketTags: endpoint('GET /api/v2/tickets/:id/tags', {
    ...forAgents,
    summary: 'List the tags of a ticket',
    status: 200,
    answer: TagList,
  }),
  setTicketTags: endpoint('POST /api/v2/tickets/:id/tags', {
    ...forAgents,
    summary: 'Give a ticket these tags in place of those it has',
    body: TagInput,
    status: 201,
    answer: TagList,
  }),
  addTicketTags: endpoint('PUT /api/v2/tickets/:id/tags', {
    ...forAgents,
    summary: 'Add tags to those that a ticket has',
    body: TagInput,
    status: 200,
    answer: TagList,
  }),
  removeTicketTags: endpoint('DELETE /api/v2/tickets/:id/tags', {
    ...forAgents,
    summary: 'Take tags from a ticket',
    body: TagInput,
    status: 200,
    answer: TagList,
  }),
  listAccountTags: endpoint('GET /api/v2/tags', {
    ...forAgents,
    summary: 'List the tags of the account’s tickets, the most used first',
    query,
    status: 200,
    answer: Type.Object({
      tags: Type.Array(Type.Object({ name: Type.String(), count: Type.Integer() })),
      ...ListPage,
    }),
  }),
  listCollaborators: endpoint('GET /api/v2/tickets/:id/collaborators', {
    ...forAgents,
    summary: 'List everyone who reads along in a ticket',
    query,
    status: 200,
    answer: People,
  }),
  listFollowers: endpoint('GET /api/v2/tickets/:id/followers', {
    ...forAgents,
    summary: 'List the agents who follow a ticket',
    query,
    status: 200,
    answer: People,
  }),
  listEmailCcs: endpoint('GET /api/v2/tickets/:id/email_ccs', {
    ...forAgents,
    summary: 'List who gets copies of a ticket’s mail',
    query,
    status: 200,
    answer: People,
  }),
  listIncidents: endpoint('GET /api/v2/tickets/:id/incidents', {
    ...forAgents,
    summary: 'List the incidents of a problem',
    query,
    status: 200,
    answer: Type.Object({ tickets: Type.Array(Ticket), ...ListPage }),
  }),
  showRelated: endpoint('GET /api/v2/tickets/:id/related', {
    ...forAgents,
    summary: 'Show what belongs to a ticket, in numbers',
    status: 200,
    answer: Type.Object({
      ticket_related: Type.Object({
        url: Type.String(),
        topic_id: Type.Null(),
        jira_issue_ids: Type.Array(Type.String()),
        followup_source_ids: Type.Array(Type.String()),
        from_archive: Type.Boolean(),
        incidents: Type.Integer(),
        twitter: Type.Object({}),
      }),
    }),
  }),
  upload: endpoint('POST /api/v2/uploads', {
    ...forAgents,
    summary: 'Hand in a file, as the body, for a comment to come',
    query: Type.Object({
      filename: Type.String({ minLength: 1, maxLength: 255 }),
      token: Type.Optional(Type.String({ description: 'of an earlier upload that this file joins' })),
    }),
    takesBytes: true,
    status: 201,
    answer: Type.Object({
      upload: Type.Object({
        token: Type.String(),
        expires_at: Type.String(),
        attachment: Attachment,
        attachments: Type.Array(Attachment),
      }),
    }),
  }),
  deleteUpload: endpoint('DELETE /api/v2/uploads/:token', {
    ...forAgents,
    summary: 'Take back files that no comment has used',
    status: 204,
  }),
  showAttachment: endpoint('GET /api/v2/attachments/:id', {
    ...forAgents,
    summary: 'Show what is known of an attachment',
    status: 200,
    answer: Type.Object({ attachment: Attachment }),
  }),
  readAttachment: endpoint('GET /attachments/token/:token/', {
    ...forAdmins,
    callers: ['session', 'api_token', 'oauth', 'zis_token', 'anyone'],
    notOnlyAdmins: true,
    summary: 'The content of an attachment, to whoever knows its address',
    query: Type.Object({ name: Type.Optional(Type.String()) }),
    status: 200,
  }),
}
