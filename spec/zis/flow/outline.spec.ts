import fc from 'fast-check'
import { flowOutline } from '../../../src/zis/flow/outline'
import type { Json } from '../../../src/zis/json'

const flow = {
  StartAt: 'Load',
  States: {
    Never: { Type: 'Succeed' },
    Done: { Type: 'Succeed' },
    Each: {
      Type: 'Map',
      ItemsPath: '$.lines',
      Iterator: { StartAt: 'Send', States: { Send: { Type: 'Pass', End: true } } },
      Next: 'Done',
    },
    Load: {
      Type: 'Action',
      ActionName: 'zis:common:action:LoadConfig',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Broken' }],
      Next: 'Route',
    },
    Route: {
      Type: 'Choice',
      Choices: [{ Variable: '$.x', BooleanEquals: true, Next: 'Each' }],
      Default: 'Done',
    },
    Broken: { Type: 'Fail', Error: 'E', Cause: 'C' },
  },
}

it('walks a flow from its start, opens Maps, and tells what nothing leads to', () => {
  const { states, ways, unreachable } = flowOutline(flow)

  expect(states.map(({ id }) => id)).toEqual([
    'Load',
    'Route',
    'Each',
    'Each › Send',
    'Done',
    'Broken',
    'Never',
  ])
  expect(states.filter(({ isEnd }) => isEnd).map(({ name }) => name)).toEqual([
    'Send',
    'Done',
    'Broken',
    'Never',
  ])
  expect(ways.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).toEqual([
    'Load next Route',
    'Load error Broken',
    'Route rule Each',
    'Route otherwise Done',
    'Each next Done',
    'Each each Each › Send',
  ])
  expect(unreachable).toEqual(['Never'])
})

it('leaves out ways to states that are not there', () => {
  const { states, ways } = flowOutline({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'Nowhere' } } })

  expect(states).toHaveLength(1)
  expect(ways).toEqual([])
})

it('takes any definition, and names like those of prototypes', () => {
  expect(
    flowOutline({ StartAt: '__proto__', States: JSON.parse('{"__proto__":{"Type":"Succeed"}}') as Json })
      .states,
  ).toHaveLength(1)
  expect(flowOutline({ StartAt: 'constructor', States: {} }).states).toEqual([])
  fc.assert(fc.property(fc.jsonValue(), (definition) => void flowOutline(definition as Json)))
})
