import type { FlowDefinition } from '../../../src/zis/flow/types'
import type { History } from '../../../src/zis/history'
import type { Json } from '../../../src/zis/json'
import { FlowError } from '../../../src/simulator/engine/ports'
import { replay } from '../../../src/simulator/engine/replay'
import { assumptions } from '../../../src/simulator/assumptions'
import {
  answering,
  exchangeOf,
  flowContext,
  jqState,
  runFlow,
  type EngineWorld,
} from '../../support/engine-world'

const tell = {
  method: 'POST',
  url: 'https://x.test/tickets?token={{$.key}}',
  requestBody: { 'subject.$': '$.subject' },
}

/** Settings, a jq program, a request, and a message made of all three. */
const flow: FlowDefinition = {
  StartAt: 'Load',
  States: {
    Load: {
      Type: 'Action',
      ActionName: 'zis:common:action:LoadConfig',
      Parameters: { scope: 'acme' },
      ResultPath: '$.settings',
      Next: 'Word',
    },
    Word: { ...jqState('.subject | ascii_upcase', '$.word'), Next: 'Send' },
    Send: {
      Type: 'Action',
      ActionName: 'zis:acme:action:tell',
      Parameters: { 'subject.$': '$.word', 'key.$': '$.settings.key' },
      ResultPath: '$.answer',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed', ResultPath: '$.err' }],
      Next: 'Done',
    },
    Done: { Type: 'Succeed', Message: '{{$.answer.id}} is told as {{$.word}}' },
    Failed: { Type: 'Fail', Error: 'NotTold', Cause: '{{$.err.Cause}}' },
  },
}

const data = { subject: 'on fire' }
const mask = <Value>(value: Value) =>
  JSON.parse(JSON.stringify(value).replaceAll('hush-hush', '*****')) as Value

/** Answers with the exchange masked, as whoever sends requests does. */
const answers =
  (json: Json, status?: number): ReturnType<typeof answering> =>
  async (request) => {
    const answer = await answering(json, status)(request)
    return { ...answer, exchange: mask(answer.exchange) }
  }

const world: EngineWorld = {
  actions: { tell },
  ports: {
    loadConfig: () => ({ key: 'hush-hush' }),
    jq: { evaluate: () => Promise.resolve('ON FIRE'), close: () => Promise.resolve() },
    send: answers({ id: 4711 }),
    mask,
  },
}

const recorded = async (more: EngineWorld['ports'] = {}): Promise<History> => ({
  attempts: [await runFlow(flow, data, { ...world, ports: { ...world.ports, ...more } })],
})

const changed = (state: string, change: object): FlowDefinition => {
  const copy = structuredClone(flow)
  Object.assign(copy.States[state]!, change)
  return copy
}

it('runs a history again without any of the world that it was made in', async () => {
  const history = await recorded()
  expect(history.attempts[0]!.outcome).toEqual({ status: 'succeeded', result: '4711 is told as ON FIRE' })
  expect(await replay(history, flow, flowContext(world))).toBeUndefined()
})

it('needs no secret: what was masked fits', async () => {
  const history = await recorded()
  expect(JSON.stringify(history)).toContain('?token=*****')
  expect(JSON.stringify(history)).not.toContain('hush-hush')
  expect(await replay(history, flow, flowContext(world))).toBeUndefined()
})

it('replays failures: of an answer, of no answer, of what is not there', async () => {
  const failures: Array<[NonNullable<EngineWorld['ports']>, string]> = [
    [{ send: answers({}, 404) }, 'external action failed due to status code: 404'],
    [
      {
        send: (request) =>
          Promise.reject(
            new FlowError('States.TaskFailed', 'nobody answers', {
              exchange: mask({ ...exchangeOf(request), error: 'nobody answers' }),
            }),
          ),
      },
      'nobody answers',
    ],
    [{ loadConfig: () => undefined }, 'there is no config with the scope "acme"'],
  ]
  for (const [ports, result] of failures) {
    const history = await recorded(ports)
    expect(history.attempts[0]!.outcome).toMatchObject({ status: 'failed', result })
    expect(await replay(history, flow, flowContext(world))).toBeUndefined()
  }
})

it('names the first state that does something else, with both', async () => {
  const history = await recorded()
  const other = changed('Word', { Parameters: { expr: '.subject', 'data.$': '$' } })
  expect(await replay(history, other, flowContext(world))).toEqual({
    attempt: 1,
    state: 'Word',
    what: 'parameters',
    expected: { expr: '.subject | ascii_upcase', data: { ...data, settings: { key: '*****' } } },
    found: { expr: '.subject', data: { ...data, settings: { key: '*****' } } },
  })
})

it('tells a request that is made otherwise', async () => {
  const history = await recorded()
  const actions = { tell: { ...tell, method: 'PUT' } }
  expect(await replay(history, flow, flowContext({ actions }))).toMatchObject({
    state: 'Send',
    what: 'request',
    expected: { method: 'POST' },
    found: { method: 'PUT' },
  })
})

it('tells a flow that goes another way', async () => {
  const history = await recorded()
  expect(await replay(history, changed('Load', { Next: 'Send' }), flowContext(world))).toMatchObject({
    state: 'Load',
    what: 'next',
    expected: 'Word',
    found: 'Send',
  })
})

it('tells a flow that ends sooner, and one that ends with another message', async () => {
  const history = await recorded()
  const sooner = changed('Send', { Next: undefined, End: true })
  expect(await replay(history, sooner, flowContext(world))).toMatchObject({ state: 'Send', what: 'next' })
  const message = changed('Done', { Message: 'told' })
  expect(await replay(history, message, flowContext(world))).toEqual({
    attempt: 1,
    state: 'the end',
    what: 'outcome',
    expected: { status: 'succeeded', result: '4711 is told as ON FIRE' },
    found: { status: 'succeeded', result: 'told' },
  })
})

it('keeps the switches of the run', async () => {
  const nothing: FlowDefinition = {
    StartAt: 'Say',
    States: { Say: { Type: 'Succeed', Message: '<{{$.gone}}>' } },
  }
  const attempt = await runFlow(
    nothing,
    { gone: null },
    {
      ports: { assume: (name) => (name === 'nullInText' ? 'null' : assumptions[name].default) as never },
    },
  )
  expect(attempt).toMatchObject({ outcome: { result: '<null>' }, assumptions: { nullInText: 'null' } })
  expect(await replay({ attempts: [attempt] }, nothing, flowContext())).toBeUndefined()
})

it('gives byte-identical histories for the same event, clock, ids and answers', async () => {
  expect(JSON.stringify(await recorded())).toBe(JSON.stringify(await recorded()))
})
