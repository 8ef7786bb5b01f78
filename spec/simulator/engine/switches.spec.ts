import { assumptions, type AssumptionName } from '../../../src/simulator/assumptions'
import type { Json, JsonObject } from '../../../src/zis/json'
import type { FlowDefinition } from '../../../src/zis/flow/types'
import { replay } from '../../../src/simulator/engine/replay'
import { createJq } from '../../../src/simulator/node/jq'
import { attemptOf, contextOf, observe, type FlowCase } from '../../flows/flow-case'

const jq = createJq()
afterAll(() => jq.close())

type Tried = Omit<FlowCase, 'name' | 'expect'>

const flowOf = (...states: JsonObject[]): JsonObject => ({
  StartAt: 'A',
  States: Object.fromEntries(states.map((state, at) => ['ABCDE'[at]!, state])),
})
const end = { End: true }
const caught = { ErrorEquals: ['States.ALL'], ResultPath: '$.err' }
const pass = (Result: Json, more: JsonObject = end) => ({
  Type: 'Pass',
  Result,
  ResultPath: '$.out',
  ...more,
})
const say = (Message: string) => ({ Type: 'Succeed', Message })
const jqState = (expr: string, more: JsonObject = end) => ({
  Type: 'Action',
  ActionName: 'zis:common:transform:Jq',
  Parameters: { expr, 'data.$': '$.data' },
  ResultPath: '$.out',
  ...more,
})
const call = (more: JsonObject = end) => ({
  Type: 'Action',
  ActionName: 'zis:acme:action:get',
  Parameters: { 'list.$': '$.list' },
  ResultPath: '$.out',
  ...more,
})
const choice = (test: JsonObject) =>
  flowOf({ Type: 'Choice', Choices: [{ ...test, Next: 'B' }], Default: 'C' }, say('yes'), say('no'))
const map = (states: JsonObject, more: JsonObject = end) => ({
  Type: 'Map',
  ItemsPath: '$.items',
  ResultPath: '$.out',
  Iterator: { StartAt: 'A', States: states },
  ...more,
})
const input = { list: [1], items: [{ n: 1 }], data: [1, 2] }
const get = { method: 'POST', url: 'https://x.test/' }

/** A flow that calls `get`, and what it is answered. */
const calling = (answer: NonNullable<FlowCase['answers']>[number], more: Partial<Tried> = {}): Tried => ({
  flow: flowOf(call()),
  input,
  actions: { get },
  answers: [answer],
  ...more,
})
const sending = (definition: JsonObject): Tried =>
  calling({ json: 1 }, { actions: { get: { ...get, ...definition } } })
const withInput = (flow: JsonObject, more: JsonObject = {}): Tried => ({ flow, input: { ...input, ...more } })

/** For each switch that the engine reads: a flow that comes out otherwise in every position. */
const tried: { [Name in AssumptionName]?: Tried } = {
  resultPathAbsent: withInput(flowOf({ Type: 'Pass', Result: { a: 1 }, End: true })),
  nullInText: withInput(flowOf(say('<{{$.gone}}>')), { gone: null }),
  onePlaceholderKeepsType: withInput(flowOf(pass({ 'n.$': '{{$.items[0].n}}' }))),
  plainTextUnderDollarKey: withInput(flowOf(pass({ 'n.$': 'plain' }))),
  dollarKeysInArrays: withInput(flowOf(pass([{ 'n.$': '$.items[0].n' }]))),
  nullIsPresent: withInput(choice({ Variable: '$.gone', IsPresent: true }), { gone: null }),
  isNullNeedsPath: withInput(choice({ Variable: '$.gone', IsNull: true })),
  choiceOfOtherType: withInput(choice({ Variable: '$.list', StringEquals: 'a' })),
  resultPathParent: withInput(
    flowOf(pass(1, { ResultPath: '$.gone.a', Next: 'B' }), pass(1, { ResultPath: '$.n.a', End: true })),
    { gone: null, n: 5 },
  ),
  inputAndOutputPath: withInput(
    flowOf({ Type: 'Pass', InputPath: '$.items[0]', ResultPath: '$.out', OutputPath: '$.out', End: true }),
  ),
  itemsPathErrorIsCaught: withInput(flowOf(map({ A: pass(1) }, { ItemsPath: '$.gone', Catch: [{ ...caught, Next: 'B' }], End: true }), say('caught'))), // prettier-ignore
  mapTakesAnyItems: withInput(flowOf(map({ A: pass(1, { ResultPath: '$', End: true }) })), {
    items: [1, 'a'],
  }),
  tooManyMapItemsIsCaught: {
    ...withInput(
      flowOf(map({ A: pass(1) }, { Catch: [{ ...caught, Next: 'B' }], End: true }), say('caught')),
    ),
    limits: { mapItems: 0 },
  },
  mapCatchTakesStateErrors: withInput(
    flowOf(
      map({ A: { Type: 'Fail', Error: 'E', Cause: 'c' } }, { Catch: [{ ...caught, Next: 'B' }], End: true }),
      say('caught'),
    ),
  ),
  countsStatesInMaps: { ...withInput(flowOf(map({ A: pass(1) }), pass(2))), limits: { transitions: 1 } },
  errorNameInCatch: withInput(flowOf(jqState('error("x")', { Catch: [{ ...caught, Next: 'B' }], End: true }), say('{{$.err}}'))), // prettier-ignore
  jqOutputs: withInput(flowOf(jqState('.[]'))),
  jqWithoutOutput: withInput(flowOf(jqState('empty'))),
  jqReadsText: withInput(flowOf(jqState('type')), { data: '[1]' }),
  configScopeWildcards: {
    ...withInput(
      flowOf({
        Type: 'Action',
        ActionName: 'zis:common:action:LoadConfig',
        Parameters: { scope: 's*' },
        End: true,
      }),
    ),
    configs: { slack: { channel: 'C1' } },
  },
  configMerge: {
    ...withInput(
      flowOf(
        {
          Type: 'Action',
          ActionName: 'zis:common:action:PatchConfig',
          Parameters: { scope: 'slack', config: { a: { x: 2 } } },
          Next: 'B',
        },
        {
          Type: 'Action',
          ActionName: 'zis:common:action:LoadConfig',
          Parameters: { scope: 'slack' },
          End: true,
        },
      ),
    ),
    configs: { slack: { a: { x: 1, y: 1 }, b: 1 } },
  },
  emptyAnswer: calling({ body: '' }),
  noOutputKeepsData: calling({ body: '' }, { flow: flowOf({ Type: 'Action', ActionName: 'zis:acme:action:get', End: true }) }), // prettier-ignore
  jsonAnswer: calling({ body: '{"a":1}', headers: { 'content-type': 'text/plain' } }),
  textRequestBody: sending({ requestBody: 'text' }),
  addsContentType: sending({ requestBody: { a: 1 } }),
  dollarKeysInBodyArrays: sending({ requestBody: { list: [{ 'n.$': '$.list' }] } }),
  actionSeconds: calling(
    { json: 1, after: 90 },
    { flow: flowOf({ Type: 'Wait', Seconds: 5, Next: 'B' }, call()) },
  ),
  stateRetry: {
    ...calling(
      { status: 404 },
      { flow: flowOf(call({ Retry: [{ ErrorEquals: ['States.ALL'] }], End: true })) },
    ),
    answers: [{ status: 404 }, { json: 1 }],
  },
  retryBeforeCatch: calling(
    { status: 500 },
    { flow: flowOf(call({ Catch: [{ ...caught, Next: 'B' }], End: true }), say('caught')) },
  ),
  flowAttempts: calling({ status: 429 }, { attempt: 3 }),
  thirdRetryDelay: calling({ status: 500 }, { attempt: 3 }),
  retriedServerErrors: calling({ status: 503 }),
  retryAfterNoAnswer: calling({ broken: 'nobody answers' }),
  retryAfterTimeout: withInput(flowOf({ Type: 'Wait', Seconds: 101, End: true })),
  retryAfterPathError: withInput(flowOf(pass({ 'n.$': '$.gone' }))),
  retryAfterFail: withInput(flowOf({ Type: 'Fail', Error: 'E', Cause: 'c' })),
}

/** Not read by the engine but before and after it; the specs of those parts turn them. */
const elsewhere = [
  'duplicateDeliveries',
  'shuffledDeliveries',
  'deliveryDelay',
  'olderTemplateVersion',
  'mostResources',
  'jqSyntaxRefused',
  'checksUnreachableActions',
  'actionsOfOtherBundles',
  'followsRedirects',
  'signatureScheme',
  'signsZendeskRequests',
]

it.each(Object.entries(tried))('%s changes what comes out, and replays', async (name, given) => {
  const { choices } = assumptions[name as AssumptionName]
  const came = await Promise.all(
    choices.map(async (choice) => {
      const flowCase: FlowCase = { ...given, name, expect: {}, assume: { [name]: choice } }
      const { attempt, requests, connections } = await attemptOf(flowCase, jq)
      const flow = given.flow as unknown as FlowDefinition
      expect(await replay({ attempts: [attempt] }, flow, contextOf(flowCase))).toBeUndefined()
      return JSON.stringify(observe(attempt, requests, connections))
    }),
  )
  expect(new Set(came).size).toBe(choices.length)
})

it('tries every switch about flows', () => {
  const aboutFlows = Object.entries(assumptions)
    .filter(([, { source }]) => source.startsWith('zis-flows'))
    .map(([name]) => name)
  expect([...Object.keys(tried), ...elsewhere]).toEqual(expect.arrayContaining(aboutFlows))
})
