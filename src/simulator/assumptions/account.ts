import { assume } from './assumption'

/** What is open about the Support API around ZIS (zis-api 10). */
export const accountAssumptions = {
  tokenForUnknownClient: assume({
    decides: 'Creating a token for an OAuth client that is not there is refused with this status.',
    default: 422,
    choices: [422, 404],
    mark: 'assumed',
    source: 'zis-api 10.2',
  }),
  zendeskTokensExpire: assume({
    decides: 'Zendesk access tokens live 30 minutes and can be renewed; otherwise they never expire.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 10.2',
  }),
  emailUpdate: assume({
    decides: 'A new email in the update of a user is added beside the primary one, or takes its place.',
    default: 'adds',
    choices: ['adds', 'replaces'],
    mark: 'assumed',
    source: 'zis-api 10',
  }),
  searchLag: assume({
    decides: 'Seconds, by the clock of the simulator, until the search finds a change.',
    default: 0,
    choices: [0, 30, 120, 600],
    mark: 'assumed',
    source: 'zis-api 10',
  }),
}
