import { assume } from './assumption'

/** What is open about the requests of flows and the data that they work on (zis-flows 4 to 9). */
export const flowDataAssumptions = {
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
  resultPathAbsent: assume({
    decides:
      'Output of an Action, Map or Pass without ResultPath: it replaces all data, or the data stays as it was.',
    default: 'replace',
    choices: ['replace', 'keep'],
    mark: 'documented',
    source: 'zis-flows 6',
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
  jqSyntaxRefused: assume({
    decides:
      'A bundle with a jq expression that jq cannot read is refused at the upload; otherwise its Action fails when it runs.',
    default: false,
    choices: [false, true],
    mark: 'assumed',
    source: 'zis-flows 9.3',
  }),
}
