import Type from 'typebox'
import { endpoint } from './endpoint'
import { Meta, Page, Timestamp } from './shapes'
import { ApiKeyConnection, BasicAuthConnection, BearerTokenConnection } from './typed-connections'

export const OAuthClient = Type.Object({
  uuid: Type.String(),
  integration: Type.String(),
  name: Type.String(),
  client_id: Type.String(),
  client_secret: Type.String({ description: 'masked' }),
  token_url: Type.String(),
  auth_url: Type.String(),
  default_scopes: Type.String(),
  grant_type: Type.String(),
  created_by: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const OAuthConnection = Type.Object({
  uuid: Type.String(),
  name: Type.String(),
  integration: Type.String(),
  zendesk_account_id: Type.Integer(),
  access_token: Type.String(),
  refresh_token: Type.String(),
  token_type: Type.String(),
  token_expiry: Type.String({ description: 'empty when the provider gave no lifetime' }),
  permission_scope: Type.String(),
  oauth_client_uuid: Type.String(),
  oauth_url_subdomain: Type.String(),
  created_by: Type.String(),
  oauth_access_token_response_body: Type.String({ description: 'a JSON document as text' }),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const grantTypes = ['authorization_code', 'client_credentials'] as const
const GrantType = Type.Optional(Type.Enum([...grantTypes]))

const ClientChange = Type.Object({
  name: Type.Optional(Type.String()),
  client_id: Type.Optional(Type.String({ minLength: 1 })),
  client_secret: Type.Optional(Type.String({ minLength: 1 })),
  token_url: Type.Optional(Type.String({ minLength: 1 })),
  auth_url: Type.Optional(Type.String()),
  default_scopes: Type.Optional(Type.String()),
  grant_type: GrantType,
})

/** Connections: OAuth clients and the sign-ins made with them (zis-api 4). */
export const connections = {
  listConnections: endpoint('GET /api/services/zis/integrations/:integration/connections/all', {
    summary: 'List all connections',
    source: 'zis-api 4.2',
    callers: ['session', 'zis_token'],
    query: Type.Object(Page),
    status: 200,
    answer: Type.Object({
      api_key: Type.Array(ApiKeyConnection),
      basic_auth: Type.Array(BasicAuthConnection),
      bearer_token: Type.Array(BearerTokenConnection),
      oauth: Type.Array(OAuthConnection),
      meta: Meta,
    }),
  }),
  listOAuthClients: endpoint('GET /api/services/zis/connections/oauth/clients/:integration', {
    summary: 'List OAuth clients',
    source: 'zis-api 4.7',
    callers: ['session', 'zis_token'],
    status: 200,
    answer: Type.Object({ clients: Type.Array(OAuthClient) }),
  }),
  createOAuthClient: endpoint('POST /api/services/zis/connections/oauth/clients/:integration', {
    summary: 'Create an OAuth client',
    source: 'zis-api 4.7',
    callers: ['session', 'zis_token'],
    body: Type.Object({
      name: Type.Optional(Type.String()),
      client_id: Type.String({ minLength: 1 }),
      client_secret: Type.String({ minLength: 1 }),
      token_url: Type.String({ minLength: 1 }),
      auth_url: Type.Optional(Type.String()),
      default_scopes: Type.Optional(Type.String()),
      grant_type: GrantType,
    }),
    status: 201,
    answer: Type.Object({ uuid: Type.String() }),
  }),
  showOAuthClient: endpoint('GET /api/services/zis/connections/oauth/clients/:integration/:uuid', {
    summary: 'Show an OAuth client',
    source: 'zis-api 4.7',
    callers: ['session', 'zis_token'],
    status: 200,
    answer: OAuthClient,
  }),
  updateOAuthClient: endpoint('PATCH /api/services/zis/connections/oauth/clients/:integration/:uuid', {
    summary: 'Update an OAuth client',
    source: 'zis-api 4.7',
    callers: ['session', 'zis_token'],
    body: ClientChange,
    status: 200,
    answer: OAuthClient,
  }),
  replaceOAuthClient: endpoint('PUT /api/services/zis/connections/oauth/clients/:integration/:uuid', {
    summary: 'Update an OAuth client (answers 405 in practice)',
    source: 'zis-api 4.7',
    callers: ['session', 'zis_token'],
    body: ClientChange,
    status: 200,
    answer: OAuthClient,
  }),
  deleteOAuthClient: endpoint('DELETE /api/services/zis/connections/oauth/clients/:integration/:uuid', {
    summary: 'Delete an OAuth client and every connection built on it',
    source: 'zis-api 4.7',
    callers: ['session', 'zis_token'],
    status: 204,
  }),
  startOAuth: endpoint('POST /api/services/zis/connections/oauth/start/:integration', {
    summary: 'Start an OAuth flow',
    source: 'zis-api 4.8',
    callers: ['session', 'zis_token'],
    body: Type.Object({
      name: Type.String(),
      oauth_client_name: Type.Optional(Type.String()),
      oauth_client_uuid: Type.Optional(Type.String()),
      oauth_url_subdomain: Type.Optional(Type.String()),
      origin_oauth_redirect_url: Type.Optional(Type.String()),
      permission_scopes: Type.Optional(Type.String()),
      grant_type: GrantType,
      allow_offline_access: Type.Optional(Type.Boolean()),
    }),
    status: 200,
    answer: Type.Object({ redirect_url: Type.String(), flow_token: Type.String() }),
  }),
  oauthCallback: endpoint('GET /api/services/zis/connections/oauth/callback', {
    summary: 'Where a provider sends the browser back to',
    source: 'zis-api 4.9',
    callers: ['anyone'],
    query: Type.Object({
      code: Type.Optional(Type.String()),
      state: Type.Optional(Type.String()),
      error: Type.Optional(Type.String()),
      error_description: Type.Optional(Type.String()),
    }),
    status: 302,
  }),
  exchangeAccessCode: endpoint('GET /api/services/zis/connections/oauth/access_codes/:integration', {
    summary: 'Exchange the verification code',
    source: 'zis-api 4.10',
    callers: ['session', 'zis_token'],
    query: Type.Object({ verification_code: Type.String() }),
    status: 200,
    answer: OAuthConnection,
  }),
  showOAuthConnection: endpoint('GET /api/services/zis/connections/:integration', {
    summary: 'Show an OAuth connection',
    source: 'zis-api 4.11',
    callers: ['session', 'zis_token'],
    query: Type.Object({ name: Type.Optional(Type.String()), uuid: Type.Optional(Type.String()) }),
    status: 200,
    answer: OAuthConnection,
  }),
  refreshOAuthConnection: endpoint('POST /api/services/zis/connections/refresh/:integration', {
    summary: 'Renew an OAuth connection now (documented, answers 405 in practice)',
    source: 'zis-api 4.12',
    callers: ['session', 'zis_token'],
    query: Type.Object({ name: Type.Optional(Type.String()), uuid: Type.Optional(Type.String()) }),
    status: 200,
    answer: OAuthConnection,
  }),
  deleteOAuthConnection: endpoint('DELETE /api/services/zis/connections/:integration', {
    summary: 'Delete an OAuth connection',
    source: 'zis-api 4.12',
    callers: ['session', 'zis_token'],
    query: Type.Object({ name: Type.Optional(Type.String()), uuid: Type.Optional(Type.String()) }),
    status: 204,
  }),
}
