import { isObject, own, type Json, type JsonObject } from '../../../zis/json'
import { usualBeginning, webhookEventTypes } from '../../../zis/webhook-events'
import type { EventRow } from '../../store/tables'
import { keyOf } from '../../store/keys'
import { accountOf, type World } from '../../world'
import type { TicketChange } from './ticket-change'

/** What webhooks have to have subscribed to for an event of this type, however it begins. */
export const subscriptionOf = (type: string): string => type.replace(/^zen:event-type\//, usualBeginning)

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
  const name = row.event_source === 'support' ? own(webhookEventTypes, row.event_type) : undefined
  const domain = row.event_type.split('.')[0]!
  const event = isObject(row.input) ? row.input[`${domain}_event`] : undefined
  if (name === undefined || !isObject(event)) return undefined
  const { meta: _meta, type: _type, [domain]: subject, ...changed } = event
  const { assume } = world
  const what = asWebhooksSay(changed)
  const detail = domain === 'ticket' ? ticketDetail(world, subject, change) : withTextIds(subject ?? null)
  if (!isObject(detail)) return undefined
  return {
    type: `${domain === 'user' ? assume('webhookUserTypes') : usualBeginning}${name}`,
    account_id: accountOf(world).id,
    id: world.ids.uuid(),
    time: row.at,
    zendesk_event_version: assume('webhookEventVersion'),
    subject: `zen:${domain}:${String(detail['id'])}`,
    detail,
    event: assume('webhookEventNumbers') === 'text' ? withTextIds(what) : what,
  }
}

/** What webhooks say in another way than ZIS: the values of custom fields, and files (zis-events 7.1). */
function asWebhooksSay(changed: JsonObject): JsonObject {
  const { custom_field: field, attachment, comment } = changed
  if (isObject(field)) {
    const { id = null, title = null, field_type = null } = field
    const [previous, current] = [changed['previous'] ?? null, changed['current'] ?? null]
    return {
      custom_field: { id, title, type: field_type },
      previous: { value: previous },
      current: { value: current },
    }
  }
  if (attachment !== undefined && isObject(comment)) return { comment: { ...comment, attachment } }
  return changed
}

/** The ticket as it is, or was before it went; of one that is gone for good, what its event says. */
function ticketDetail(
  { store, assume }: World,
  shown: Json | undefined,
  change: TicketChange | undefined,
): JsonObject | undefined {
  if (!isObject(shown) || typeof shown['id'] !== 'number') return undefined
  const ticket = change?.ticket ?? store.table('deleted_tickets').get(keyOf(shown['id']))?.ticket
  const status = String(shown['status']).toUpperCase()
  if (!ticket) return { ...(withTextIds(shown) as JsonObject), ...('status' in shown && { status }) }
  const { id, priority, type, subject, description, external_id, created_at, updated_at } = ticket
  return {
    ...{ id: String(id), subject, description, priority, type, external_id, created_at, updated_at },
    tags: ticket.tags.length === 0 && assume('webhookNoTags') === 'null' ? null : ticket.tags,
    actor_id: text(change?.by?.id),
    assignee_id: text(ticket.assignee_id),
    brand_id: text(ticket.brand_id),
    custom_status: null,
    form_id: text(ticket.ticket_form_id),
    group_id: text(ticket.group_id),
    is_public: ticket.is_public,
    organization_id: text(ticket.organization_id),
    requester_id: text(ticket.requester_id),
    status,
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
