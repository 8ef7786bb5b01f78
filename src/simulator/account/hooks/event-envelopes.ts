import { isObject, own, type Json, type JsonObject } from '../../../zis/json'
import type { EventRow } from '../../store/tables'
import { accountOf, type World } from '../../world'
import type { TicketChange } from './ticket-change'

/** Native events and what webhooks subscribe to instead; a part of the list (zis-events 7.1). */
const types: Record<string, string> = {
  'ticket.TicketCreated': 'ticket.created',
  'ticket.StatusChanged': 'ticket.status_changed',
  'ticket.PriorityChanged': 'ticket.priority_changed',
  'ticket.SubjectChanged': 'ticket.subject_changed',
  'ticket.TicketTypeChanged': 'ticket.type_changed',
  'ticket.AgentAssignmentChanged': 'ticket.agent_assignment_changed',
  'ticket.GroupAssignmentChanged': 'ticket.group_assignment_changed',
  'ticket.CommentAdded': 'ticket.comment_added',
  'ticket.TagsChanged': 'ticket.tags_changed',
  'user.UserCreated': 'user.created',
  'user.UserNameChanged': 'user.name_changed',
  'user.UserRoleChanged': 'user.role_changed',
  'user.UserAliasChanged': 'user.alias_changed',
  'user.UserDetailsChanged': 'user.details_changed',
  'user.UserNotesChanged': 'user.notes_changed',
  'user.ExternalIdChanged': 'user.external_id_changed',
  'user.TimeZoneChanged': 'user.time_zone_changed',
  'user.UserDefaultGroupChanged': 'user.default_group_changed',
  'user.UserIsActiveChanged': 'user.active_changed',
  'user.TagsChanged': 'user.tags_changed',
  'organization.OrganizationCreated': 'organization.created',
  'organization.ExternalIdChanged': 'organization.external_id_changed',
  'organization.TagsChanged': 'organization.tags_changed',
}

/**
 * A native event as a webhook sends it: ids as texts, a ticket's status in capitals; undefined for one that no
 * webhook can subscribe to.
 *
 * @param change of the ticket that the event is about, for events of tickets
 */
export function envelopeOf(
  world: World,
  row: EventRow,
  change: TicketChange | undefined,
): JsonObject | undefined {
  const name = row.event_source === 'support' ? own(types, row.event_type) : undefined
  const domain = row.event_type.split('.')[0]!
  const event = isObject(row.input) ? row.input[`${domain}_event`] : undefined
  if (name === undefined || !isObject(event)) return undefined
  const { meta: _meta, type: _type, [domain]: subject, ...changed } = event
  const detail = domain === 'ticket' ? change && ticketDetail(change) : withTextIds(subject ?? null)
  if (!isObject(detail)) return undefined
  return {
    type: `zen:event-type:${name}`,
    account_id: accountOf(world).id,
    id: world.ids.uuid(),
    time: row.at,
    zendesk_event_version: '2022-06-20',
    subject: `zen:${domain}:${String(detail['id'])}`,
    detail,
    event: withTextIds(changed),
  }
}

function ticketDetail({ ticket, by }: TicketChange): JsonObject {
  const { id, priority, type, subject, description, external_id, tags, created_at, updated_at } = ticket
  return {
    ...{ id: String(id), subject, description, priority, type, external_id, tags, created_at, updated_at },
    actor_id: text(by?.id),
    assignee_id: text(ticket.assignee_id),
    brand_id: text(ticket.brand_id),
    custom_status: null,
    form_id: text(ticket.ticket_form_id),
    group_id: text(ticket.group_id),
    is_public: true,
    organization_id: text(ticket.organization_id),
    requester_id: text(ticket.requester_id),
    status: ticket.status.toUpperCase(),
    submitter_id: text(ticket.submitter_id),
    via: { channel: ticket.via.channel },
  }
}

const text = (id: number | null | undefined): string | null =>
  id === null || id === undefined ? null : String(id)

/** Numbers are ids in these events, and webhooks write ids as texts. */
function withTextIds(value: Json): Json {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(withTextIds)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withTextIds(child)]))
}
