import fc from 'fast-check'
import { Sleepers } from '../../src/simulator/sleepers'

it('wakes whoever is due first, and of two the one who came first, whoever left before', () => {
  const comeAndGo = fc.array(
    fc.record({ due: fc.nat(20), leaves: fc.option(fc.nat(30), { nil: undefined }) }),
  )
  fc.assert(
    fc.property(comeAndGo, (steps) => {
      const sleepers = new Sleepers()
      const removals: Array<() => boolean> = []
      let expected: Array<{ due: number; number: number }> = []
      const woken: number[] = []
      steps.forEach(({ due, leaves }, number) => {
        removals.push(sleepers.add({ due, call: () => woken.push(number) }))
        expected.push({ due, number })
        if (leaves === undefined || !removals[leaves]) return
        expect(removals[leaves]()).toBe(expected.some((one) => one.number === leaves))
        expected = expected.filter((one) => one.number !== leaves)
      })
      expect(sleepers.size).toBe(expected.length)
      for (let next = sleepers.take(); next; next = sleepers.take()) next.call()
      const order = expected.sort((a, b) => a.due - b.due || a.number - b.number)
      expect(woken).toEqual(order.map(({ number }) => number))
    }),
  )
})

it('forgets everybody, and then nobody can leave', () => {
  const sleepers = new Sleepers()
  const leave = sleepers.add({ due: 1, call: () => {} })
  sleepers.clear()
  expect(leave()).toBe(false)
  expect(sleepers.first()).toBeUndefined()
})
