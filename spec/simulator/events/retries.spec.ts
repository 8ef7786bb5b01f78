import { installFlow, raise } from '../../support/one-flow'
import { recordingPartner } from '../../support/recording-partner'
import { turnJobSpec } from '../../support/says'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('a run whose partner fails', () => {
  let zis: TestZis
  let answers: Response[]
  beforeEach(async () => {
    answers = []
    const { partner } = recordingPartner('erp.example', () => answers.shift() ?? Response.json({}))
    zis = await startSimulator({ partners: () => [partner] })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await installFlow(zis, 'acme_a', {
      action: { method: 'GET', url: 'https://erp.example/orders' },
      flow: {
        StartAt: 'Call',
        States: {
          Call: { Type: 'Action', ActionName: 'zis:acme_a:action:call', Next: 'Done' },
          Done: { Type: 'Succeed', Message: 'done' },
        },
      },
    })
  })
  afterEach(() => zis.stop())
  const tooMany = (headers: Record<string, string> = {}) => new Response('', { status: 429, headers })
  const down = () => new Response('', { status: 503 })
  const run = async () => (await zis.control('GET /_sim/runs/1')).body['run']
  const advance = async (seconds: number) => {
    await zis.control('POST /_sim/clock', { advance_seconds: seconds })
    return zis.settle()
  }

  it('runs four times, with the delays of ZIS, and leaves one row in the log', async () => {
    answers = [tooMany({ 'retry-after': '3600' }), down(), tooMany(), down()]
    await raise(zis)
    // 120 s at the longest, whatever the partner asks for.
    expect(await zis.settle()).toEqual({ settled: false, waiting: 1, next_due: '2026-03-02T09:02:00.000Z' })
    expect((await zis.control('GET /_sim/queue')).body).toMatchObject({
      retrying: 1,
      retries: [{ id: '1', attempts: 1, due_at: '2026-03-02T09:02:00.000Z' }],
    })
    expect(await advance(119)).toMatchObject({ next_due: '2026-03-02T09:02:00.000Z' })
    expect(await run()).toMatchObject({ attempts: 1, status: 'retrying' })
    expect(await advance(1)).toMatchObject({ next_due: '2026-03-02T09:03:00.000Z' })
    expect(await advance(60)).toMatchObject({ next_due: '2026-03-02T09:05:00.000Z' })
    expect(await advance(120)).toMatchObject({ settled: true })
    expect(await run()).toMatchObject({
      attempts: 4,
      status: 'failed',
      result: 'external action failed due to status code: 503',
    })
    expect((await zis.control('GET /_sim/log')).body['log']).toMatchObject([{ details: { attempt: 4 } }])
  })

  it('holds back a retry that falls due while the queue is paused', async () => {
    answers = [tooMany({ 'retry-after': '7' })]
    await raise(zis)
    await zis.settle()
    await zis.control('POST /_sim/queue/pause')
    expect(await advance(60)).toEqual({ settled: false, waiting: 1, next_due: null })
    expect(await run()).toMatchObject({ attempts: 1, status: 'retrying' })
    await zis.control('POST /_sim/queue/resume')
    await zis.settle()
    expect(await run()).toMatchObject({ attempts: 2, status: 'succeeded', result: 'done' })
  })

  it('is tried again though its job spec was uninstalled: that stops new runs only', async () => {
    answers = [down()]
    await raise(zis)
    await zis.settle()
    await turnJobSpec(zis, 'off')
    await advance(30)
    expect(await run()).toMatchObject({ attempts: 2, status: 'succeeded' })
  })
})
