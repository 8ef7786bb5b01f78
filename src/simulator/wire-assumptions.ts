import { assume } from './assumption'

/** What is open about the APIs: statuses that no page states, and calls of which sources tell different things. */
export const wireAssumptions = {
  // Statuses of success that nobody has confirmed
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
  oauthClientDeleted: assume({
    decides: 'Deleting an OAuth client is answered with this status.',
    default: 204,
    choices: [204, 200],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  oauthConnectionDeleted: assume({
    decides: 'Deleting an OAuth connection is answered with this status.',
    default: 204,
    choices: [204, 200],
    mark: 'assumed',
    source: 'zis-api 4.12',
  }),
  typedConnectionChanged: assume({
    decides:
      'Changing a basic, bearer or API key connection is answered with it (200), or with an empty 204.',
    default: 200,
    choices: [200, 204],
    mark: 'assumed',
    source: 'zis-api 4.6',
  }),
  configCreated: assume({
    decides: 'Creating a config is answered with this status.',
    default: 201,
    choices: [201, 200],
    mark: 'assumed',
    source: 'zis-api 5.2',
  }),
  configChanged: assume({
    decides: 'Replacing or merging a config is answered with it (200), or with an empty 204.',
    default: 200,
    choices: [200, 204],
    mark: 'assumed',
    source: 'zis-api 5.3',
  }),
  configDeleted: assume({
    decides: 'Deleting a config is answered with this status.',
    default: 204,
    choices: [204, 200],
    mark: 'assumed',
    source: 'zis-api 5.3',
  }),
  linkCreated: assume({
    decides: 'Creating a link is answered with this status.',
    default: 201,
    choices: [201, 200],
    mark: 'assumed',
    source: 'zis-api 6.2',
  }),
  linkChanged: assume({
    decides: 'Changing a link is answered with it (200), or with an empty 204.',
    default: 200,
    choices: [200, 204],
    mark: 'assumed',
    source: 'zis-api 6.2',
  }),
  linkDeleted: assume({
    decides: 'Deleting a link is answered with this status.',
    default: 204,
    choices: [204, 200],
    mark: 'assumed',
    source: 'zis-api 6.2',
  }),

  // Statuses of refusals
  unknownIntegration: assume({
    decides: 'A session or an API token that names an integration which is not there hears this status.',
    default: 404,
    choices: [404, 400],
    mark: 'assumed',
    source: 'zis-api 1.4',
  }),
  oauthClientNameTaken: assume({
    decides: 'An OAuth client with the name of another one is refused with this status.',
    default: 409,
    choices: [409, 422],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  linkTaken: assume({
    decides: 'A second link between the same two objects is refused with this status.',
    default: 409,
    choices: [409, 422],
    mark: 'assumed',
    source: 'zis-api 6.2',
  }),
  unknownVerificationCode: assume({
    decides: 'A verification code that is unknown or has expired is refused with this status.',
    default: 400,
    choices: [400, 404],
    mark: 'assumed',
    source: 'zis-api 4.10',
  }),
  unknownIngestAddress: assume({
    decides: 'Posting to an inbound webhook that is not there is refused with this status.',
    default: 401,
    choices: [401, 404],
    mark: 'assumed',
    source: 'zis-api 7.2',
  }),
  bodyTooLarge: assume({
    decides: 'A body over the limit is refused with this status.',
    default: 413,
    choices: [413, 400],
    mark: 'assumed',
    source: 'zis-api 3.5, 7.2',
  }),
  tokenForUnknownClient: assume({
    decides: 'Creating a token for an OAuth client that is not there is refused with this status.',
    default: 422,
    choices: [422, 404],
    mark: 'assumed',
    source: 'zis-api 10.2',
  }),

  // Lists
  longPages: assume({
    decides: 'A page[size] over 100 is refused with 400, or cut to 100.',
    default: 'refuse',
    choices: ['refuse', 'cut'],
    mark: 'assumed',
    source: 'zis-api 1.5',
  }),
  bothCursors: assume({
    decides: 'Both page[after] and page[before]: refused with 400, or page[after] counts.',
    default: 'refuse',
    choices: ['refuse', 'after'],
    mark: 'assumed',
    source: 'zis-api 1.5',
  }),
  registryCursors: assume({
    decides: 'Cursors of the registry’s lists are names and uuids, or texts that mean nothing to a reader.',
    default: 'names',
    choices: ['names', 'opaque'],
    mark: 'observed',
    source: 'zis-api 1.5',
  }),
  noBundles: assume({
    decides: 'Listing the bundles of an integration that has none: 200 with an empty list, or 404.',
    default: 200,
    choices: [200, 404],
    mark: 'assumed',
    source: 'zis-api 3.3',
  }),
  emptyWebhookList: assume({
    decides: 'The list of inbound webhooks when there are none: an empty list, or no such key at all.',
    default: 'empty',
    choices: ['empty', 'absent'],
    mark: 'observed',
    source: 'zis-api 7.3',
  }),

  // Who may call
  bearerListsIntegrations: assume({
    decides: 'OAuth tokens of any kind may list the integrations; otherwise 401.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 3.2',
  }),
  sessionOpensLinks: assume({
    decides: 'The admin’s session may read and write links; otherwise only a ZIS token may.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 6',
  }),
  sessionChangesWebhooks: assume({
    decides: 'The admin’s session may create and delete inbound webhooks; otherwise only a ZIS token may.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 7.1',
  }),
  zisTokenScopes: assume({
    decides: 'On paths of ZIS a token needs read or write, with or without zis: before it; or only with it.',
    default: 'either',
    choices: ['either', 'zis'],
    mark: 'assumed',
    source: 'zis-api 1.2',
  }),
  passwordAccess: assume({
    decides: 'Email and password (local-password) open the API like an API token, as before 2026.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 1.2',
  }),

  // Registry
  reservedIntegrationNames: assume({
    decides: 'Integrations cannot be called common, integrations or job_specs.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 1.7, 3.2',
  }),
  bundleKeepsUuid: assume({
    decides: 'A bundle that is uploaded again keeps its uuid.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 3.5',
  }),
  installOfInstalled: assume({
    decides: 'Installing a job spec that is installed already is answered with this status.',
    default: 200,
    choices: [200, 409],
    mark: 'assumed',
    source: 'zis-api 3.6',
  }),
  uninstallOfUninstalled: assume({
    decides: 'Uninstalling a job spec that is known but not installed is answered with this status.',
    default: 204,
    choices: [204, 404],
    mark: 'assumed',
    source: 'zis-api 3.7',
  }),
  olderInstallPath: assume({
    decides:
      'Job specs can also be installed by the path of Zendesk’s older tutorial, …/job_specs/installation; otherwise it answers 404.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 3.9',
  }),

  // Connections
  basicAuthConnections: assume({
    decides: 'Connections can be of the kind basic authentication; otherwise their paths answer 404.',
    default: true,
    choices: [true, false],
    mark: 'documented',
    source: 'zis-api 4.1',
  }),
  masksClientSecrets: assume({
    decides: 'The secret of an OAuth client is masked wherever the client is shown.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.7',
  }),
  oauthClientPut: assume({
    decides: 'PUT changes an OAuth client as PATCH does; otherwise it answers 405.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 4.7',
  }),
  clientCredentialsGrant: assume({
    decides: 'OAuth connections can be made by client credentials; otherwise only by a sign-in.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 4.8',
  }),
  keepsConnectionAt: assume({
    decides:
      'A sign-in makes its connection at the callback, or only when the verification code is exchanged.',
    default: 'callback',
    choices: ['callback', 'access_codes'],
    mark: 'observed',
    source: 'zis-api 4.9',
  }),
  verificationCodeReusable: assume({
    decides: 'A verification code can be exchanged again while it lasts (10 minutes); otherwise once.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.10',
  }),

  // Configs and webhooks
  createdConfigIsWrapped: assume({
    decides: 'Creating a config is answered with {"config": {…}} around it.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 5.2',
  }),
  configMerge: assume({
    decides: 'PATCH replaces the given keys of a config whole, or goes into objects below them.',
    default: 'keys',
    choices: ['keys', 'deep'],
    mark: 'assumed',
    source: 'zis-api 5.3',
  }),
  scopeWildcards: assume({
    decides: 'In filter[scope] a * stands for any characters wherever it is, or at the end only.',
    default: 'anywhere',
    choices: ['anywhere', 'end'],
    mark: 'assumed',
    source: 'zis-api 5.1',
  }),
  webhookTakesId: assume({
    decides: 'Paths of an inbound webhook take its id (a ULID) as well as its uuid.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 7.1',
  }),

  latency: assume({
    decides: 'Milliseconds that every answer of ZIS and of the account takes longer.',
    default: 0,
    choices: [0, 250, 2000],
    mark: 'assumed',
    source: 'zis-api 14',
  }),
}
