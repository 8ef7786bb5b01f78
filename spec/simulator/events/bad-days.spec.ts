import { raise, results } from '../../support/one-flow'
import { installSaying } from '../../support/says'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('bad days, made on purpose', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    await installSaying(zis)
  })
  afterEach(() => zis.stop())
  const turn = (switches: object) => zis.control('PUT /_sim/assumptions', switches)

  /** Events that wait together and are let go together. */
  async function raiseTogether(count: number) {
    await zis.control('POST /_sim/queue/pause')
    for (let number = 1; number <= count; number += 1) await raise(zis, { number })
    await zis.control('POST /_sim/queue/resume')
    await zis.settle()
  }

  it('deliver every second event twice: two runs of one event, with the same meta.ref', async () => {
    await turn({ duplicateDeliveries: 2 })
    for (const number of [1, 2, 3, 4]) await raise(zis, { number, meta: { ref: `1-${number}` } })
    await zis.settle()
    expect(await results(zis)).toEqual(['saw 1', 'saw 2', 'saw 2', 'saw 3', 'saw 4', 'saw 4'])
    const refOf = async (run: number) => {
      const { body } = await zis.control(`GET /_sim/runs/${run}`)
      return [body['run'], body['event']] as unknown
    }
    expect([await refOf(2), await refOf(3)]).toMatchObject([
      [{ event_id: '2', origin: 'Published by hand' }, { input: { meta: { ref: '1-2' } } }],
      [{ event_id: '2', origin: 'Published by hand, delivered again' }, { input: { meta: { ref: '1-2' } } }],
    ])
  })

  it('deliver what waits together in another order, the same in every run of this spec', async () => {
    await turn({ shuffledDeliveries: true })
    await raiseTogether(6)
    const seen = await results(zis)
    expect(seen).toEqual(['saw 1', 'saw 2', 'saw 6', 'saw 4', 'saw 3', 'saw 5'])
  })

  it('deliver all twice and in another order, and lose none', async () => {
    await turn({ shuffledDeliveries: true, duplicateDeliveries: 1 })
    await raiseTogether(40)
    const seen = await results(zis)
    expect(seen).toHaveLength(80)
    expect(new Set(seen).size).toBe(40)
  })

  it('hold an event back for some seconds of the clock', async () => {
    await turn({ deliveryDelay: 5 })
    await raise(zis, { number: 1 })
    await zis.control('POST /_sim/clock', { advance_seconds: 3 })
    await raise(zis, { number: 2 })
    expect(await zis.settle()).toEqual({ settled: false, waiting: 2, next_due: '2026-03-02T09:00:05.000Z' })
    await zis.control('POST /_sim/clock', { advance_seconds: 2 })
    expect(await zis.settle()).toEqual({ settled: false, waiting: 1, next_due: '2026-03-02T09:00:08.000Z' })
    expect(await results(zis)).toEqual(['saw 1'])
    await zis.control('POST /_sim/clock', { advance_seconds: 3 })
    await zis.settle()
    expect(await results(zis)).toEqual(['saw 1', 'saw 2'])
  })

  it('let go what was held back when the delay is turned off', async () => {
    await turn({ deliveryDelay: 600 })
    await raise(zis, { number: 1 })
    await zis.settle()
    await turn({ deliveryDelay: null })
    expect(await zis.settle()).toMatchObject({ settled: true })
    expect(await results(zis)).toEqual(['saw 1'])
  })

  it('hold nothing back for ever when the clock is set back', async () => {
    await turn({ deliveryDelay: 5 })
    await raise(zis, { number: 1 })
    await zis.control('POST /_sim/clock', { set_to: '2026-03-01T09:00:00Z' })
    await raise(zis, { number: 2 })
    await zis.control('POST /_sim/clock', { advance_seconds: 5 })
    await zis.settle()
    expect(await results(zis)).toEqual(['saw 1', 'saw 2'])
  })
})

describe('a storm', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())
  const typesOf = async () => {
    const types: string[] = []
    for (let after = '', more = true; more;) {
      const { body } = await zis.control(`GET /_sim/events?limit=500${after && `&after=${after}`}`)
      const events = body['events'] as Array<{ id: string; event_type: string }>
      types.push(...events.map(({ event_type }) => event_type))
      after = events.at(-1)!.id
      more = body['has_more'] as boolean
    }
    return (type: string) => types.filter((one) => one === type).length
  }

  it('creates tickets, each with the events of a new ticket', async () => {
    const before = (await zis.admin('GET /api/v2/tickets')).body['count'] as number
    expect(await zis.control('POST /_sim/storm', { change: 'create', count: 120 })).toMatchObject({
      status: 200,
      body: { tickets: 120 },
    })
    expect((await zis.admin('GET /api/v2/tickets')).body['count']).toBe(before + 120)
    const count = await typesOf()
    expect([count('ticket.TicketCreated'), count('ticket.CommentAdded')]).toEqual([120, 120])
  })

  it('changes the tickets that there are, again and again', async () => {
    const tickets = (await zis.admin('GET /api/v2/tickets')).body['count'] as number
    await zis.control('POST /_sim/storm', { change: 'update', count: 3 * tickets })
    const count = await typesOf()
    expect(count('ticket.StatusChanged')).toBe(3 * tickets)
    expect(count('ticket.CommentAdded')).toBe(3 * tickets)
  })

  it.each([0, 10_001, 1.5, 'all'])('refuses %p tickets', async (count) => {
    expect((await zis.control('POST /_sim/storm', { change: 'create', count })).status).toBe(400)
  })

  it('loses nothing: each of its events starts its run', async () => {
    await installSaying(zis)
    await zis.admin('POST /api/services/zis/registry/acme_a/bundles', {
      zis_template_version: '2019-10-14',
      name: 'created',
      resources: {
        on_created_job: {
          type: 'ZIS::JobSpec',
          properties: {
            name: 'on_created_job',
            event_source: 'support',
            event_type: 'ticket.TicketCreated',
            flow_name: 'zis:acme_a:flow:on_created',
          },
        },
        on_created: {
          type: 'ZIS::Flow',
          properties: {
            name: 'on_created',
            definition: {
              StartAt: 'Say',
              States: { Say: { Type: 'Succeed', Message: 'saw {{$.input.ticket_event.ticket.id}}' } },
            },
          },
        },
      },
    })
    await zis.admin(
      'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:acme_a:job_spec:on_created_job',
    )
    await zis.control('POST /_sim/storm', { change: 'create', count: 400 })
    expect(await zis.settle()).toMatchObject({ settled: true })
    const { body } = await zis.control('GET /_sim/runs?limit=500&status=succeeded')
    const seen = (body['runs'] as Array<{ result: string }>).map(({ result }) => result)
    expect(new Set(seen).size).toBe(400)
  })
})
