import Type from 'typebox'
import { customFieldChanged } from './custom-field'
import {
  change,
  dates,
  Flag,
  Id,
  maybe,
  metaOf,
  people,
  shape,
  tags,
  Text,
  Time,
  type EventDomain,
  type Members,
} from './parts'

const Status = Type.Enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted'])
const Priority = maybe(Type.Enum(['low', 'normal', 'high', 'urgent']))
const TicketType = maybe(Type.Enum(['question', 'incident', 'problem', 'task']))

const commentOf = (isPublic: typeof Flag | Type.TLiteral<false> = Flag): Members => ({
  comment: shape({
    id: Id,
    body: Text,
    is_public: isPublic,
    author: shape({ id: Id, name: Text, is_staff: Flag }),
  }),
})

const attachment: Members = {
  attachment: shape({ id: Id, content_url: Text, content_type: Text, filename: Text, is_public: Flag }),
  comment: shape({ id: Id }),
}

/** The events of tickets (zis-events 2). */
export const ticketEvent: EventDomain = {
  meta: metaOf('1.0', true),
  subject: {
    name: 'ticket',
    shape: shape({
      id: Id,
      ...dates,
      type: TicketType,
      priority: Priority,
      status: Status,
      requester_id: Id,
      submitter_id: Id,
      assignee_id: maybe(Id),
      organization_id: maybe(Id),
      group_id: maybe(Id),
      brand_id: Id,
      form_id: maybe(Id),
      external_id: maybe(Text),
      tags: Type.Array(Text),
      via: shape({ channel: Text }),
    }),
  },
  members: {
    'ticket.AgentAssignmentChanged': change(maybe(Id)),
    'ticket.AttachmentLinkedToComment': attachment,
    'ticket.AttachmentRedactedFromComment': attachment,
    'ticket.BrandChanged': change(maybe(Id)),
    'ticket.CcsChanged': people,
    'ticket.CommentAdded': commentOf(),
    'ticket.CommentMadePrivate': commentOf(Type.Literal(false)),
    'ticket.CommentRedacted': commentOf(),
    'ticket.CustomFieldChanged': customFieldChanged,
    'ticket.DescriptionChanged': change(maybe(Text)),
    'ticket.ExternalIdChanged': change(maybe(Text)),
    'ticket.FollowersChanged': people,
    'ticket.GroupAssignmentChanged': change(maybe(Id)),
    'ticket.MarkedAsSpam': {},
    'ticket.OrganizationChanged': change(maybe(Id)),
    'ticket.PriorityChanged': change(Priority),
    'ticket.ProblemLinkChanged': change(maybe(Id)),
    'ticket.RequesterChanged': change(maybe(Id)),
    'ticket.StatusChanged': change(Status),
    'ticket.SubjectChanged': change(maybe(Text)),
    'ticket.SubmitterChanged': change(maybe(Id)),
    'ticket.TagsChanged': tags,
    'ticket.TaskDueAtChanged': change(maybe(Time)),
    'ticket.TicketCreated': {},
    'ticket.TicketFormChanged': change(maybe(Id)),
    'ticket.TicketMerged': { target_ticket_id: Id },
    'ticket.TicketPermanentlyDeleted': {},
    'ticket.TicketSoftDeleted': {},
    'ticket.TicketTypeChanged': change(TicketType),
    'ticket.TicketUndeleted': {},
  },
}
