import Type from 'typebox'
import { endpoint } from './endpoint'
import { Timestamp } from './shapes'
import { admins } from './support-shapes'

/** What a trigger can look at, and how (a part of what Support has). */
export const conditionFields = [
  'update_type',
  'status',
  'priority',
  'type',
  'group_id',
  'assignee_id',
  'requester_id',
  'organization_id',
  'brand_id',
  'current_tags',
  'subject_includes_word',
  'comment_is_public',
] as const
export const conditionOperators = [
  'is',
  'is_not',
  'includes',
  'not_includes',
  'changed',
  'not_changed',
  'value',
  'value_previous',
  'less_than',
  'greater_than',
] as const

export const Condition = Type.Object({
  field: Type.Enum([...conditionFields]),
  operator: Type.Optional(Type.Enum([...conditionOperators])),
  value: Type.Optional(Type.Union([Type.String(), Type.Integer(), Type.Boolean(), Type.Null()])),
})

/** The webhook's id, and the body as a template. */
const Action = Type.Object({
  field: Type.Literal('notification_webhook'),
  value: Type.Array(Type.String(), { minItems: 2, maxItems: 2 }),
})
const Conditions = Type.Object({
  all: Type.Optional(Type.Array(Condition)),
  any: Type.Optional(Type.Array(Condition)),
})

export const Trigger = Type.Object({
  id: Type.Integer(),
  title: Type.String(),
  active: Type.Boolean(),
  position: Type.Integer(),
  conditions: Type.Object({ all: Type.Array(Condition), any: Type.Array(Condition) }),
  actions: Type.Array(Action),
  created_at: Timestamp,
  updated_at: Timestamp,
})
const One = Type.Object({ trigger: Trigger })
const common = { source: 'zis-events 7.2', callers: admins } as const

/** Ticket triggers whose action notifies a webhook (zis-events 7.2). */
export const triggers = {
  listTriggers: endpoint('GET /api/v2/triggers', {
    ...common,
    summary: 'List triggers',
    status: 200,
    answer: Type.Object({ triggers: Type.Array(Trigger), count: Type.Integer() }),
  }),
  showTrigger: endpoint('GET /api/v2/triggers/:id', {
    ...common,
    summary: 'Show a trigger',
    status: 200,
    answer: One,
  }),
  createTrigger: endpoint('POST /api/v2/triggers', {
    ...common,
    summary: 'Create a trigger',
    body: Type.Object({
      trigger: Type.Object({
        title: Type.String({ minLength: 1 }),
        active: Type.Optional(Type.Boolean()),
        conditions: Conditions,
        actions: Type.Array(Action, { minItems: 1 }),
      }),
    }),
    status: 201,
    answer: One,
  }),
  updateTrigger: endpoint('PUT /api/v2/triggers/:id', {
    ...common,
    summary: 'Update a trigger',
    body: Type.Object({
      trigger: Type.Object({
        title: Type.Optional(Type.String({ minLength: 1 })),
        active: Type.Optional(Type.Boolean()),
        conditions: Type.Optional(Conditions),
        actions: Type.Optional(Type.Array(Action, { minItems: 1 })),
      }),
    }),
    status: 200,
    answer: One,
  }),
  deleteTrigger: endpoint('DELETE /api/v2/triggers/:id', {
    ...common,
    summary: 'Delete a trigger',
    status: 204,
  }),
}
