import fc from 'fast-check'
import { checkBundle } from '../../../src/zis/bundle/check'
import { expand } from '../../../src/zis/history'
import type { Json, JsonObject } from '../../../src/zis/json'
import type { Clock } from '../../../src/simulator/clock'
import { JqError, type EnginePorts } from '../../../src/simulator/engine/ports'
import { exchangeOf, runFlow } from '../../support/engine-world'
import { interpret, type ReferenceWorld } from '../../support/reference-interpreter'

/** What both meet; jq knows the programs that the flows below have. */
const world: ReferenceWorld = {
  config: (scope) => (scope === 'there' ? { n: 1, list: [{ n: 2 }] } : undefined),
  jq(program, input) {
    if (program === 'fail') throw new Error('Cannot iterate over null')
    if (program === '[.]') return [input]
    return program === 'null' ? null : input
  },
  call: ({ status, what }) => ({ status: status as number, json: [{ got: what ?? null }] }),
}

const stateNames = ['A', 'B', 'C', '__proto__']
const name = fc.constantFrom(...stateNames)
const path = fc.constantFrom(
  '$',
  '$.a',
  '$.a.b',
  '$.l',
  '$.l[0]',
  '$.l[1].a',
  "$['a'].c",
  '$.__proto__',
  '$.gone',
)
const text = fc.oneof(
  path,
  fc.constantFrom('plain', '{{$.a}}', 'a={{ $.a }}, l={{$.l[0]}}', 'all: {{$}}', '{{$.gone}}'),
)
const value = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
const place = fc.oneof(
  { weight: 4, arbitrary: path.map((ResultPath) => ({ ResultPath })) },
  fc.constant({}),
  fc.constant({ ResultPath: null }),
)
const moves = fc.oneof({ weight: 3, arbitrary: name.map((Next) => ({ Next })) }, fc.constant({ End: true }))
const catches = fc.oneof(
  fc.constant({}),
  fc.tuple(name, place).map(([Next, at]) => ({ Catch: [{ ErrorEquals: ['States.ALL'], Next, ...at }] })),
)
const retries = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  fc
    .record({ IntervalSeconds: fc.integer({ min: 1, max: 9 }), MaxAttempts: fc.integer({ min: 0, max: 2 }) })
    .map((retrier) => ({
      Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: 2, ...retrier }],
    })),
)
const template: fc.Arbitrary<Json> = fc.oneof(
  value,
  fc.record({ 'x.$': text }),
  fc.record({ list: fc.array(fc.record({ 'y.$': path, z: value }), { maxLength: 2 }), 'o.$': text }),
)

const comparison = fc
  .tuple(path, path)
  .chain(([Variable, other]) =>
    fc.constantFrom<JsonObject>(
      { Variable, IsPresent: true },
      { Variable, IsPresent: false },
      { Variable, IsNull: true },
      { Variable, NumericEquals: 0 },
      { Variable, NumericLessThan: 1 },
      { Variable, NumericGreaterThanEqualsPath: other },
      { Variable, StringEquals: '' },
      { Variable, StringGreaterThan: 'a' },
      { Variable, BooleanEquals: false },
      { Variable, BooleanEqualsPath: other },
    ),
  )
const test = fc.oneof(
  { weight: 3, arbitrary: comparison },
  fc.array(comparison, { minLength: 1, maxLength: 3 }).map((And) => ({ And })),
  fc.array(comparison, { minLength: 1, maxLength: 3 }).map((Or) => ({ Or })),
  comparison.map((Not) => ({ Not })),
)

/** One state made of several parts. */
const state = (Type: string, ...parts: Array<fc.Arbitrary<object>>): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((made) => Object.assign({ Type }, ...made) as object)
const action = (ActionName: string, Parameters: fc.Arbitrary<object>) =>
  state(
    'Action',
    Parameters.map((given) => ({ ActionName, Parameters: given })),
    place,
    moves,
    catches,
    retries,
  )

const plainState = fc.oneof(
  {
    weight: 3,
    arbitrary: state(
      'Pass',
      fc.oneof(
        fc.constant({}),
        template.map((Result) => ({ Result })),
      ),
      place,
      moves,
    ),
  },
  state(
    'Wait',
    fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((Seconds) => ({ Seconds })),
      path.map((SecondsPath) => ({ SecondsPath })),
    ),
    moves,
  ),
  {
    weight: 3,
    arbitrary: state(
      'Choice',
      fc
        .array(
          fc.tuple(test, name).map(([one, Next]) => ({ ...one, Next })),
          { minLength: 1, maxLength: 3 },
        )
        .map((Choices) => ({ Choices })),
      fc.oneof({ weight: 4, arbitrary: name.map((Default) => ({ Default })) }, fc.constant({})),
    ),
  },
  state(
    'Succeed',
    fc.oneof(
      fc.constant({}),
      text.map((Message) => ({ Message })),
    ),
  ),
  state('Fail', fc.record({ Error: text, Cause: text })),
  action('zis:common:action:LoadConfig', fc.record({ scope: fc.constantFrom('there', 'gone') })),
  action(
    'zis:common:transform:Jq',
    fc.record({ expr: fc.constantFrom('.', 'fail', '[.]', 'null'), 'data.$': path }),
  ),
  action('zis:acme:action:call', fc.record({ status: fc.constantFrom(200, 404, 500), 'what.$': text })),
)

const statesOf = (one: fc.Arbitrary<object>) =>
  fc.tuple(one, one, one, one).map((states) => ({ StartAt: 'A', States: named(states) }))
const items = fc.oneof({ weight: 5, arbitrary: fc.constant('$.l') }, path)
const mapOver = (Iterator: fc.Arbitrary<object>) =>
  state(
    'Map',
    fc.record({ ItemsPath: items, Iterator }),
    path.map((ResultPath) => ({ ResultPath })),
    moves,
    catches,
    retries,
  )
const innerMap = mapOver(statesOf(plainState))
const outerMap = mapOver(
  statesOf(fc.oneof({ weight: 2, arbitrary: plainState }, { weight: 3, arbitrary: innerMap })),
)
const flow = statesOf(fc.oneof({ weight: 2, arbitrary: plainState }, outerMap))

/** `__proto__` has to be a key of its own, which only JSON can write. */
const named = (states: object[]): object =>
  JSON.parse(`{${states.map((one, at) => `"${stateNames[at]}":${JSON.stringify(one)}`).join()}}`) as object

const item: fc.Arbitrary<JsonObject> = fc.record({
  a: value,
  l: fc.array(fc.record({ a: value }), { maxLength: 2 }),
}) as never
const data = fc.record({ a: fc.oneof(value, fc.record({ b: value })), l: fc.array(item, { maxLength: 3 }) })

const call = {
  method: 'POST',
  url: 'https://x.test/',
  requestBody: { 'what.$': '$.what', 'status.$': '$.status' },
}
const bundleOf = (definition: object) => ({
  zis_template_version: '2019-10-14',
  name: 'by chance',
  resources: {
    f: { type: 'ZIS::Flow', properties: { name: 'f', definition } },
    call: { type: 'ZIS::Action::Http', properties: { name: 'call', definition: call } },
  },
})

/** Time that passes only while somebody sleeps. */
function sleepingClock(): Clock {
  let now = 0
  const timers = new Map<() => void, number>()
  return {
    now: () => now,
    after(ms, wake) {
      timers.set(wake, now + ms)
      return () => timers.delete(wake)
    },
    async sleep(ms, signal) {
      for (const [wake, due] of timers) if (due <= now + ms) wake()
      signal?.throwIfAborted()
      now += ms
    },
  }
}

function ports(): Partial<EnginePorts> {
  return {
    clock: sleepingClock(),
    loadConfig: (_integration, scope) => world.config(scope),
    jq: {
      async evaluate(program, input) {
        try {
          return world.jq(program, input)
        } catch (problem) {
          throw new JqError('runtime', (problem as Error).message)
        }
      },
      close: () => Promise.resolve(),
    },
    async send(request) {
      const { status, json } = world.call(JSON.parse(request.body!) as JsonObject)
      return { status, headers: {}, body: JSON.stringify(json), exchange: exchangeOf(request) }
    },
  }
}

it('does what the reference interpreter does, whatever the flow', async () => {
  const seen = { succeeded: 0, failed: 0, maps: 0, catches: 0 }
  await fc.assert(
    fc.asyncProperty(flow, data, async (definition, given) => {
      const { bundle, findings } = checkBundle(bundleOf(definition), { integration: 'acme' })
      if (!bundle) throw new Error(JSON.stringify(findings.filter(({ severity }) => severity === 'error')))
      const attempt = await runFlow(bundle.flows[0]!.definition, given as JsonObject, {
        ports: ports(),
        limits: { recordedSize: 100_000 },
        actions: { call },
      })
      // Data that is put into itself doubles at every step; copies of it would never come to an end.
      if (attempt.outcome.status === 'failed' && attempt.outcome.error === 'States.DataLimitExceeded') return
      const outer = expand(attempt).filter(({ within }) => within === undefined)
      const { status, result } = attempt.outcome
      const found = {
        status,
        result,
        ...(attempt.outcome.status === 'failed' && { error: attempt.outcome.error }),
        data: outer.length > 0 ? outer.at(-1)!.output : attempt.data,
        transitions: attempt.transitions,
      }
      const expected = interpret(definition as never, given as JsonObject, world)
      expect(JSON.stringify(found)).toBe(JSON.stringify(expected))

      seen[status] += 1
      if (attempt.steps.some(({ within }) => (within?.length ?? 0) > 1)) seen.maps += 1
      if (attempt.steps.some(({ error }) => error?.caught)) seen.catches += 1
    }),
    { numRuns: 600 },
  )
  // The flows are worth something only when they go everywhere.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
})
