import Type from 'typebox'
import { AnyObject, Nullable, Timestamp } from './shapes'
import { Id } from './support-shapes'

export const ticketStatuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const
export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const
export const ticketTypes = ['question', 'incident', 'problem', 'task'] as const

export const TicketStatus = Type.Enum([...ticketStatuses])
export const TicketPriority = Nullable(Type.Enum([...ticketPriorities]))
export const TicketType = Nullable(Type.Enum([...ticketTypes]))

export const Via = Type.Object({
  channel: Type.String(),
  source: Type.Object({ from: AnyObject, to: AnyObject, rel: Nullable(Type.String()) }),
})

/** What a custom field can hold: a text, a number, a flag, the tags of options, or nothing. */
export const FieldValue = Nullable(
  Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())]),
)
const FieldValues = Type.Array(Type.Object({ id: Type.Integer(), value: FieldValue }))

/** What is kept of a ticket as it is answered; the rest of {@link Ticket} is worked out. */
const kept = {
  id: Type.Integer(),
  url: Type.String(),
  external_id: Nullable(Type.String()),
  via: Via,
  created_at: Timestamp,
  updated_at: Timestamp,
  type: TicketType,
  subject: Type.String(),
  description: Type.String(),
  priority: TicketPriority,
  status: TicketStatus,
  requester_id: Type.Integer(),
  submitter_id: Type.Integer(),
  assignee_id: Id,
  organization_id: Id,
  group_id: Id,
  follower_ids: Type.Array(Type.Integer()),
  email_cc_ids: Type.Array(Type.Integer()),
  problem_id: Id,
  due_at: Nullable(Timestamp),
  tags: Type.Array(Type.String()),
  brand_id: Type.Integer(),
  ticket_form_id: Id,
  is_public: Type.Boolean(),
}
export const KeptTicket = Type.Object(kept)

export const Ticket = Type.Object({
  ...kept,
  raw_subject: Type.String(),
  recipient: Type.Null(),
  collaborator_ids: Type.Array(Type.Integer()),
  forum_topic_id: Type.Null(),
  has_incidents: Type.Boolean(),
  custom_fields: FieldValues,
  fields: FieldValues,
  satisfaction_rating: Type.Object({ score: Type.String() }),
  sharing_agreement_ids: Type.Array(Type.Integer()),
  followup_ids: Type.Array(Type.Integer()),
  allow_channelback: Type.Boolean(),
  allow_attachments: Type.Boolean(),
  from_messaging_channel: Type.Boolean(),
  generated_timestamp: Type.Integer({ description: 'seconds since 1970 of the last change' }),
})

export const Attachment = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  file_name: Type.String(),
  content_url: Type.String(),
  mapped_content_url: Type.String(),
  content_type: Type.String(),
  size: Type.Integer({ description: 'bytes' }),
  width: Type.Null(),
  height: Type.Null(),
  inline: Type.Boolean(),
  deleted: Type.Boolean(),
  malware_access_override: Type.Boolean(),
  malware_scan_result: Type.String(),
  thumbnails: Type.Array(AnyObject),
})

export const Comment = Type.Object({
  id: Type.Integer(),
  type: Type.Literal('Comment'),
  author_id: Type.Integer(),
  body: Type.String(),
  html_body: Type.String(),
  plain_body: Type.String(),
  public: Type.Boolean(),
  attachments: Type.Array(Attachment),
  audit_id: Type.Integer(),
  via: Via,
  metadata: AnyObject,
  created_at: Timestamp,
})

/** One change in an audit: `Create`, `Change`, `Comment` and others, each with members of its own. */
export const AuditEvent = Type.Object({
  id: Type.Integer(),
  type: Type.String(),
  field_name: Type.Optional(Type.String()),
  value: Type.Optional(Type.Unknown()),
  previous_value: Type.Optional(Type.Unknown()),
  author_id: Type.Optional(Type.Integer()),
  body: Type.Optional(Type.String()),
  html_body: Type.Optional(Type.String()),
  plain_body: Type.Optional(Type.String()),
  public: Type.Optional(Type.Boolean()),
  attachments: Type.Optional(Type.Array(Attachment)),
  audit_id: Type.Optional(Type.Integer()),
  comment_id: Type.Optional(Type.Integer()),
  attachment_id: Type.Optional(Type.Integer()),
})

export const Audit = Type.Object({
  id: Type.Integer(),
  ticket_id: Type.Integer(),
  created_at: Timestamp,
  author_id: Type.Integer(),
  via: Via,
  metadata: AnyObject,
  events: Type.Array(AuditEvent),
})
