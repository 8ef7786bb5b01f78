/** How sure the behaviour is: read in documentation, seen in the field, or assumed. */
export type Mark = 'documented' | 'observed' | 'assumed'

export interface Assumption<Value extends string | number | boolean = string | number | boolean> {
  /** What the switch decides, a sentence. */
  decides: string
  default: Value
  choices: readonly Value[]
  mark: Mark
  /** Section of the reference pages. */
  source: string
}

const assume = <const Value extends string | number | boolean>(assumption: Assumption<Value>) => assumption

/**
 * Every point where ZIS is silent or its sources disagree, as a switch. The page, the control paths and
 * a spec can turn it; docs/fidelity.md is made from this list.
 */
export const assumptions = {
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
}

export type AssumptionName = keyof typeof assumptions
export type AssumptionValue<Name extends AssumptionName> = (typeof assumptions)[Name]['choices'][number]

/** Reads the current position of a switch. */
export type ReadAssumption = <Name extends AssumptionName>(name: Name) => AssumptionValue<Name>

/** Every switch where it stands unless somebody turned it. */
export const defaultAssumptions: ReadAssumption = (name) => assumptions[name].default as never
