import type { CallAnswer, WireByRoute } from '../../zis/wire'

type Answer<R extends keyof WireByRoute> = CallAnswer<WireByRoute, R>
type Connection = Answer<'GET /api/services/zis/connections/:integration'>
type Client = Answer<'GET /api/services/zis/connections/oauth/clients/:integration/:uuid'>
type Integration = Answer<'POST /api/services/zis/registry/:integration'>

/** A sign-in as the app may know it: that there are tokens, never which. */
export interface SafeConnection {
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

// Fields are copied one by one: what Zendesk adds to an answer later stays out until somebody lets it in.
const connection = (row: Connection): SafeConnection => ({
  name: row.name,
  uuid: row.uuid,
  created_by: row.created_by,
  permission_scope: row.permission_scope,
  oauth_url_subdomain: row.oauth_url_subdomain,
  token_expiry: row.token_expiry,
  created_at: row.created_at,
  updated_at: row.updated_at,
  has_access_token: Boolean(row.access_token),
  has_refresh_token: Boolean(row.refresh_token),
})

const client = (row: Client) => ({ uuid: row.uuid, name: row.name, client_id: row.client_id })
const integration = (row: Integration) => ({ name: row.name, description: row.description })
const typed = ({ name, allowed_domain }: { name: string; allowed_domain?: string }) => ({
  name,
  allowed_domain: allowed_domain ?? '',
})

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
    api_key: (answer.api_key ?? []).map(typed),
    basic_auth: (answer.basic_auth ?? []).map(typed),
    bearer_token: (answer.bearer_token ?? []).map(typed),
    oauth: (answer.oauth ?? []).map(connection),
    meta: answer.meta,
  }),
  'GET /api/services/zis/connections/oauth/clients/:integration': (
    answer: Answer<'GET /api/services/zis/connections/oauth/clients/:integration'>,
  ) => ({ clients: answer.clients.map(client) }),
  'GET /api/services/zis/connections/oauth/clients/:integration/:uuid': client,
  'PATCH /api/services/zis/connections/oauth/clients/:integration/:uuid': client,
  'GET /api/services/zis/connections/oauth/access_codes/:integration': connection,
  'GET /api/services/zis/connections/:integration': connection,
}

type Edges = typeof edges

/** What a call answers once its secrets are gone. */
export type SafeAnswer<R extends keyof WireByRoute> = R extends keyof Edges ? ReturnType<Edges[R]> : Answer<R>
