import { keyOf } from '../../../src/simulator/store/keys'
import { createMemoryStore } from '../../../src/simulator/store/memory'
import type { Store } from '../../../src/simulator/store/store'
import { raise } from '../../support/one-flow'
import { installSaying } from '../../support/says'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const day = 24 * 3600

describe('rows older than the log keeps', () => {
  let store: Store
  let zis: TestZis
  beforeEach(async () => {
    store = createMemoryStore()
    zis = await startSimulator({ store })
    await installSaying(zis)
  })
  afterEach(() => zis.stop())
  const advance = (seconds: number) => zis.control('POST /_sim/clock', { advance_seconds: seconds })
  const counts = () =>
    (['log', 'runs', 'histories', 'events'] as const).map((name) => store.table(name).count())

  it('are deleted from the store, with the runs, histories and events behind them', async () => {
    await raise(zis)
    await zis.settle()
    await advance(6 * day)
    await raise(zis)
    await zis.settle()
    expect(counts()).toEqual([2, 2, 2, 2])
    await advance(day + 3600)
    expect(counts()).toEqual([1, 1, 1, 1])
    expect((await zis.control('GET /_sim/runs')).body['runs']).toMatchObject([{ id: '2' }])
  })

  it('stay as long as something is still to be done about them', async () => {
    await installSaying(zis, 'acme_a', {
      StartAt: 'Wait',
      States: { Wait: { Type: 'Wait', Seconds: 60, End: true } },
    })
    await raise(zis)
    await zis.settle()
    await zis.control('POST /_sim/queue/pause')
    await raise(zis)
    store.table('runs').put(keyOf(1), { ...store.table('runs').get(keyOf(1))!, status: 'retrying' })
    store.table('open_runs').put(keyOf(1), { event_id: '1' })
    await zis.stop()
    zis.clock.freeze(Date.parse('2026-04-02T09:00:00Z'))
    zis = await startSimulator({ store, clock: zis.clock })
    expect(counts()).toEqual([0, 1, 0, 2])
  })

  it('are deleted in portions, so that requests are answered in between', async () => {
    const { event } = (await raise(zis)).body as unknown as { event: object }
    await zis.settle()
    for (let number = 10; number < 1300; number += 1) {
      store.table('events').put(keyOf(number), { ...event, id: String(number), runs: [] } as never)
    }
    await advance(8 * day)
    expect(store.table('events').count()).toBeGreaterThan(700)
    // Deleted turn by turn, each of which lets this one go on.
    while (store.table('events').count() > 0) await new Promise(setImmediate)
  })
})
