import type { Json, JsonObject } from '../../zis/json'
import type { Tables } from '../store/tables'
import type { NewEvent } from '../events/bus'
import type { World } from '../world'
import { nativeEventsOf, type NativeChange } from './native-events'

type Ticket = Tables['tickets']
type Comment = Tables['comments']

/** Properties whose change raises an event of its own, with `previous` and `current` (zis-events 2.2). */
const watched: Array<[property: keyof Ticket, event_type: string]> = [
  ['status', 'ticket.StatusChanged'],
  ['priority', 'ticket.PriorityChanged'],
  ['subject', 'ticket.SubjectChanged'],
  ['type', 'ticket.TicketTypeChanged'],
  ['assignee_id', 'ticket.AgentAssignmentChanged'],
  ['group_id', 'ticket.GroupAssignmentChanged'],
]

/**
 * What a new ticket has without anybody setting it. Every other property that is not empty at the creation
 * raises its event too (zis-events 2.2).
 */
const empty: Partial<Ticket> = { status: 'new', group_id: 8001 }

/**
 * The events that Zendesk raises for one save of one ticket: they share a `sequence.id`, and `position` is
 * their number (zis-events 1, 2.2).
 *
 * @param before undefined for a ticket that was just created
 */
export function ticketEvents(
  world: World,
  before: Ticket | undefined,
  after: Ticket,
  comment?: Comment,
  author?: Tables['users'],
): NewEvent[] {
  const changes: NativeChange[] = []
  if (!before) changes.push({ event_type: 'ticket.TicketCreated', members: {} })
  if (comment && author) changes.push(commentAdded(comment, author))
  for (const [property, event_type] of watched) {
    const previous = (before ? before[property] : (empty[property] ?? null)) as Json
    const current = after[property] as Json
    if (previous !== current) changes.push({ event_type, members: { previous, current } })
  }
  changes.push(...tagsChanged(before?.tags ?? [], after.tags))

  return nativeEventsOf(world, changes, {
    origin: before ? `Ticket ${after.id} was changed` : `Ticket ${after.id} was created`,
    subject: { ticket: ticketOf(after) },
  })
}

/** The `ticket` object of an event: no subject, description or comments in it (zis-events 2.1). */
function ticketOf(ticket: Ticket): JsonObject {
  const { id, status, priority, type, created_at, updated_at, requester_id, submitter_id, assignee_id } =
    ticket
  const { organization_id, group_id, brand_id, ticket_form_id, external_id, tags, via } = ticket
  return {
    ...{ id, status, priority, type, created_at, updated_at, requester_id, submitter_id, assignee_id },
    ...{ organization_id, group_id, brand_id, form_id: ticket_form_id, external_id, tags, via },
  }
}

function commentAdded(comment: Comment, author: Tables['users']): NativeChange {
  return {
    event_type: 'ticket.CommentAdded',
    members: {
      comment: {
        id: comment.id,
        body: comment.body,
        is_public: comment.public,
        author: { id: author.id, name: author.name, is_staff: author.role !== 'end-user' },
      },
    },
  }
}

function tagsChanged(before: string[], after: string[]): NativeChange[] {
  const added = after.filter((tag) => !before.includes(tag))
  const removed = before.filter((tag) => !after.includes(tag))
  if (added.length === 0 && removed.length === 0) return []
  return [
    {
      event_type: 'ticket.TagsChanged',
      members: { tags_added: added, tags_removed: removed },
    },
  ]
}
