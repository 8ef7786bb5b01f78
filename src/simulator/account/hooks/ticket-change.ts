import { isObject, type Json, type JsonObject } from '../../../zis/json'
import { keyOf } from '../../store/keys'
import type { EventRow, Tables } from '../../store/tables'
import type { World } from '../../world'

/** One save of one ticket, as triggers see it. */
export interface TicketChange {
  ticket: Tables['tickets']
  isNew: boolean
  /** By property: what stood there before, for what changed. */
  previous: { [property: string]: { value: Json } }
  comment: { body: string; is_public: boolean; author: { id: number } } | undefined
  /** Who saved it. */
  by: Tables['users'] | undefined
}

/** The event types whose change a trigger can ask for. */
const properties: Record<string, string> = {
  'ticket.StatusChanged': 'status',
  'ticket.PriorityChanged': 'priority',
  'ticket.TicketTypeChanged': 'type',
  'ticket.AgentAssignmentChanged': 'assignee_id',
  'ticket.GroupAssignmentChanged': 'group_id',
  'ticket.RequesterChanged': 'requester_id',
  'ticket.OrganizationChanged': 'organization_id',
  'ticket.BrandChanged': 'brand_id',
}

/** What the events of one save say together; undefined when they are not about a ticket. */
export function ticketChangeOf(
  { store }: World,
  rows: EventRow[],
  by: number | undefined,
): TicketChange | undefined {
  const events = rows.filter(
    ({ event_source, event_type }) => event_source === 'support' && event_type.startsWith('ticket.'),
  )
  const inputs = events.map((row) => ({ type: row.event_type, event: ticketEventOf(row.input) }))
  const id = inputs
    .map(({ event }) => (isObject(event?.['ticket']) ? event['ticket']['id'] : undefined))
    .find(isNumber)
  const ticket = id === undefined ? undefined : store.table('tickets').get(keyOf(id))
  if (!ticket) return undefined
  const previous: TicketChange['previous'] = {}
  for (const { type, event } of inputs) {
    const property = properties[type]
    if (property !== undefined) previous[property] = { value: event?.['previous'] ?? null }
  }
  const added = inputs.find(({ type }) => type === 'ticket.CommentAdded')?.event
  const comment = added?.['comment'] as TicketChange['comment']
  const who = by ?? comment?.author.id
  return {
    ticket,
    isNew: inputs.some(({ type }) => type === 'ticket.TicketCreated'),
    previous,
    comment,
    by: who === undefined ? undefined : store.table('users').get(keyOf(who)),
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

function ticketEventOf(input: Json): JsonObject | undefined {
  const event = isObject(input) ? input['ticket_event'] : undefined
  return isObject(event) ? event : undefined
}
