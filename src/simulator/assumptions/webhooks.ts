import { assume } from './assumption'

/** What is open about inbound webhooks (zis-api 7). */
export const webhookAssumptions = {
  sessionChangesWebhooks: assume({
    decides: 'The admin’s session may create and delete inbound webhooks; otherwise only a ZIS token may.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 7.1',
  }),
  webhookCreated: assume({
    decides: 'Creating an inbound webhook is answered with this status.',
    default: 200,
    choices: [200, 201],
    mark: 'assumed',
    source: 'zis-api 7.1',
  }),
  webhookMayNameZendesk: assume({
    decides:
      'An inbound webhook may have support or sunshine, the sources of Zendesk’s own events, as its source_system.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 7.1',
  }),
  webhookTakesId: assume({
    decides: 'Paths of an inbound webhook take its id (a ULID) as well as its uuid.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 7.1',
  }),
  webhookList: assume({
    decides: 'Inbound webhooks can be listed with /all; otherwise that path answers 404.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 7.3',
  }),
  emptyWebhookList: assume({
    decides: 'The list of inbound webhooks when there are none: an empty list, or no such key at all.',
    default: 'empty',
    choices: ['empty', 'absent'],
    mark: 'observed',
    source: 'zis-api 7.3',
  }),
  unknownIngestAddress: assume({
    decides: 'Posting to an inbound webhook that is not there is refused with this status.',
    default: 401,
    choices: [401, 404],
    mark: 'assumed',
    source: 'zis-api 7.2',
  }),
  webhookTakesAnyJson: assume({
    decides: 'An inbound webhook takes arrays and single values as well as objects.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 7.2',
  }),
  webhookPairs: assume({
    decides:
      'Several inbound webhooks of an integration may have the same source_system and event_type; otherwise the second is refused with 409.',
    default: 'any',
    choices: ['any', 'one'],
    mark: 'assumed',
    source: 'zis-api 7.1',
  }),
  largestIngest: assume({
    decides: 'Bytes of one request to an inbound webhook: the limit of an event, or the recommended size.',
    default: 262_144,
    choices: [262_144, 204_800],
    mark: 'assumed',
    source: 'zis-api 7.2',
  }),
  webhookTakesText: assume({
    decides: 'An inbound webhook takes a body that is not JSON as a text; otherwise it answers 400.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 7.2',
  }),
  ingestAnswer: assume({
    decides: 'The body of the answer to an event that an inbound webhook took: nothing, or an empty object.',
    default: 'empty',
    choices: ['empty', 'object'],
    mark: 'assumed',
    source: 'zis-api 7.2',
  }),
}
