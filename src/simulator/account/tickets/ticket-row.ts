import type { Static } from 'typebox'
import type { Ticket } from '../../../zis/wire/ticket-shapes'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { apiUrl } from '../api-url'
import { emptyFieldValue } from './field-values'

export type TicketRow = Tables['tickets']

/** How a ticket or a change came in: by the page, or by a program. */
export const viaOf = (channel: string): TicketRow['via'] => ({
  channel,
  source: { from: {}, to: {}, rel: null },
})

/** A ticket as it is before anything was set. */
export function makeTicket(id: number, requester: number, now: string, channel = 'web'): TicketRow {
  return {
    id,
    url: apiUrl(`tickets/${id}`),
    external_id: null,
    via: viaOf(channel),
    created_at: now,
    updated_at: now,
    type: null,
    subject: '',
    description: '',
    priority: null,
    status: 'new',
    requester_id: requester,
    submitter_id: requester,
    assignee_id: null,
    organization_id: null,
    group_id: 8001,
    follower_ids: [],
    email_cc_ids: [],
    problem_id: null,
    due_at: null,
    tags: [],
    brand_id: 7001,
    ticket_form_id: 6001,
    field_values: {},
    is_public: true,
  }
}

/** A ticket as the Support API answers it. */
export function presentTicket({ store }: Pick<World, 'store'>, row: TicketRow): Static<typeof Ticket> {
  const { field_values: values, ...kept } = row
  const custom_fields = store
    .table('ticket_fields')
    .list()
    .filter(([, field]) => field.removable && field.active)
    .map(([, field]) => ({ id: field.id, value: values[field.id] ?? emptyFieldValue(field) }))
  return {
    ...kept,
    raw_subject: row.subject,
    recipient: null,
    collaborator_ids: [...new Set([...row.email_cc_ids, ...row.follower_ids])],
    forum_topic_id: null,
    has_incidents: store.table('incidents').count(below(row.id)) > 0,
    custom_fields,
    fields: custom_fields,
    satisfaction_rating: { score: 'unoffered' },
    sharing_agreement_ids: [],
    followup_ids: [],
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
    generated_timestamp: Math.floor(Date.parse(row.updated_at) / 1000),
  }
}

/** Puts a ticket where it belongs, and itself among the incidents of its problem. */
export function putTicket(
  { store }: Pick<World, 'store'>,
  before: TicketRow | undefined,
  after: TicketRow,
): void {
  store.table('tickets').put(keyOf(after.id), after)
  if (before?.problem_id === after.problem_id) return
  if (before?.problem_id) store.table('incidents').delete(keyOf(before.problem_id, after.id))
  if (after.problem_id) store.table('incidents').put(keyOf(after.problem_id, after.id), {})
}
