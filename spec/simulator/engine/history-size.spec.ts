import type { FlowDefinition } from '../../../src/zis/flow/types'
import type { Attempt } from '../../../src/zis/history'
import type { Json, JsonObject } from '../../../src/zis/json'
import { packAttempt } from '../../../src/zis/packed-history'
import { answering, jqState, runFlow, type EngineWorld } from '../../support/engine-world'

const size = (value: unknown) => JSON.stringify(value).length

/** What came in, and what each state wrote; the array of a Map is made of what its states wrote. */
const changed = ({ data, steps }: Attempt): number =>
  steps.reduce((sum, { type, wrote }) => sum + (wrote && type !== 'Map' ? size(wrote.value) : 0), size(data))

const text = (length: number) => 'The printer is on fire. '.repeat(length / 24)
const rows = (count: number): JsonObject[] =>
  Array.from({ length: count }, (_, id) => ({ id, name: `Item ${id}`, note: text(120) }))

const jqGives = (value: Json): EngineWorld => ({
  ports: { jq: { evaluate: () => Promise.resolve(value), close: () => Promise.resolve() } },
})

/** States one after another. */
function chain(count: number, state: (at: number) => object): FlowDefinition {
  const States = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `Step ${at}`,
      { ...state(at), ...(at + 1 < count ? { Next: `Step ${at + 1}` } : { End: true }) },
    ]),
  )
  return { StartAt: 'Step 0', States: States as FlowDefinition['States'] }
}

const over = (Iterator: object, limits = {}): [FlowDefinition, EngineWorld] => [
  {
    StartAt: 'Each',
    States: { Each: { Type: 'Map', ItemsPath: '$.items', ResultPath: '$.items', Iterator, End: true } },
  } as unknown as FlowDefinition,
  { ...jqGives({ subject: text(96) }), limits },
]

const transform = { StartAt: 'Transform', States: { Transform: { ...jqState('.', '$.made'), End: true } } }
const inner = {
  StartAt: 'Inner',
  States: {
    Inner: { Type: 'Map', ItemsPath: '$.parts', ResultPath: '$.parts', Iterator: transform, End: true },
  },
}

const flows: { [name: string]: () => Promise<Attempt> } = {
  '20 jq programs that each read 250 kB': () =>
    runFlow(
      chain(20, () => jqState('.input.subject', '$.out')),
      { input: { rows: rows(1500) } },
      jqGives(text(48)),
    ),
  '250 states that each write a little into 250 kB': () =>
    runFlow(
      chain(250, (at) => ({ Type: 'Pass', Result: { at, note: text(48) }, ResultPath: '$.latest' })),
      { input: { rows: rows(1500) } },
    ),
  '250 states that each write a little beside nothing': () =>
    runFlow(
      chain(250, (at) => ({ Type: 'Pass', Result: { at, note: text(48) }, ResultPath: '$.latest' })),
      {},
    ),
  'a Map over 100': () => {
    const [flow, world] = over(transform)
    return runFlow(flow, { items: rows(100) }, world)
  },
  'a Map over 200, the limit off': () => {
    const [flow, world] = over(transform, { mapItems: 1000, transitions: 1000 })
    return runFlow(flow, { items: rows(200) }, world)
  },
  'a Map inside a Map': () => {
    const [flow, world] = over(inner)
    const items = Array.from({ length: 10 }, (_, id) => ({ id, parts: rows(10) }))
    return runFlow(flow, { items }, world)
  },
  'a large answer': () =>
    runFlow(
      chain(3, () => ({ Type: 'Action', ActionName: 'zis:acme:action:get', ResultPath: '$.answer' })),
      {},
      { actions: { get: { method: 'GET', url: 'https://x.test/' } }, ports: { send: answering(rows(300)) } },
    ),
  'a large request': () =>
    runFlow(
      chain(1, () => ({
        Type: 'Action',
        ActionName: 'zis:acme:action:put',
        Parameters: { 'rows.$': '$.rows' },
      })),
      { rows: rows(300) },
      {
        actions: { put: { method: 'PUT', url: 'https://x.test/', 'requestBody.$': '$.rows' } },
        ports: { send: answering({ ok: true }) },
      },
    ),
}

it.each(Object.entries(flows))('costs at most three times the data that changed: %s', async (_name, run) => {
  const attempt = await run()
  expect(attempt.outcome.status).toBe('succeeded')
  expect(size(packAttempt(attempt)) / changed(attempt)).toBeLessThan(3)
})

it('takes under 40 bytes for a step that changes nothing', async () => {
  const loop: FlowDefinition = {
    StartAt: 'Another round?',
    States: {
      'Another round?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.never', IsPresent: true, Next: 'Done' }],
        Default: 'Go round',
      },
      'Go round': { Type: 'Pass', Next: 'Another round?' },
      Done: { Type: 'Succeed' },
    },
  }
  const attempt = await runFlow(loop, {})
  expect(attempt.steps).toHaveLength(250)
  expect(size(packAttempt(attempt)) / 250).toBeLessThan(40)
})
