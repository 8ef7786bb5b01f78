import fc from 'fast-check'
import { checkBundle } from '../../../src/zis/bundle/check'
import { expand } from '../../../src/zis/history'
import type { Json, JsonObject } from '../../../src/zis/json'
import { runFlow } from '../../support/engine-world'

const stateNames = ['A', 'B', 'C', '__proto__']
const name = fc.constantFrom(...stateNames)
const place = fc.constantFrom('$', '$.a', '$.a.b', '$.l[0]', '$.__proto__', '$.gone', '$.l')
const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
const moves = fc.oneof(
  name.map((Next) => ({ Next })),
  fc.constant({ End: true }),
)

const rule = fc
  .record({
    Variable: place,
    Next: name,
    test: fc.constantFrom({ IsPresent: true }, { IsNull: false }, { NumericEquals: 0 }, { StringEquals: '' }),
  })
  .map(({ test, ...rest }) => ({ ...rest, ...test }))

const catcher = fc.record({ ErrorEquals: fc.constant(['States.ALL']), Next: name, ResultPath: place })

/** States that are right in themselves, put together by chance. */
const plainState = fc.oneof(
  fc.tuple(moves, fc.record({ Type: fc.constant('Pass'), Result: value, ResultPath: place })).map(merge),
  fc
    .tuple(
      moves,
      fc.record({ Type: fc.constant('Pass'), Result: fc.record({ 'x.$': place }), ResultPath: place }),
    )
    .map(merge),
  fc.tuple(moves, fc.record({ Type: fc.constant('Wait'), SecondsPath: place })).map(merge),
  fc.record({
    Type: fc.constant('Choice'),
    Choices: fc.array(rule, { minLength: 1, maxLength: 3 }),
    Default: name,
  }),
  fc.record({ Type: fc.constant('Succeed'), Message: fc.constantFrom('all: {{$}}', '{{$.a}}', '$.a') }),
  fc.record({
    Type: fc.constant('Fail'),
    Error: fc.constant('E'),
    Cause: fc.constantFrom('all: {{$}}', 'c'),
  }),
  fc
    .tuple(
      moves,
      fc.record({
        Type: fc.constant('Action'),
        ActionName: fc.constant('zis:common:action:LoadConfig'),
        Parameters: fc.record({ scope: fc.constantFrom('there', 'gone') }),
        ResultPath: place,
        Catch: fc.array(catcher, { maxLength: 1 }),
      }),
    )
    .map(merge),
)

function merge([a, b]: [object, object]): object {
  return { ...b, ...a }
}

const statesOf = (state: fc.Arbitrary<object>) => fc.tuple(state, state, state, state).map(named)
const iterator = statesOf(plainState).map((States) => ({ StartAt: 'A', States }))
const mapState = fc
  .tuple(
    moves,
    fc.record({
      Type: fc.constant('Map'),
      ItemsPath: place,
      Iterator: iterator,
      ResultPath: place,
      Catch: fc.array(catcher, { maxLength: 1 }),
    }),
  )
  .map(merge)
const flow = statesOf(fc.oneof({ weight: 4, arbitrary: plainState }, { weight: 1, arbitrary: mapState })).map(
  (States) => ({ StartAt: 'A', States }),
)

function named(states: object[]): object {
  return JSON.parse(
    `{${states.map((state, at) => `"${stateNames[at]}":${JSON.stringify(state)}`).join()}}`,
  ) as object
}

// Waits are over at once: what is looked at here is where a flow goes.
const ports = {
  clock: { now: () => 0, sleep: () => Promise.resolve(), after: () => () => undefined },
  loadConfig: (_integration: string, scope: string) => (scope === 'there' ? { n: 1 } : undefined),
}

const bundleOf = (definition: object) => ({
  zis_template_version: '2019-10-14',
  name: 'by chance',
  resources: { f: { type: 'ZIS::Flow', properties: { name: 'f', definition } } },
})

function run(definition: object, data: JsonObject) {
  const { bundle, findings } = checkBundle(bundleOf(definition), { integration: 'acme' })
  if (!bundle) throw new Error(JSON.stringify(findings.filter(({ severity }) => severity === 'error')))
  return runFlow(bundle.flows[0]!.definition, data, { ports, limits: { recordedSize: 100_000 } })
}

const data = fc.record({
  a: fc.oneof(value, fc.record({ b: value })),
  l: fc.array(fc.record({ a: value, l: value }), { maxLength: 3 }),
})

it('runs every flow that the check lets through to an end, within the limits', async () => {
  await fc.assert(
    fc.asyncProperty(flow, data, async (definition, given) => {
      const before = JSON.stringify(given)
      const attempt = await run(definition, given as JsonObject)
      expect(attempt.transitions).toBeLessThanOrEqual(250)
      expect(attempt.steps).toHaveLength(attempt.transitions)
      expect(JSON.stringify(given)).toBe(before)
      expect(Object.keys(Object.prototype)).toEqual([])
      if (attempt.outcome.status === 'failed') expect(attempt.outcome.result).not.toBe('')
    }),
    { numRuns: 300 },
  )
})

it('keeps a history from which the data at the end can be told', async () => {
  await fc.assert(
    fc.asyncProperty(flow, data, async (definition, given) => {
      const attempt = await run(definition, given as JsonObject)
      const last = expand(attempt).at(-1)
      // These states render all of their data, as the engine has it.
      const tellsAll = last?.within === undefined && attempt.outcome.result.startsWith('all: ')
      if (tellsAll) expect(attempt.outcome.result.slice(5)).toBe(JSON.stringify(last?.input))
    }),
    { numRuns: 300 },
  )
})

it('judges anything without breaking', () => {
  const words = fc.constantFrom('Type', 'Next', 'Choices', 'Catch', 'States', 'StartAt', 'Iterator', 'properties',
    'definition', 'name', 'type', 'resources', 'And', 'Not', 'Variable', 'headers', '__proto__', 'x.$') // prettier-ignore
  const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<unknown>(
        null,
        0,
        '',
        true,
        'ZIS::Flow',
        'ZIS::Action::Http',
        'ZIS::JobSpec',
        'Choice',
        'Map',
        '$.a',
        '{{$.a}}',
      ),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(words, tie('any'), { maxKeys: 5 }),
    ),
  }))
  fc.assert(
    fc.property(any, any, (whole, definition) => {
      for (const bundle of [whole, bundleOf(definition as object), { resources: { r: whole } }]) {
        const { findings } = checkBundle(bundle, { integration: 'acme' })
        for (const { message, way_out, code } of findings) expect([message, way_out, code]).not.toContain('')
      }
    }),
    { numRuns: 1000 },
  )
})
