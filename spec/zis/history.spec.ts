import { expand, type Attempt, type Step } from '../../src/zis/history'
import type { Json } from '../../src/zis/json'

const step = (state: string, more: Partial<Step> = {}): Step => ({
  state,
  type: 'Pass',
  started_at: '2026-01-05T10:00:00.000Z',
  duration_ms: 0,
  transition: 1,
  ...more,
})

const attempt = (data: Json, steps: Step[]): Attempt => ({
  number: 1,
  started_at: '2026-01-05T10:00:00.000Z',
  ended_at: '2026-01-05T10:00:00.000Z',
  data,
  outcome: { status: 'succeeded', result: 'Execution Successful' },
  transitions: steps.length,
  steps,
})

const flowOf = (history: Attempt) => expand(history).map(({ state, input, output }) => [state, input, output])

it('gives every step its input and output from the changes alone', () => {
  const history = attempt({ a: 1 }, [
    step('Add', { wrote: { path: '$.b', value: 2 } }),
    step('Look'),
    step('Replace', { wrote: { path: '$', value: 0 } }),
  ])
  expect(flowOf(history)).toEqual([
    ['Add', { a: 1 }, { a: 1, b: 2 }],
    ['Look', { a: 1, b: 2 }, { a: 1, b: 2 }],
    ['Replace', { a: 1, b: 2 }, 0],
  ])
})

it('begins each iteration of a Map with its element', () => {
  const inside = (index: number) => ({ within: [{ state: 'Each', index }] })
  const history = attempt({ items: [{ n: 1 }, { n: 2 }] }, [
    step('Each', { type: 'Map', items_path: '$.items', wrote: { path: '$.out', value: [] } }),
    step('Mark', { ...inside(0), wrote: { path: '$.m', value: true } }),
    step('Look', inside(0)),
    step('Mark', inside(1)),
    step('After'),
  ])
  expect(flowOf(history)).toEqual([
    ['Each', { items: [{ n: 1 }, { n: 2 }] }, { items: [{ n: 1 }, { n: 2 }], out: [] }],
    ['Mark', { n: 1 }, { n: 1, m: true }],
    ['Look', { n: 1, m: true }, { n: 1, m: true }],
    ['Mark', { n: 2 }, { n: 2 }],
    ['After', { items: [{ n: 1 }, { n: 2 }], out: [] }, { items: [{ n: 1 }, { n: 2 }], out: [] }],
  ])
})

it('begins anew when a flow comes back to a Map', () => {
  const inside = { within: [{ state: 'Each', index: 0 }], wrote: { path: '$.seen', value: true } }
  const history = attempt({ items: [{ n: 1 }] }, [
    step('Each', { type: 'Map', items_path: '$.items', wrote: { path: '$.items', value: [{ n: 9 }] } }),
    step('Mark', inside),
    step('Each', { type: 'Map', items_path: '$.items' }),
    step('Mark', inside),
  ])
  expect(expand(history)[3]!.input).toEqual({ n: 9 })
})

it('finds the elements of a Map inside a Map', () => {
  const outer = [{ state: 'Rows', index: 0 }]
  const history = attempt({ rows: [{ cells: [{ c: 1 }, { c: 2 }] }] }, [
    step('Rows', { type: 'Map', items_path: '$.rows' }),
    step('Cells', { type: 'Map', items_path: '$.cells', within: outer }),
    step('Look', { within: [...outer, { state: 'Cells', index: 1 }] }),
  ])
  expect(expand(history)[2]!.input).toEqual({ c: 2 })
})
