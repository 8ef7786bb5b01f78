import type { CallAnswer, WireByRoute } from '../../zis/wire'

type Answer<R extends keyof WireByRoute> = CallAnswer<WireByRoute, R>
type OAuthRow = Answer<'GET /api/services/zis/connections/:integration'>
type Client = Answer<'GET /api/services/zis/connections/oauth/clients/:integration/:uuid'>
type Integration = Answer<'POST /api/services/zis/registry/:integration'>

export type TypedKind = 'api_key' | 'basic_auth' | 'bearer_token'

/** A sign-in as the app may know it: that there are tokens, never which. */
export interface SafeConnection {
  kind: 'oauth'
  name: string
  uuid: string
  created_by: string
  permission_scope: string
  oauth_url_subdomain: string
  token_expiry: string
  created_at: string
  updated_at: string
  has_access_token: boolean
  has_refresh_token: boolean
}

/** A stored credential as the app may know it: whose it is and where it goes, never what it is. */
export interface SafeCredential {
  kind: TypedKind
  name: string
  allowed_domain: string
  /** Of basic authentication; else empty. */
  username: string
  /** Of an API key; else empty. */
  header_name: string
  created_at: string
  updated_at: string
}

/** A connection of any kind, with what may be shown of it. */
export type AnyConnection = SafeConnection | SafeCredential

// Fields are copied one by one: what Zendesk adds to an answer later stays out until somebody lets it in.
const connection = (row: OAuthRow): SafeConnection => ({
  kind: 'oauth',
  name: row.name,
  uuid: row.uuid,
  created_by: row.created_by,
  permission_scope: row.permission_scope,
  oauth_url_subdomain: row.oauth_url_subdomain,
  // The first second of year 1 is how some write that there is no end.
  token_expiry: row.token_expiry.startsWith('0001-') ? '' : row.token_expiry,
  created_at: row.created_at,
  updated_at: row.updated_at,
  has_access_token: Boolean(row.access_token),
  has_refresh_token: Boolean(row.refresh_token),
})

interface CredentialRow {
  name: string
  allowed_domain?: string
  username?: string
  header_name?: string
  created_at: string
  updated_at: string
}

const credential = (kind: TypedKind) => (row: CredentialRow) => ({
  kind,
  name: row.name,
  allowed_domain: row.allowed_domain ?? '',
  username: row.username ?? '',
  header_name: row.header_name ?? '',
  created_at: row.created_at,
  updated_at: row.updated_at,
})

// An answer to a write may be empty, and what is true is read back anyway.
const nothing = (): undefined => undefined

type Webhook = Answer<'GET /api/services/zis/inbound_webhooks/generic/:integration/:uuid'>
const webhook = (row: Webhook) => ({
  uuid: row.uuid,
  source_system: row.source_system,
  event_type: row.event_type,
})

const client = (row: Client) => ({ uuid: row.uuid, name: row.name, client_id: row.client_id })
const integration = (row: Integration) => ({ name: row.name, description: row.description })

/**
 * The answers that carry a token or a secret, and what is left of each before anyone else sees it
 * (zis-admin-app D3, 5.4).
 */
export const edges = {
  'POST /api/services/zis/registry/:integration': integration,
  'GET /api/services/zis/registry/integrations': (
    answer: Answer<'GET /api/services/zis/registry/integrations'>,
  ) => ({ integrations: answer.integrations.map(integration) }),
  'GET /api/services/zis/integrations/:integration/connections/all': (
    answer: Answer<'GET /api/services/zis/integrations/:integration/connections/all'>,
  ) => ({
    api_key: (answer.api_key ?? []).map(credential('api_key')),
    basic_auth: (answer.basic_auth ?? []).map(credential('basic_auth')),
    bearer_token: (answer.bearer_token ?? []).map(credential('bearer_token')),
    oauth: (answer.oauth ?? []).map(connection),
    meta: answer.meta,
  }),
  'POST /api/services/zis/integrations/:integration/connections/api_key': nothing,
  'PUT /api/services/zis/integrations/:integration/connections/api_key/:name': nothing,
  'PATCH /api/services/zis/integrations/:integration/connections/api_key/:name': nothing,
  'POST /api/services/zis/integrations/:integration/connections/basic_auth': nothing,
  'PUT /api/services/zis/integrations/:integration/connections/basic_auth/:name': nothing,
  'PATCH /api/services/zis/integrations/:integration/connections/basic_auth/:name': nothing,
  'POST /api/services/zis/integrations/:integration/connections/bearer_token': nothing,
  'PUT /api/services/zis/integrations/:integration/connections/bearer_token/:name': nothing,
  'PATCH /api/services/zis/integrations/:integration/connections/bearer_token/:name': nothing,
  'GET /api/services/zis/connections/oauth/clients/:integration': (
    answer: Answer<'GET /api/services/zis/connections/oauth/clients/:integration'>,
  ) => ({ clients: answer.clients.map(client) }),
  'GET /api/services/zis/connections/oauth/clients/:integration/:uuid': client,
  'PATCH /api/services/zis/connections/oauth/clients/:integration/:uuid': nothing,
  'GET /api/services/zis/connections/oauth/access_codes/:integration': connection,
  'GET /api/services/zis/connections/:integration': connection,
  // The one answer whose secret is the point: it is shown once and kept nowhere (zis-api 7.1). The path is
  // part of it, since an event may be posted by whoever knows all three.
  'POST /api/services/zis/inbound_webhooks/generic/:integration': (
    row: Answer<'POST /api/services/zis/inbound_webhooks/generic/:integration'>,
  ) => ({ ...webhook(row), path: row.path, username: row.username, password: row.password }),
  'GET /api/services/zis/inbound_webhooks/generic/:integration/:uuid': webhook,
  'GET /api/services/zis/inbound_webhooks/generic/:integration/all': (
    answer: Answer<'GET /api/services/zis/inbound_webhooks/generic/:integration/all'>,
    // The list may be left out where there is none (zis-api 7.3).
  ) => ({ webhooks: ((answer?.webhooks as Webhook[] | undefined) ?? []).map(webhook) }),
  'GET /api/v2/users/:id': ({ user }: Answer<'GET /api/v2/users/:id'>) => ({
    name: user.name,
    role: user.role,
    active: user.active,
  }),
}

type Edges = typeof edges

/** What a call answers once its secrets are gone. */
export type SafeAnswer<R extends keyof WireByRoute> = R extends keyof Edges ? ReturnType<Edges[R]> : Answer<R>
