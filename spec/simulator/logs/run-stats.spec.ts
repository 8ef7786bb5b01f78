import { installSaying, sayingFlow, turnJobSpec } from '../../support/says'
import { raise } from '../../support/one-flow'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('the figures of runs', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    await installSaying(zis)
  })
  afterEach(() => zis.stop())
  const stats = async (query = '') => (await zis.control(`GET /_sim/stats?${query}`)).body
  const advance = (seconds: number) => zis.control('POST /_sim/clock', { advance_seconds: seconds })

  /** Waits as many seconds as it is told, and then fails if told so. */
  const timed = {
    StartAt: 'Wait',
    States: {
      Wait: { Type: 'Wait', SecondsPath: '$.input.seconds', Next: 'Sort' },
      Sort: {
        Type: 'Choice',
        Choices: [{ Variable: '$.input.bad', BooleanEquals: true, Next: 'Bad' }],
        Default: 'Good',
      },
      Bad: { Type: 'Fail', Error: 'Bad', Cause: 'it was bad' },
      Good: { Type: 'Succeed' },
    },
  }

  async function run(seconds: number, bad = false) {
    await raise(zis, { seconds, bad })
    await zis.settle()
    await advance(seconds)
    await zis.settle()
  }

  it('are empty buckets without runs', async () => {
    expect(await stats('buckets=2')).toEqual({
      since: '2026-03-02T08:30:00.000Z',
      until: '2026-03-02T09:30:00.000Z',
      seconds: 1800,
      buckets: [
        { at: '2026-03-02T08:30:00.000Z', runs: 0, failed: 0 },
        { at: '2026-03-02T09:00:00.000Z', runs: 0, failed: 0 },
      ],
      flows: [],
    })
  })

  it('count runs and failures where they began, and tell how long the runs of a flow took', async () => {
    await installSaying(zis, 'acme_a', timed)
    await run(1)
    await run(2, true)
    await advance(600)
    for (const seconds of [3, 4]) await run(seconds)
    const { buckets, flows } = await stats('since=2026-03-02T09:00:00Z&until=2026-03-02T09:20:00Z&buckets=2')
    expect(buckets).toMatchObject([
      { runs: 2, failed: 1 },
      { runs: 2, failed: 0 },
    ])
    expect(flows).toEqual([
      {
        integration: 'acme_a',
        flow: 'on_thing',
        runs: 4,
        failed: 1,
        median_ms: 2000,
        p95_ms: 4000,
        longest_ms: 4000,
      },
    ])
  })

  it('leave out other times and other integrations', async () => {
    await installSaying(zis, 'acme_b', sayingFlow)
    await raise(zis, { number: 1 })
    await zis.settle()
    const total = async (query: string) =>
      ((await stats(query))['buckets'] as Array<{ runs: number }>).reduce((sum, { runs }) => sum + runs, 0)
    expect(await total('')).toBe(2)
    expect(await total('integration=acme_b')).toBe(1)
    expect(await total('until=2026-03-02T09:00:00Z')).toBe(0)
  })

  it('know the flows that job specs start, installed or not', async () => {
    await turnJobSpec(zis, 'off')
    expect((await zis.control('GET /_sim/flows')).body).toEqual({
      flows: [{ integration: 'acme_a', flow: 'on_thing' }],
    })
  })

  it.each(['buckets=0', 'buckets=201', 'seconds=0', 'since=once', 'since=2026-03-03T00:00:00Z'])(
    'cannot be told for %s',
    async (query) => {
      expect((await zis.control(`GET /_sim/stats?${query}`)).status).toBe(400)
    },
  )
})
