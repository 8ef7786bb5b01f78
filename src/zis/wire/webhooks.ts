import Type from 'typebox'
import { endpoint } from './endpoint'

export const InboundWebhook = Type.Object({
  id: Type.String({ description: 'a ULID; paths take the uuid' }),
  uuid: Type.String(),
  zendesk_account_id: Type.Integer(),
  path: Type.String({ description: 'where events are posted to, on the host of the account' }),
  integration: Type.String(),
  source_system: Type.String(),
  event_type: Type.String(),
})

// No control characters, and nothing that is longer than a name (zis-api 7.1).
const EventWord = Type.String({ minLength: 1, maxLength: 255, pattern: '^[^\\u0000-\\u001f\\u007f]*$' })
const callers = ['session', 'zis_token'] as const
const base = '/api/services/zis/inbound_webhooks/generic'

/** Inbound webhooks: doors through which other systems start flows (zis-api 7). */
export const webhooks = {
  createWebhook: endpoint(`POST ${base}/:integration`, {
    summary: 'Create an inbound webhook; its credentials are shown in this answer only',
    source: 'zis-api 7.1',
    callers,
    body: Type.Object({ source_system: EventWord, event_type: EventWord }),
    status: 200,
    answer: Type.Object({
      ...InboundWebhook.properties,
      username: Type.String(),
      password: Type.String(),
    }),
  }),
  listWebhooks: endpoint(`GET ${base}/:integration/all`, {
    summary: 'List inbound webhooks (undocumented)',
    source: 'zis-api 7.3',
    callers,
    status: 200,
    answer: Type.Object({
      webhooks: Type.Optional(
        Type.Array(InboundWebhook, { description: 'can be missing when there are none' }),
      ),
    }),
  }),
  showWebhook: endpoint(`GET ${base}/:integration/:uuid`, {
    summary: 'Show an inbound webhook',
    source: 'zis-api 7.3',
    callers,
    status: 200,
    answer: InboundWebhook,
  }),
  deleteWebhook: endpoint(`DELETE ${base}/:integration/:uuid`, {
    summary: 'Delete an inbound webhook and its credentials (undocumented)',
    source: 'zis-api 7.3',
    callers,
    status: 204,
  }),
  ingest: endpoint(`POST ${base}/ingest/:token`, {
    summary: 'Post an event to an inbound webhook, with its own username and password',
    source: 'zis-api 7.2',
    callers: ['webhook'],
    body: Type.Unknown(),
    status: 200,
  }),
}
