import type { Json, JsonObject } from '../../../zis/json'
import type { NewEvent } from '../../events/bus'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { nativeEventsOf, type NativeChange } from '../native-events'
import { emptyFieldValue, eventFieldType, isSameValue } from './field-values'
import type { TicketRow } from './ticket-row'

type Comment = Tables['comments']
type Attachment = Tables['attachments']

/** Properties whose change raises an event of its own, with `previous` and `current` (zis-events 2.2). */
const watched: Array<[property: keyof TicketRow, event_type: string]> = [
  ['status', 'ticket.StatusChanged'],
  ['priority', 'ticket.PriorityChanged'],
  ['subject', 'ticket.SubjectChanged'],
  ['description', 'ticket.DescriptionChanged'],
  ['type', 'ticket.TicketTypeChanged'],
  ['requester_id', 'ticket.RequesterChanged'],
  ['submitter_id', 'ticket.SubmitterChanged'],
  ['assignee_id', 'ticket.AgentAssignmentChanged'],
  ['group_id', 'ticket.GroupAssignmentChanged'],
  ['organization_id', 'ticket.OrganizationChanged'],
  ['brand_id', 'ticket.BrandChanged'],
  ['ticket_form_id', 'ticket.TicketFormChanged'],
  ['external_id', 'ticket.ExternalIdChanged'],
  ['problem_id', 'ticket.ProblemLinkChanged'],
  ['due_at', 'ticket.TaskDueAtChanged'],
]

/** What a save did beside setting properties. */
export interface TicketSave {
  /** Undefined for a ticket that was just created. */
  before: TicketRow | undefined
  after: TicketRow
  comment?: { row: Comment; author: Tables['users']; attachments: Attachment[] }
  /** Changes that no property tells of: a merge, a deletion, a redaction. */
  more?: NativeChange[]
  /** What was done, in words; "changed" or "created" unless told. */
  did?: string
}

/**
 * The events that Zendesk raises for one save of one ticket: they share a `sequence.id`, and `position` is
 * their number (zis-events 1, 2.2).
 */
export function ticketEvents(
  world: World,
  { before, after, comment, more = [], did }: TicketSave,
): NewEvent[] {
  const isQuiet = !before && world.assume('ticketCreationEvents') === 'created'
  const changes: NativeChange[] = [
    ...(before ? [] : [{ event_type: 'ticket.TicketCreated', members: {} }]),
    ...(comment ? [commentChange('ticket.CommentAdded', comment.row, comment.author)] : []),
    ...(comment?.attachments ?? []).map((file) =>
      attachmentChange('ticket.AttachmentLinkedToComment', comment!.row, file),
    ),
    ...(isQuiet ? [] : propertiesChanged(before, after)),
    ...(isQuiet ? [] : fieldsChanged(world, before, after)),
    ...more,
  ]
  return nativeEventsOf(world, changes, {
    origin: `Ticket ${after.id} was ${did ?? (before ? 'changed' : 'created')}`,
    subject: { ticket: ticketOf(after) },
  })
}

function propertiesChanged(before: TicketRow | undefined, after: TicketRow): NativeChange[] {
  const single = watched.flatMap(([property, event_type]) => {
    // Every ticket begins as new, so that no event tells of it.
    const previous = (before ? before[property] : property === 'status' ? 'new' : null) as Json
    const current = after[property] as Json
    const isEmpty = !before && current === ''
    return previous === current || isEmpty ? [] : [{ event_type, members: { previous, current } }]
  })
  const lists = [
    listChange('ticket.TagsChanged', 'tags', before?.tags, after.tags),
    listChange('ticket.FollowersChanged', 'users', before?.follower_ids, after.follower_ids),
    listChange('ticket.CcsChanged', 'users', before?.email_cc_ids, after.email_cc_ids),
  ]
  return [...single, ...lists.flat()]
}

function listChange<One extends string | number>(
  event_type: string,
  name: 'tags' | 'users',
  before: One[] = [],
  after: One[],
): NativeChange[] {
  const added = after.filter((one) => !before.includes(one))
  const removed = before.filter((one) => !after.includes(one))
  if (added.length === 0 && removed.length === 0) return []
  return [{ event_type, members: { [`${name}_added`]: added, [`${name}_removed`]: removed } }]
}

function fieldsChanged({ store }: World, before: TicketRow | undefined, after: TicketRow): NativeChange[] {
  const ids = new Set([...Object.keys(before?.field_values ?? {}), ...Object.keys(after.field_values)])
  const fields = store.table('ticket_fields').list()
  return fields.flatMap(([, field]) => {
    if (!ids.has(String(field.id))) return []
    const previous = (before?.field_values[field.id] ?? emptyFieldValue(field)) as Json
    const current = (after.field_values[field.id] ?? emptyFieldValue(field)) as Json
    if (isSameValue(previous, current)) return []
    const { id, title, type } = field
    const custom_field = { id, title, field_type: eventFieldType(type) }
    return [{ event_type: 'ticket.CustomFieldChanged', members: { custom_field, previous, current } }]
  })
}

/** The `ticket` object of an event: no subject, description or comments in it (zis-events 2.1). */
function ticketOf(ticket: TicketRow): JsonObject {
  const { id, status, priority, type, created_at, updated_at, requester_id, submitter_id, assignee_id } =
    ticket
  const { organization_id, group_id, brand_id, ticket_form_id, external_id, tags, via } = ticket
  return {
    ...{ id, status, priority, type, created_at, updated_at, requester_id, submitter_id, assignee_id },
    ...{ organization_id, group_id, brand_id, form_id: ticket_form_id, external_id, tags },
    via: { channel: via.channel },
  }
}

/** A change that is about a comment (zis-events 2.2). */
export function commentChange(event_type: string, comment: Comment, author: Tables['users']): NativeChange {
  const { id, name, role } = author
  const is_staff = role !== 'end-user'
  return {
    event_type,
    members: {
      comment: {
        id: comment.id,
        body: comment.body,
        is_public: comment.public,
        author: { id, name, is_staff },
      },
    },
  }
}

/** A change that is about a file of a comment (zis-events 2.2). */
export function attachmentChange(event_type: string, comment: Comment, attachment: Attachment): NativeChange {
  const { id, content_url, content_type, file_name } = attachment.shown
  const is_public = comment.public
  return {
    event_type,
    members: {
      attachment: { id, content_url, content_type, filename: file_name, is_public },
      comment: { id: comment.id },
    },
  }
}
