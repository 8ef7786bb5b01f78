import { isObject, type Json, type JsonObject } from '../../../zis/json'
import type { EventRow } from '../../store/tables'
import { accountOf, type World } from '../../world'
import type { TicketChange } from './ticket-change'

/** Native ticket events and what webhooks subscribe to instead; a part of the list (zis-events 7.1). */
const types: Record<string, string> = {
  'ticket.TicketCreated': 'zen:event-type:ticket.created',
  'ticket.StatusChanged': 'zen:event-type:ticket.status_changed',
  'ticket.PriorityChanged': 'zen:event-type:ticket.priority_changed',
  'ticket.SubjectChanged': 'zen:event-type:ticket.subject_changed',
  'ticket.TicketTypeChanged': 'zen:event-type:ticket.type_changed',
  'ticket.AgentAssignmentChanged': 'zen:event-type:ticket.agent_assignment_changed',
  'ticket.GroupAssignmentChanged': 'zen:event-type:ticket.group_assignment_changed',
  'ticket.CommentAdded': 'zen:event-type:ticket.comment_added',
  'ticket.TagsChanged': 'zen:event-type:ticket.tags_changed',
}

/** A native event as a webhook sends it: ids as texts, the status in capitals; undefined for one that has no type. */
export function envelopeOf(
  world: World,
  row: EventRow,
  { ticket, by }: TicketChange,
): JsonObject | undefined {
  const type = types[row.event_type]
  if (type === undefined) return undefined
  const event = (isObject(row.input) ? row.input['ticket_event'] : {}) as JsonObject
  const { meta: _meta, type: _type, ticket: _ticket, ...changed } = event
  const {
    id,
    priority,
    type: ticketType,
    subject,
    description,
    external_id,
    tags,
    created_at,
    updated_at,
  } = ticket
  return {
    type,
    account_id: accountOf(world).id,
    id: world.ids.uuid(),
    time: row.at,
    zendesk_event_version: '2022-06-20',
    subject: `zen:ticket:${id}`,
    detail: {
      ...{ id: String(id), subject, description, priority, type: ticketType, external_id, tags },
      ...{ created_at, updated_at },
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
    },
    event: withTextIds(changed) as JsonObject,
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
