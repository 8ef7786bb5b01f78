import type { FlowDefinition } from '../../../src/zis/flow/types'
import type { Json, JsonObject } from '../../../src/zis/json'
import type { MovableClock } from '../../../src/simulator/clock'
import { FlowError, type EnginePorts, type FlowRequest } from '../../../src/simulator/engine/ports'
import { enginePorts, runFlow } from '../../support/engine-world'

function world(ports: Partial<EnginePorts> = {}) {
  const all = enginePorts(ports)
  return {
    clock: all.clock as MovableClock,
    run: (flow: FlowDefinition, data: JsonObject = {}) =>
      runFlow(flow, data, { ports: all, actions: { post } }),
  }
}

const post = { method: 'POST', url: 'https://x.test/', requestBody: { 'token.$': '$.token' } }

const callFlow: FlowDefinition = {
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Action',
      ActionName: 'zis:acme:action:post',
      Parameters: { 'token.$': '$.token' },
      ResultPath: '$.reply',
      End: true,
    },
  },
}

const exchange = {
  id: '1',
  started_at: '2026-01-05T10:00:00.000Z',
  duration_ms: 5,
  request: { method: 'POST', url: 'https://x.test/', headers: {} },
}

const tick = () => new Promise((resolve) => setImmediate(resolve))

it('records every step with its change, and the attempt around them', async () => {
  const { run } = world()
  const attempt = await run(
    {
      StartAt: 'Add',
      States: {
        Add: { Type: 'Pass', Result: 0, ResultPath: '$.count', Next: 'Done' },
        Done: { Type: 'Succeed', Message: 'counted {{$.count}}' },
      },
    },
    { ticket: 7 },
  )
  expect(attempt).toEqual({
    number: 1,
    started_at: '2026-01-05T10:00:00.000Z',
    ended_at: '2026-01-05T10:00:00.000Z',
    data: { ticket: 7 },
    outcome: { status: 'succeeded', result: 'counted 0' },
    transitions: 2,
    steps: [
      {
        state: 'Add',
        type: 'Pass',
        started_at: '2026-01-05T10:00:00.000Z',
        duration_ms: 0,
        transition: 1,
        wrote: { path: '$.count', value: 0 },
        next: 'Done',
      },
      {
        state: 'Done',
        type: 'Succeed',
        started_at: '2026-01-05T10:00:00.000Z',
        duration_ms: 0,
        transition: 2,
      },
    ],
  })
})

it('gives the same record for the same flow, data, clock and answers', async () => {
  const record = async () => {
    const { run } = world({
      send: () => Promise.resolve({ status: 200, headers: {}, body: '{"n":1}', exchange }),
    })
    return JSON.stringify(await run(callFlow, { token: 't' }))
  }
  expect(await record()).toBe(await record())
})

it('keeps the resolved parameters and the exchange of an action', async () => {
  const { run } = world({ send: () => Promise.resolve({ status: 200, headers: {}, body: '{}', exchange }) })
  const { steps } = await run(callFlow, { token: 't' })
  expect(steps).toMatchObject([{ state: 'Call', parameters: { token: 't' }, exchanges: [exchange] }])
})

it('keeps the exchange of an answer that failed the action, and of none at all', async () => {
  const refused = world({ send: () => Promise.resolve({ status: 500, headers: {}, body: '', exchange }) })
  expect((await refused.run(callFlow, { token: 't' })).steps[0]!.exchanges).toEqual([exchange])

  const silent = world({
    send: () => Promise.reject(new FlowError('States.TaskFailed', 'no answer', { exchange })),
  })
  const attempt = await silent.run(callFlow, { token: 't' })
  expect(attempt.steps[0]!.exchanges).toEqual([exchange])
  expect(attempt.outcome).toEqual({ status: 'failed', result: 'no answer', error: 'States.TaskFailed' })
})

it('masks whatever it records, and sends the real thing', async () => {
  const sent: FlowRequest[] = []
  const mask = (value: Json): Json =>
    JSON.parse(JSON.stringify(value).replaceAll('hush-hush', '*****')) as Json
  const { run } = world({
    mask,
    send: (request) => {
      sent.push(request)
      return Promise.resolve({ status: 200, headers: {}, body: '{"echo":"hush-hush"}', exchange })
    },
  })
  const flow: FlowDefinition = {
    StartAt: 'Call',
    States: {
      Call: { ...callFlow.States['Call']!, End: undefined, Next: 'End' } as FlowDefinition['States'][string],
      End: { Type: 'Fail', Error: 'Told', Cause: 'the token is {{$.reply.echo}}' },
    },
  }
  const attempt = await run(flow, { token: 'hush-hush' })
  expect(sent[0]!.body).toBe('{"token":"hush-hush"}')
  expect(JSON.stringify(attempt)).not.toContain('hush-hush')
  expect(attempt.outcome).toEqual({ status: 'failed', error: 'Told', result: 'the token is *****' })
})

it('notes which path was missing in a definition, while the flow sees what ZIS says', async () => {
  const { run } = world()
  const flow = structuredClone(callFlow)
  flow.States['Call'] = { ...flow.States['Call']!, Parameters: {} } as FlowDefinition['States'][string]
  const { steps } = await run(flow, {})
  expect(steps[0]).toMatchObject({
    error: { cause: 'Error Resolving JSON Params', caught: false },
    notes: ['$.token is not in the parameters of the action'],
  })
})

it('aborts the request when the time of the flow is up', async () => {
  let signal: AbortSignal | undefined
  const { run, clock } = world({
    send: (request) => {
      signal = request.signal
      return new Promise(() => undefined)
    },
  })
  const attempt = run(callFlow, { token: 't' })
  await tick()
  clock.advance(99_999)
  expect(signal?.aborted).toBe(false)
  clock.advance(1)
  expect(signal?.aborted).toBe(true)
  expect((await attempt).outcome).toMatchObject({ status: 'failed', error: 'States.Timeout' })
})

it('enters no state after its time, however it passed', async () => {
  const { run, clock } = world({
    loadConfig: () => {
      clock.advance(100_000)
      return {}
    },
  })
  const load = {
    Type: 'Action',
    ActionName: 'zis:common:action:LoadConfig',
    Parameters: { scope: 's' },
    ResultPath: '$.settings',
    Next: 'Late',
  } as const
  const attempt = await run({ StartAt: 'Load', States: { Load: load, Late: { Type: 'Succeed' } } })
  expect(attempt.outcome).toMatchObject({ status: 'failed', error: 'States.Timeout' })
  expect(attempt.steps.map(({ state }) => state)).toEqual(['Load'])
})

it('begins a state that is tried again when its wait is over', async () => {
  const { run, clock } = world()
  const load = {
    Type: 'Action',
    ActionName: 'zis:common:action:LoadConfig',
    Parameters: { scope: 's' },
    Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 1 }],
    End: true,
  } as FlowDefinition['States'][string]
  const attempt = run({ StartAt: 'Load', States: { Load: load } })
  await tick()
  clock.advance(5000)
  expect((await attempt).steps).toMatchObject([
    { started_at: '2026-01-05T10:00:00.000Z', duration_ms: 0, error: { caught: true } },
    { started_at: '2026-01-05T10:00:05.000Z', duration_ms: 0, error: { caught: false } },
  ])
})

it('leaves no timer behind', async () => {
  const { run, clock } = world({
    send: () => Promise.resolve({ status: 200, headers: {}, body: '', exchange }),
  })
  await run(callFlow, { token: 't' })
  expect(clock.waiting().count).toBe(0)
})

it('does not wait for anything when no state does', async () => {
  const { run } = world()
  let isOver = false
  const attempt = run({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }).then(
    () => (isOver = true),
  )
  await Promise.resolve()
  await Promise.resolve()
  expect(isOver).toBe(true)
  await attempt
})

it('measures each step on the clock, a Map with all its iterations', async () => {
  const { run, clock } = world()
  const attempt = run(
    {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          ResultPath: '$.out',
          Iterator: { StartAt: 'Nap', States: { Nap: { Type: 'Wait', Seconds: 2, End: true } } },
          End: true,
        },
      },
    },
    { items: [{}, {}] },
  )
  for (const _ of [1, 2]) {
    await tick()
    clock.advance(2000)
  }
  const { steps } = await attempt
  expect(steps.map(({ state, duration_ms, within }) => [state, duration_ms, within?.[0]?.index])).toEqual([
    ['Each', 4000, undefined],
    ['Nap', 2000, 0],
    ['Nap', 2000, 1],
  ])
})

it('keeps a fault of the simulator apart from failures of a flow', async () => {
  const { run } = world({
    loadConfig: () => {
      throw new TypeError('a fault of ours')
    },
  })
  const flow: FlowDefinition = {
    StartAt: 'Load',
    States: {
      Load: {
        Type: 'Action',
        ActionName: 'zis:common:action:LoadConfig',
        Parameters: { scope: 's' },
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Succeed' },
    },
  }
  await expect(run(flow)).rejects.toThrow(new TypeError('a fault of ours'))
})

it('never changes the data that it was given', async () => {
  const data = { list: [1], o: { a: 1 } }
  const before = structuredClone(data)
  const { run } = world()
  await run(
    {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Result: 9, ResultPath: '$.list[0]', Next: 'B' },
        B: { Type: 'Pass', Result: { x: 1 }, ResultPath: '$.o.a', Next: 'C' },
        C: { Type: 'Pass', Result: 1, ResultPath: '$.o.a.y', End: true },
      },
    },
    data,
  )
  expect(data).toEqual(before)
})
