import { gatherChanges } from '../../../src/simulator/host/live'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

function start() {
  const asked: unknown[] = []
  const gather = gatherChanges({
    invalidateQueries: async (filters) => {
      asked.push(filters?.queryKey)
    },
  })
  return { ...gather, asked }
}

it('asks once for each kind of thing, however often it changed', () => {
  const { take, asked } = start()
  for (let index = 0; index < 1000; index++) take({ kind: 'runs', id: String(index) })
  take({ kind: 'partners' })
  expect(asked).toEqual([])
  jest.advanceTimersByTime(100)
  expect(asked).toEqual([['runs'], ['partners']])
})

it('goes on asking while changes keep coming', () => {
  const { take, asked } = start()
  for (let round = 0; round < 10; round++) {
    take({ kind: 'runs' })
    jest.advanceTimersByTime(50)
  }
  expect(asked).toHaveLength(5)
})

it('asks for nothing any more once it is stopped', () => {
  const { take, stop, asked } = start()
  take({ kind: 'events' })
  stop()
  jest.advanceTimersByTime(1000)
  expect(asked).toEqual([])
})
