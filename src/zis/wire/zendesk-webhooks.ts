import Type from 'typebox'
import { endpoint } from './endpoint'
import { Timestamp } from './shapes'
import { admins } from './support-shapes'

const Authentication = Type.Object({
  type: Type.Enum(['basic_auth', 'bearer_token', 'api_key']),
  data: Type.Object({
    username: Type.Optional(Type.String()),
    password: Type.Optional(Type.String()),
    token: Type.Optional(Type.String()),
    name: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]+$' })),
    value: Type.Optional(Type.String()),
  }),
  add_position: Type.Optional(Type.Literal('header')),
})

const Fields = {
  name: Type.String({ minLength: 1 }),
  status: Type.Enum(['active', 'inactive']),
  endpoint: Type.String({ pattern: '^https?://' }),
  http_method: Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  request_format: Type.Enum(['json', 'form_encoded', 'xml']),
  subscriptions: Type.Array(Type.String({ minLength: 1 })),
}

export const ZendeskWebhook = Type.Object({
  id: Type.String({ description: 'a ULID' }),
  ...Fields,
  authentication: Type.Optional(Type.Object({ type: Type.String(), add_position: Type.String() })),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const Invocation = Type.Object({
  id: Type.String(),
  webhook_id: Type.String(),
  status: Type.Enum(['in progress', 'success', 'failed']),
  status_code: Type.Union([Type.Integer(), Type.Null()]),
  created_at: Timestamp,
  latest_completed_at: Type.Union([Timestamp, Type.Null()]),
})

const One = Type.Object({ webhook: ZendeskWebhook })
const common = { source: 'zis-events 7.1', callers: admins } as const
const Change = Type.Object({
  webhook: Type.Partial(Type.Object({ ...Fields, authentication: Authentication })),
})

/** Webhooks of the account, which post what happened in it elsewhere (zis-events 7.1). */
export const zendeskWebhooks = {
  listZendeskWebhooks: endpoint('GET /api/v2/webhooks', {
    ...common,
    summary: 'List webhooks',
    status: 200,
    answer: Type.Object({ webhooks: Type.Array(ZendeskWebhook) }),
  }),
  showZendeskWebhook: endpoint('GET /api/v2/webhooks/:id', {
    ...common,
    summary: 'Show a webhook',
    status: 200,
    answer: One,
  }),
  createZendeskWebhook: endpoint('POST /api/v2/webhooks', {
    ...common,
    summary: 'Create a webhook',
    body: Type.Object({
      webhook: Type.Object({
        ...Fields,
        subscriptions: Type.Optional(Fields.subscriptions),
        authentication: Type.Optional(Authentication),
      }),
    }),
    status: 201,
    answer: One,
  }),
  changeZendeskWebhook: endpoint('PATCH /api/v2/webhooks/:id', {
    ...common,
    summary: 'Change a webhook',
    body: Change,
    status: 204,
  }),
  deleteZendeskWebhook: endpoint('DELETE /api/v2/webhooks/:id', {
    ...common,
    summary: 'Delete a webhook',
    status: 204,
  }),
  listInvocations: endpoint('GET /api/v2/webhooks/:id/invocations', {
    ...common,
    summary: 'List what a webhook has sent, newest first',
    status: 200,
    answer: Type.Object({ invocations: Type.Array(Invocation) }),
  }),
}
