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
}
