import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable, Timestamp } from './shapes'
import { ListPage, ListQuery } from './support-endpoints'
import { admins } from './support-shapes'

const Authorization = Type.Object({
  response_type: Type.Optional(Type.String()),
  client_id: Type.Optional(Type.String()),
  redirect_uri: Type.Optional(Type.String()),
  scope: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  code_challenge: Type.Optional(Type.String({ description: 'PKCE (RFC 7636)' })),
  code_challenge_method: Type.Optional(Type.String({ description: 'S256' })),
})

export const SupportOAuthClient = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  identifier: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  user_id: Type.Integer(),
  company: Nullable(Type.String()),
  description: Nullable(Type.String()),
  redirect_uri: Type.Array(Type.String()),
  secret: Type.String({ description: 'masked' }),
  global: Type.Boolean(),
  logo_url: Nullable(Type.String()),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const SupportOAuthToken = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  user_id: Type.Integer(),
  client_id: Type.Integer(),
  token: Type.String({ description: 'the first ten characters' }),
  scopes: Type.Array(Type.String()),
  created_at: Timestamp,
  used_at: Nullable(Timestamp),
  expires_at: Nullable(Timestamp),
  refresh_token: Nullable(Type.String()),
  refresh_token_expires_at: Nullable(Timestamp),
  full_token: Type.Optional(Type.String({ description: 'only in the answer to its creation' })),
})

/**
 * The OAuth clients and tokens of the account, as a ZIS integration and this app need them (zis-api 10).
 * A `.json` ending is taken off before a path is looked up.
 */
export const support = {
  listSupportOAuthClients: endpoint('GET /api/v2/oauth/clients', {
    summary: 'List OAuth clients of the account',
    source: 'zis-api 10.1',
    callers: admins,
    query: Type.Object(ListQuery),
    status: 200,
    answer: Type.Object({ clients: Type.Array(SupportOAuthClient), ...ListPage }),
  }),
  listOwnOAuthClients: endpoint('GET /api/v2/users/me/oauth/clients', {
    summary: 'List the OAuth clients that the caller has made',
    source: 'zis-api 10.1',
    callers: admins,
    query: Type.Object(ListQuery),
    status: 200,
    answer: Type.Object({ clients: Type.Array(SupportOAuthClient), ...ListPage }),
  }),
  createSupportOAuthToken: endpoint('POST /api/v2/oauth/tokens', {
    summary: 'Create an OAuth token',
    source: 'zis-api 10.2',
    callers: admins,
    body: Type.Object({
      token: Type.Object({
        client_id: Type.Union([Type.Integer(), Type.String()]),
        scopes: Type.Array(Type.String()),
        expires_in: Type.Optional(
          Type.Integer({ minimum: 1, maximum: 172_800, description: 'seconds, 48 hours at most' }),
        ),
      }),
    }),
    status: 201,
    answer: Type.Object({ token: SupportOAuthToken }),
  }),
  listSupportOAuthTokens: endpoint('GET /api/v2/oauth/tokens', {
    summary: 'List OAuth tokens',
    source: 'zis-api 10.2',
    callers: admins,
    query: Type.Object(ListQuery),
    status: 200,
    answer: Type.Object({ tokens: Type.Array(SupportOAuthToken), ...ListPage }),
  }),
  deleteSupportOAuthToken: endpoint('DELETE /api/v2/oauth/tokens/:id', {
    summary: 'Revoke an OAuth token',
    source: 'zis-api 10.2',
    callers: admins,
    status: 204,
  }),
  askAuthorization: endpoint('GET /oauth/authorizations/new', {
    summary: 'The consent page of the account',
    source: 'zis-api 10.3',
    callers: ['session', 'anyone'],
    notOnlyAdmins: true,
    query: Authorization,
    status: 200,
  }),
  answerAuthorization: endpoint('POST /oauth/authorizations/new', {
    summary: 'What the signed-in user chose on the consent page',
    source: 'zis-api 10.3',
    callers: ['session', 'anyone'],
    notOnlyAdmins: true,
    query: Authorization,
    body: Type.Object({
      choice: Type.Optional(Type.String()),
      authenticity_token: Type.Optional(Type.String()),
    }),
    status: 302,
  }),
  grantToken: endpoint('POST /oauth/tokens', {
    summary: 'Exchange a code, a refresh token or a client secret for an access token',
    source: 'zis-api 10.3',
    callers: ['anyone'],
    notOnlyAdmins: true,
    body: Type.Object({
      grant_type: Type.Optional(Type.String()),
      client_id: Type.Optional(Type.String()),
      client_secret: Type.Optional(Type.String()),
      code: Type.Optional(Type.String()),
      code_verifier: Type.Optional(Type.String({ description: 'PKCE (RFC 7636)' })),
      redirect_uri: Type.Optional(Type.String()),
      refresh_token: Type.Optional(Type.String()),
      scope: Type.Optional(Type.String()),
    }),
    status: 200,
    answer: Type.Object({
      access_token: Type.String(),
      refresh_token: Nullable(Type.String()),
      token_type: Type.String(),
      scope: Type.String(),
      expires_in: Nullable(Type.Integer()),
      refresh_token_expires_in: Nullable(Type.Integer()),
    }),
  }),
}
