import { assume } from './assumption'

/** What is open about every call: who may make it, how lists and refusals look, and how much is allowed (zis-api 1). */
export const callAssumptions = {
  zisOnPlan: assume({
    decides: 'The plan of the account has ZIS; without it every path of ZIS answers 403.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 1.1',
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
  apiTokensRetired: assume({
    decides: 'API tokens open nothing any more.',
    default: false,
    choices: [false, true],
    mark: 'documented',
    source: 'zis-api 1.2',
  }),
  apiTokenRefused: assume({
    decides:
      'An API token on a path of ZIS that takes only a session or a ZIS token is refused with this status.',
    default: 403,
    choices: [403, 401, 404],
    mark: 'observed',
    source: 'zis-api 1.4',
  }),
  unknownIntegration: assume({
    decides: 'A session or an API token that names an integration which is not there hears this status.',
    default: 404,
    choices: [404, 400],
    mark: 'assumed',
    source: 'zis-api 1.4',
  }),
  bodyTooLarge: assume({
    decides: 'A body over the limit is refused with this status.',
    default: 413,
    choices: [413, 400],
    mark: 'assumed',
    source: 'zis-api 3.5, 7.2',
  }),
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
  rateLimit: assume({
    decides:
      'Requests a minute to ZIS and the Support API that the account is allowed; over it, or always, the answer is 429 with Retry-After. Inbound webhooks take 2,000 of their own.',
    default: 'off',
    choices: ['off', 'always', 200, 400, 700, 2500],
    mark: 'assumed',
    source: 'zis-api 1.6',
  }),
  latency: assume({
    decides: 'Milliseconds that every answer of ZIS and of the account takes longer.',
    default: 0,
    choices: [0, 250, 2000],
    mark: 'assumed',
    source: 'zis-api 14',
  }),
  checksFirst: assume({
    decides:
      'What is looked at first once the caller is known: whether the integration is there and theirs, or the parameters and the body.',
    default: 'integration',
    choices: ['integration', 'parameters'],
    mark: 'assumed',
    source: 'zis-api 14',
  }),
  gatewayTexts: assume({
    decides: 'The short texts of 401 and 403 come as plain text, or as JSON: the text in quotation marks.',
    default: 'plain',
    choices: ['plain', 'json'],
    mark: 'assumed',
    source: 'zis-api 1.4',
  }),
  envelopeServices: assume({
    decides:
      'Refusals of connections, configs, links and webhooks have the envelope of the registry, or only {message: …} as Create Integration has it.',
    default: 'all',
    choices: ['all', 'registry'],
    mark: 'assumed',
    source: 'zis-api 1.4',
  }),
  envelopeMessage: assume({
    decides:
      'The message beside the errors of a 400: the reason of the status, or Unauthorized as in the documented sample.',
    default: 'reason',
    choices: ['reason', 'Unauthorized'],
    mark: 'assumed',
    source: 'zis-api 1.4',
  }),
  onlyAdminsCall: assume({
    decides: 'Agents who are no admins are refused on all paths of ZIS, or only on those of the registry.',
    default: 'everything',
    choices: ['everything', 'registry'],
    mark: 'assumed',
    source: 'zis-api 1.8',
  }),
  zisRateHeaders: assume({
    decides:
      'While there is a rate limit, answers of ZIS have X-Rate-Limit headers as those of the Support API do.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 1.6',
  }),
  ingestRate: assume({
    decides:
      'Requests a minute that all inbound webhooks take together while there is a rate limit; 0 counts them with the others.',
    default: 2000,
    choices: [2000, 0],
    mark: 'assumed',
    source: 'zis-api 1.6, 7.2',
  }),
  largestBody: assume({
    decides: 'Bytes of the body of a request, bundles among them.',
    default: 1_048_576,
    choices: [1_048_576, 262_144, 5_242_880],
    mark: 'assumed',
    source: 'zis-api 3.5',
  }),
}
