import { createMemoryStore } from '../../../src/simulator/store/memory'
import { raise, results } from '../../support/one-flow'
import { installSaying, turnJobSpec } from '../../support/says'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('the queue', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    await installSaying(zis)
  })
  afterEach(() => zis.stop())
  const queue = async () => (await zis.control('GET /_sim/queue')).body
  const runs = async () => (await zis.control('GET /_sim/runs')).body['runs']

  it('is open, with nothing in it', async () => {
    expect(await queue()).toEqual({
      paused_at: null,
      stalled_until: null,
      waiting: 0,
      running: 0,
      retrying: 0,
      accepted_last_minute: 0,
      events: [],
      retries: [],
    })
  })

  it('keeps what is accepted while it is paused, and starts it in its order when it is resumed', async () => {
    expect((await zis.control('POST /_sim/queue/pause')).body).toMatchObject({
      paused_at: '2026-03-02T09:00:00.000Z',
    })
    for (const number of [1, 2, 3]) expect((await raise(zis, { number })).status).toBe(202)
    expect(await zis.settle()).toEqual({ settled: false, waiting: 3, next_due: null })
    expect(await runs()).toEqual([])
    expect(await queue()).toMatchObject({
      waiting: 3,
      accepted_last_minute: 3,
      events: [{ id: '1', event_type: 'thing.happened' }, { id: '2' }, { id: '3' }],
    })
    expect((await zis.control('POST /_sim/queue/resume')).body).toMatchObject({ paused_at: null })
    expect(await zis.settle()).toMatchObject({ settled: true })
    expect(await results(zis)).toEqual(['saw 1', 'saw 2', 'saw 3'])
  })

  it('forgets what it counted after a minute', async () => {
    await raise(zis)
    await zis.control('POST /_sim/clock', { advance_seconds: 59 })
    expect(await queue()).toMatchObject({ accepted_last_minute: 1 })
    await zis.control('POST /_sim/clock', { advance_seconds: 1 })
    expect(await queue()).toMatchObject({ accepted_last_minute: 0 })
  })

  it('starts nothing of a job spec that was uninstalled while its event waited', async () => {
    await zis.control('POST /_sim/queue/pause')
    await raise(zis, { number: 1 })
    await turnJobSpec(zis, 'off')
    await zis.control('POST /_sim/queue/resume')
    expect(await zis.settle()).toMatchObject({ settled: true })
    await turnJobSpec(zis, 'on')
    await raise(zis, { number: 2 })
    await zis.settle()
    expect(await results(zis)).toEqual(['saw 2'])
  })

  it('goes on starting a stale job spec, whose bundle no longer holds it', async () => {
    await zis.control('PUT /_sim/assumptions', { detachJobSpecsOnUpload: false })
    await zis.admin('POST /api/services/zis/registry/acme_a/bundles', {
      zis_template_version: '2019-10-14',
      name: 'one_flow',
      resources: {
        other: {
          type: 'ZIS::Flow',
          properties: { name: 'other', definition: { StartAt: 'A', States: { A: { Type: 'Succeed' } } } },
        },
      },
    })
    await raise(zis, { number: 1 })
    await zis.settle()
    expect(await runs()).toMatchObject([{ job_spec: 'on_thing_job' }])
  })

  it('starts a run for each job spec that listens', async () => {
    await installSaying(zis, 'acme_b')
    await raise(zis, { number: 1 })
    await zis.settle()
    expect(await runs()).toMatchObject([{ integration: 'acme_b' }, { integration: 'acme_a' }])
    expect((await zis.control('GET /_sim/events')).body['events']).toMatchObject([{ runs: ['1', '2'] }])
  })

  it('stalls for a time of the clock, and catches up', async () => {
    await zis.control('POST /_sim/queue/stall', { seconds: 30 })
    await raise(zis, { number: 1 })
    expect(await zis.settle()).toEqual({
      settled: false,
      waiting: 1,
      next_due: '2026-03-02T09:00:30.000Z',
    })
    await zis.control('POST /_sim/clock', { advance_seconds: 29 })
    await zis.settle()
    expect(await runs()).toEqual([])
    await zis.control('POST /_sim/clock', { advance_seconds: 1 })
    expect(await zis.settle()).toMatchObject({ settled: true })
    expect(await queue()).toMatchObject({ stalled_until: null })
    expect(await results(zis)).toEqual(['saw 1'])
  })

  it('ends a stall when it is resumed', async () => {
    await zis.control('POST /_sim/queue/stall', { seconds: 30 })
    await raise(zis, { number: 1 })
    await zis.control('POST /_sim/queue/resume')
    expect(await zis.settle()).toMatchObject({ settled: true })
  })

  it.each([0, -1, 86_401, 'long'])('refuses to stall for %p seconds', async (seconds) => {
    expect((await zis.control('POST /_sim/queue/stall', { seconds })).status).toBe(400)
  })

  it('is as it was made after a reset', async () => {
    await zis.control('POST /_sim/queue/pause')
    await raise(zis)
    await zis.control('POST /_sim/reset')
    expect(await queue()).toMatchObject({ paused_at: null, waiting: 0 })
  })

  it('lets a run that is under way come to its end, and holds back a retry that is due', async () => {
    await installSaying(zis, 'acme_a', {
      StartAt: 'Wait',
      States: {
        Wait: { Type: 'Wait', Seconds: 10, Next: 'Say' },
        Say: { Type: 'Succeed', Message: 'waited' },
      },
    })
    await raise(zis)
    await zis.settle()
    await zis.control('POST /_sim/queue/pause')
    await raise(zis)
    await zis.control('POST /_sim/clock', { advance_seconds: 10 })
    expect(await zis.settle()).toMatchObject({ settled: false, waiting: 1, next_due: null })
    expect(await runs()).toMatchObject([{ id: '1', status: 'succeeded' }])
  })

  it('sends an event again, to the job specs that are installed now', async () => {
    await raise(zis, { number: 7 })
    await zis.settle()
    expect(await zis.control('POST /_sim/events/1/again')).toMatchObject({
      status: 202,
      body: { event: { id: '2', origin: 'Event 1 sent again', input: { number: 7 } } },
    })
    await zis.settle()
    expect(await results(zis)).toEqual(['saw 7', 'saw 7'])
    expect((await zis.control('POST /_sim/events/99/again')).status).toBe(404)
  })
})

it('keeps a pause, and what waits in it, over a restart', async () => {
  const store = createMemoryStore()
  const before = await startSimulator({ store })
  await installSaying(before)
  await before.control('POST /_sim/queue/pause')
  await raise(before, { number: 1 })
  await before.stop()

  const after = await startSimulator({ store })
  expect(await after.settle()).toMatchObject({ settled: false, waiting: 1 })
  expect((await after.control('GET /_sim/queue')).body).toMatchObject({
    paused_at: '2026-03-02T09:00:00.000Z',
  })
  await after.control('POST /_sim/queue/resume')
  await after.settle()
  expect(await results(after)).toEqual(['saw 1'])
  await after.stop()
})

it('ends a stall at its time after a restart', async () => {
  const store = createMemoryStore()
  const before = await startSimulator({ store })
  await installSaying(before)
  await before.control('POST /_sim/queue/stall', { seconds: 60 })
  await raise(before, { number: 1 })
  await before.stop()

  const after = await startSimulator({ store })
  await after.settle()
  await after.control('POST /_sim/clock', { advance_seconds: 60 })
  await after.settle()
  expect(await results(after)).toEqual(['saw 1'])
  await after.stop()
})
