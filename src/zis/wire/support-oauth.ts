import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject } from './shapes'
import { SupportOAuthClient, SupportOAuthToken } from './support'
import { admins, staff } from './support-shapes'

const ClientWithSecret = Type.Object({ client: SupportOAuthClient })
const Token = Type.Object({ token: SupportOAuthToken })

/** More of the account's own OAuth, and its settings (zis-api 10.1, 10.2, 10.5). */
export const supportOAuth = {
  createSupportOAuthClient: endpoint('POST /api/v2/oauth/clients', {
    summary: 'Create an OAuth client of the account; its secret is shown in this answer only',
    source: 'zis-api 10.1',
    callers: admins,
    body: Type.Object({
      client: Type.Object({
        name: Type.String({ minLength: 1 }),
        identifier: Type.String({ minLength: 1, maxLength: 255 }),
        kind: Type.Optional(Type.Enum(['public', 'confidential'])),
        redirect_uri: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
        company: Type.Optional(Type.String()),
        description: Type.Optional(Type.String()),
      }),
    }),
    status: 201,
    answer: ClientWithSecret,
  }),
  generateClientSecret: endpoint('PUT /api/v2/oauth/clients/:id/generate_secret', {
    summary: 'Give an OAuth client a new secret; the old one stops at once',
    source: 'zis-api 10.1',
    callers: admins,
    status: 200,
    answer: ClientWithSecret,
  }),
  showCurrentToken: endpoint('GET /api/v2/oauth/tokens/current', {
    summary: 'Show the OAuth token of this very request',
    source: 'zis-api 10.2',
    callers: staff,
    notOnlyAdmins: true,
    status: 200,
    answer: Token,
  }),
  deleteCurrentToken: endpoint('DELETE /api/v2/oauth/tokens/current', {
    summary: 'Revoke the OAuth token of this very request',
    source: 'zis-api 10.2',
    callers: staff,
    notOnlyAdmins: true,
    status: 204,
  }),
  showSupportOAuthToken: endpoint('GET /api/v2/oauth/tokens/:id', {
    summary: 'Show an OAuth token',
    source: 'zis-api 10.2',
    callers: admins,
    status: 200,
    answer: Token,
  }),
  showAccountSettings: endpoint('GET /api/v2/account/settings', {
    summary: 'Show the settings of the account',
    source: 'zis-api 10.5',
    callers: ['session', 'api_token', 'oauth'],
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({
      settings: Type.Object({
        active_features: AnyObject,
        agents: AnyObject,
        api: Type.Object({
          accepted_api_agreement: Type.Boolean(),
          api_password_access: Type.Boolean(),
          api_token_access: Type.Boolean(),
        }),
        apps: Type.Object({
          use: Type.Boolean(),
          create_private: Type.Boolean(),
          create_public: Type.Boolean(),
        }),
        branding: AnyObject,
        localization: AnyObject,
        lotus: AnyObject,
        tickets: AnyObject,
        users: AnyObject,
      }),
    }),
  }),
}
