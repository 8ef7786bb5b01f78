import type { Static } from 'typebox'
import type { AuditEvent } from '../../../zis/wire/ticket-shapes'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { emptyFieldValue, isSameValue } from './field-values'
import type { TicketSave } from './ticket-events'
import type { TicketRow } from './ticket-row'

type Event = Static<typeof AuditEvent>
export type NewAuditEvent = Omit<Event, 'id'>
export type AuditRow = Tables['audits']

/** Properties that an audit tells of, by the names it has for them. */
const told: Array<[property: keyof TicketRow, field_name: string]> = [
  ['subject', 'subject'],
  ['status', 'status'],
  ['priority', 'priority'],
  ['type', 'type'],
  ['requester_id', 'requester_id'],
  ['assignee_id', 'assignee_id'],
  ['group_id', 'group_id'],
  ['organization_id', 'organization_id'],
  ['brand_id', 'brand_id'],
  ['ticket_form_id', 'ticket_form_id'],
  ['external_id', 'external_id'],
  ['problem_id', 'problem_id'],
  ['due_at', 'due_at'],
  ['tags', 'tags'],
  ['follower_ids', 'follower_ids'],
  ['email_cc_ids', 'email_cc_ids'],
]

/**
 * Writes down what one save did and who did it: `Create` for what a new ticket has, `Change` for what has
 * another value, the comment, and whatever else happened. A save that changed nothing leaves no audit behind.
 */
export function writeAudit(
  world: World,
  { before, after, comment }: TicketSave,
  {
    id,
    author,
    channel,
    more = [],
  }: { id: number; author: Tables['users']; channel: string; more?: NewAuditEvent[] },
): AuditRow {
  const { store } = world
  const events = [
    ...(comment ? [commentEvent(comment.row)] : []),
    ...told.flatMap(([property, field_name]) => change(field_name, before?.[property], after[property])),
    ...store
      .table('ticket_fields')
      .list()
      .filter(([, field]) => field.id in after.field_values || field.id in (before?.field_values ?? {}))
      .flatMap(([, field]) => {
        const empty = emptyFieldValue(field)
        const value = after.field_values[field.id] ?? empty
        return change(String(field.id), before ? (before.field_values[field.id] ?? empty) : undefined, value)
      }),
    ...more,
  ].map((event): Event => ({ id: store.nextNumber('audit_events', 700_001), ...event }))
  const audit: AuditRow = {
    id,
    ticket_id: after.id,
    created_at: stamp(world),
    author_id: author.id,
    via: { channel, source: { from: {}, to: {}, rel: null } },
    metadata: { system: {}, custom: {} },
    events,
  }
  if (events.length > 0) store.table('audits').put(keyOf(after.id, id), audit)
  return audit
}

/** @param previous undefined for a ticket that was just created */
function change(field_name: string, previous: unknown, value: unknown): NewAuditEvent[] {
  if (previous === undefined) {
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
    return isEmpty ? [] : [{ type: 'Create', field_name, value }]
  }
  return isSameValue(previous, value) ? [] : [{ type: 'Change', field_name, value, previous_value: previous }]
}

function commentEvent(comment: Tables['comments']): NewAuditEvent {
  const { author_id, body, html_body, plain_body, attachments, audit_id, id } = comment
  return {
    type: 'Comment',
    ...{
      author_id,
      body,
      html_body,
      plain_body,
      public: comment.public,
      attachments,
      audit_id,
      comment_id: id,
    },
  }
}
