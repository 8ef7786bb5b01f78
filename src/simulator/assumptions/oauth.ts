import { assume } from './assumption'

/** What is open about OAuth clients and sign-ins (zis-api 4.2, 4.7 to 4.12). */
export const oauthAssumptions = {
  oauthClientCreated: assume({
    decides: 'Creating an OAuth client is answered with this status.',
    default: 201,
    choices: [201, 200],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  oauthClientChanged: assume({
    decides: 'Changing an OAuth client is answered with it (200), or with an empty 204.',
    default: 200,
    choices: [200, 204],
    mark: 'observed',
    source: 'zis-api 4.7',
  }),
  oauthClientPut: assume({
    decides: 'PUT changes an OAuth client as PATCH does; otherwise it answers 405.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 4.7',
  }),
  oauthClientDeleted: assume({
    decides: 'Deleting an OAuth client is answered with this status.',
    default: 204,
    choices: [204, 200],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  oauthClientNameTaken: assume({
    decides: 'An OAuth client with the name of another one is refused with this status.',
    default: 409,
    choices: [409, 422],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  masksClientSecrets: assume({
    decides: 'The secret of an OAuth client is masked wherever the client is shown.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  clientCredentialsGrant: assume({
    decides: 'OAuth connections can be made by client credentials; otherwise only by a sign-in.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 4.8',
  }),
  sendsPkce: assume({
    decides: 'ZIS proves with PKCE (S256) that the code of an OAuth sign-in was meant for it.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 4.9',
  }),
  keepsConnectionAt: assume({
    decides:
      'A sign-in makes its connection at the callback, or only when the verification code is exchanged.',
    default: 'callback',
    choices: ['callback', 'access_codes'],
    mark: 'observed',
    source: 'zis-api 4.9',
  }),
  unknownVerificationCode: assume({
    decides: 'A verification code that is unknown or has expired is refused with this status.',
    default: 400,
    choices: [400, 404],
    mark: 'assumed',
    source: 'zis-api 4.10',
  }),
  verificationCodeReusable: assume({
    decides: 'A verification code can be exchanged again while it lasts (10 minutes); otherwise once.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.10',
  }),
  maskOAuthTokens: assume({
    decides: 'The list of all connections shows OAuth tokens masked.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.2',
  }),
  forcedRefresh: assume({
    decides: 'A connection can be renewed by a call of its own; otherwise that call answers 405.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 4.12',
  }),
  oauthConnectionDeleted: assume({
    decides: 'Deleting an OAuth connection is answered with this status.',
    default: 204,
    choices: [204, 200],
    mark: 'assumed',
    source: 'zis-api 4.12',
  }),
  oauthClientNamesUnique: assume({
    decides: 'Of the OAuth clients of an integration each has a name of its own, if any.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  createdOAuthClient: assume({
    decides: 'Creating an OAuth client is answered with its uuid alone, or with the whole client.',
    default: 'uuid',
    choices: ['uuid', 'client'],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  oauthClientIsWrapped: assume({
    decides: 'A single OAuth client is shown with {client: {…}} around it.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  startOverridesGrant: assume({
    decides: 'The grant_type of a start counts before the one of the client; otherwise the client decides.',
    default: true,
    choices: [true, false],
    mark: 'documented',
    source: 'zis-api 4.8',
  }),
  offlineAccess: assume({
    decides:
      'allow_offline_access adds access_type=offline to the address of the provider, offline_access to the scopes, or nothing.',
    default: 'access_type',
    choices: ['access_type', 'scope', 'nothing'],
    mark: 'assumed',
    source: 'zis-api 4.8',
  }),
  signInNameTaken: assume({
    decides:
      'Starting a sign-in with the name of a basic, bearer or API key connection is refused with this status.',
    default: 409,
    choices: [409, 400],
    mark: 'assumed',
    source: 'zis-api 4.8',
  }),
  reconnect: assume({
    decides:
      'Starting a sign-in with the name of an OAuth connection replaces its tokens, or is refused with 409.',
    default: 'replaces',
    choices: ['replaces', 'refused'],
    mark: 'assumed',
    source: 'zis-api 4.8',
  }),
  reconnectKeepsUuid: assume({
    decides: 'An OAuth connection whose tokens are replaced keeps its uuid.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.8',
  }),
  flowTokenIsState: assume({
    decides:
      'The flow_token of a start is the state in the address of the provider; otherwise a text of its own.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.9',
  }),
  clientSecretIn: assume({
    decides:
      'ZIS sends the secret of an OAuth client to token_url in the body, or in an Authorization header (Basic).',
    default: 'body',
    choices: ['body', 'header'],
    mark: 'assumed',
    source: 'zis-api 4.9',
  }),
  signInFailure: assume({
    decides:
      'After a sign-in that failed the browser comes back with error and error_description, or with nothing.',
    default: 'error',
    choices: ['error', 'nothing'],
    mark: 'assumed',
    source: 'zis-api 4.9',
  }),
  verificationCodeLife: assume({
    decides: 'Seconds that a verification code lasts.',
    default: 600,
    choices: [600, 60],
    mark: 'assumed',
    source: 'zis-api 4.10',
  }),
  connectionNotNamed: assume({
    decides: 'Asking for an OAuth connection without name and uuid is refused with this status.',
    default: 400,
    choices: [400, 404],
    mark: 'assumed',
    source: 'zis-api 4.11',
  }),
  connectionNamedTwice: assume({
    decides:
      'Asking for an OAuth connection by name and uuid at once is refused with 400, or the name counts.',
    default: 'refuse',
    choices: ['refuse', 'name'],
    mark: 'assumed',
    source: 'zis-api 4.11',
  }),
  noTokenExpiry: assume({
    decides:
      'The token_expiry of a connection whose provider gave no lifetime: nothing, or the first second of year 1.',
    default: '',
    choices: ['', '0001-01-01T00:00:00Z'],
    mark: 'assumed',
    source: 'zis-api 4.11',
  }),
  oauthRowTimes: assume({
    decides: 'OAuth connections in the list of all have created_at and updated_at.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 4.2',
  }),
}
