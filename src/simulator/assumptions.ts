import { assume } from './assumption'
import { deliveryAssumptions } from './events/delivery-assumptions'
import { flowAssumptions } from './flow-assumptions'
import { ticketAssumptions } from './ticket-assumptions'
import { wireAssumptions } from './wire-assumptions'
import { peopleAssumptions } from './people-assumptions'

export type { Assumption, Mark } from './assumption'

/**
 * Every point where ZIS is silent or its sources disagree, as a switch. The page, the control paths and
 * a spec can turn it; docs/fidelity.md is made from this list.
 */
export const assumptions = {
  ...wireAssumptions,
  createExistingIntegration: assume({
    decides: 'Creating an integration that this account already has: updated with 200, or refused with 409.',
    default: 200,
    choices: [200, 409],
    mark: 'assumed',
    source: 'zis-api 3.1',
  }),
  existingConfigStatus: assume({
    decides: 'Creating a config whose scope exists is refused with this status.',
    default: 422,
    choices: [422, 409],
    mark: 'observed',
    source: 'zis-api 5.2',
  }),
  detachJobSpecsOnUpload: assume({
    decides:
      'Uploading a bundle uninstalls the job specs that it holds; those it no longer holds stay installed.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 3.5',
  }),
  maskOAuthTokens: assume({
    decides: 'The list of all connections shows OAuth tokens masked.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.2',
  }),
  apiTokenRefused: assume({
    decides:
      'An API token on a path of ZIS that takes only a session or a ZIS token is refused with this status.',
    default: 403,
    choices: [403, 401, 404],
    mark: 'observed',
    source: 'zis-api 1.4',
  }),
  forcedRefresh: assume({
    decides: 'A connection can be renewed by a call of its own; otherwise that call answers 405.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 4.12',
  }),
  typedConnectionsChange: assume({
    decides:
      'Basic, bearer and API key connections can be changed with PUT and PATCH; otherwise both answer 405.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.6',
  }),
  noLinksFound: assume({
    decides: 'Looking for links where there are none: 200 with an empty list, or 404.',
    default: 200,
    choices: [200, 404],
    mark: 'assumed',
    source: 'zis-api 6.1',
  }),
  webhookList: assume({
    decides: 'Inbound webhooks can be listed with /all; otherwise that path answers 404.',
    default: true,
    choices: [true, false],
    mark: 'observed',
    source: 'zis-api 7.3',
  }),
  zisOnPlan: assume({
    decides: 'The plan of the account has ZIS; without it every path of ZIS answers 403.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 1.1',
  }),
  rateLimit: assume({
    decides:
      'Requests a minute to ZIS and the Support API that the account is allowed; over it, or always, the answer is 429 with Retry-After. Inbound webhooks take 2,000 of their own.',
    default: 'off',
    choices: ['off', 'always', 200, 400, 700, 2500],
    mark: 'assumed',
    source: 'zis-api 1.6',
  }),
  apiTokensRetired: assume({
    decides: 'API tokens open nothing any more.',
    default: false,
    choices: [false, true],
    mark: 'documented',
    source: 'zis-api 1.2',
  }),
  zendeskNameReserved: assume({
    decides: 'A basic, bearer or API key connection cannot have the name zendesk.',
    default: false,
    choices: [false, true],
    mark: 'observed',
    source: 'zis-api 4.1',
  }),
  domainWildcards: assume({
    decides: 'An allowed_domain such as *.example.com lets a credential go to every host below example.com.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 4.1',
  }),
  linkNameCharacters: assume({
    decides:
      'Names of links and of their objects: letters, digits and : / _ . - only, or any text without * and control characters.',
    default: 'listed',
    choices: ['listed', 'any'],
    mark: 'assumed',
    source: 'zis-api 1.7',
  }),
  shortestLinkName: assume({
    decides: 'The shortest name of a link type or of a linked object (characters).',
    default: 3,
    choices: [3, 1],
    mark: 'documented',
    source: 'zis-api 1.7',
  }),
  webhookCreated: assume({
    decides: 'Creating an inbound webhook is answered with this status.',
    default: 200,
    choices: [200, 201],
    mark: 'assumed',
    source: 'zis-api 7.1',
  }),
  webhookTakesAnyJson: assume({
    decides: 'An inbound webhook takes arrays and single values as well as objects.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-api 7.2',
  }),
  webhookMayNameZendesk: assume({
    decides:
      'An inbound webhook may have support or sunshine, the sources of Zendesk’s own events, as its source_system.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 7.1',
  }),
  followsRedirects: assume({
    decides:
      'A flow’s GET and HEAD requests follow up to 10 redirects; otherwise a redirect fails the action like any answer outside 2xx.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 4.3',
  }),
  signatureScheme: assume({
    decides: 'X-ZIS-Authorization holds the bare token, or the token behind the word Bearer.',
    default: 'bare',
    choices: ['bare', 'Bearer'],
    mark: 'assumed',
    source: 'zis-flows 4.5',
  }),
  signsZendeskRequests: assume({
    decides: 'Requests of flows to Zendesk itself are signed with X-ZIS-Authorization too.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 4.5',
  }),
  sendsPkce: assume({
    decides: 'ZIS proves with PKCE (S256) that the code of an OAuth sign-in was meant for it.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 4.9',
  }),
  zendeskTokensExpire: assume({
    decides: 'Zendesk access tokens live 30 minutes and can be renewed; otherwise they never expire.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-api 10.2',
  }),
  resultPathAbsent: assume({
    decides:
      'Output of an Action, Map or Pass without ResultPath: it replaces all data, or the data stays as it was.',
    default: 'replace',
    choices: ['replace', 'keep'],
    mark: 'documented',
    source: 'zis-flows 6',
  }),
  jqSyntaxRefused: assume({
    decides:
      'A bundle with a jq expression that jq cannot read is refused at the upload; otherwise its Action fails when it runs.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 9.3',
  }),
  nullInText: assume({
    decides: 'What a placeholder renders for null: nothing, or the word null.',
    default: '',
    choices: ['', 'null'],
    mark: 'assumed',
    source: 'zis-flows 5.2',
  }),
  onePlaceholderKeepsType: assume({
    decides: 'A value "{{$.x}}" under a key that ends in .$ keeps the type of $.x instead of becoming text.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 5.3',
  }),
  nullIsPresent: assume({
    decides: 'IsPresent: a path that exists with the value null counts as present.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 7.2',
  }),
  isNullNeedsPath: assume({
    decides: 'IsNull on a path that does not exist fails the flow; otherwise it is true.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 7.2',
  }),
  mapCatchTakesStateErrors: assume({
    decides:
      'An error of a state that can have no Catch (Choice, Pass, Wait, Fail …) inside a Map is taken by the Catch of the Map.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 8.5',
  }),
  tooManyMapItemsIsCaught: assume({
    decides: 'The Catch of a Map takes the error of an array with more than 100 items.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 7.4',
  }),
  retryBeforeCatch: assume({
    decides:
      'An action that failed with 429 or 5xx tries the whole flow again first and enters its Catch on the last attempt only.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 8.3',
  }),
  stateRetry: assume({
    decides: 'Retry blocks of Action and Map work as in the Amazon States Language.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 8.4',
  }),
  emptyAnswer: assume({
    decides:
      'The output of a request that was answered without a body: an empty object, or an empty __httpresponse.',
    default: 'object',
    choices: ['object', 'text'],
    mark: 'assumed',
    source: 'zis-flows 4.3',
  }),
  jsonAnswer: assume({
    decides: 'An answer counts as JSON by its body, or by its Content-Type.',
    default: 'body',
    choices: ['body', 'content-type'],
    mark: 'assumed',
    source: 'zis-flows 4.3',
  }),
  textRequestBody: assume({
    decides: 'A requestBody that is a text goes out as it is, or as a JSON string.',
    default: 'text',
    choices: ['text', 'json'],
    mark: 'assumed',
    source: 'zis-flows 4.3',
  }),
  addsContentType: assume({
    decides: 'A request with a body and no Content-Type header gets application/json.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-flows 4.3',
  }),
  ...flowAssumptions,
  ...deliveryAssumptions,
  ...peopleAssumptions,
  ...ticketAssumptions,
}

export type AssumptionName = keyof typeof assumptions
export type AssumptionValue<Name extends AssumptionName> = (typeof assumptions)[Name]['choices'][number]

/** Reads the current position of a switch. */
export type ReadAssumption = <Name extends AssumptionName>(name: Name) => AssumptionValue<Name>

/** Every switch where it stands unless somebody turned it. */
export const defaultAssumptions: ReadAssumption = (name) => assumptions[name].default as never
