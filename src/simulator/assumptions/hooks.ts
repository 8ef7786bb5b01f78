import { assume } from './assumption'

/** What is open about triggers and webhooks of the account, which post to inbound webhooks (zis-events 7). */
export const hookAssumptions = {
  webhookRetries: assume({
    decides:
      'How often a webhook of the account sends again what was answered with 409, 429, 503 or not at all.',
    default: 0,
    choices: [0, 3],
    mark: 'assumed',
    source: 'zis-events 7.1',
  }),
  webhookEventVersion: assume({
    decides: 'The zendesk_event_version of events that webhooks subscribe to.',
    default: '2022-06-20',
    choices: ['2022-06-20', '2022-11-06'],
    mark: 'observed',
    source: 'zis-events 7.1',
  }),
  webhookUserTypes: assume({
    decides: 'How the types of events of users begin that webhooks subscribe to.',
    default: 'zen:event-type:',
    choices: ['zen:event-type:', 'zen:event-type/'],
    mark: 'observed',
    source: 'zis-events 7.1',
  }),
  webhookEventNumbers: assume({
    decides:
      'Numbers in what changed (`event`) are texts, as the ids in `detail` are, or numbers, as in events of ZIS.',
    default: 'text',
    choices: ['text', 'number'],
    mark: 'assumed',
    source: 'zis-events 7.1',
  }),
  webhookNoTags: assume({
    decides: 'The tags in `detail` of a ticket that has none: an empty list, or null.',
    default: 'list',
    choices: ['list', 'null'],
    mark: 'documented',
    source: 'zis-events 7.1',
  }),
  formWebhookBody: assume({
    decides:
      'A webhook whose format is a form sends the members of the JSON object that its trigger renders, or the text as it is.',
    default: 'members',
    choices: ['members', 'text'],
    mark: 'assumed',
    source: 'zis-events 7.2',
  }),
  placeholdersEscaped: assume({
    decides:
      'The value of a placeholder inside of a JSON body is escaped for it; otherwise it stands as it is.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-events 7.2',
  }),
}
