import { postingBundle } from '../../fixtures/posting-bundle'
import { startSimulator, type TestZis } from '../../support/start-simulator'

/** A bundle with one flow of the given states, started by `spec` / `thing.happened`. */
const flowBundle = (integration: string, definition: object) => ({
  zis_template_version: '2019-10-14',
  name: 'things',
  resources: {
    on_thing: { type: 'ZIS::Flow', properties: { name: 'on_thing', definition } },
    on_thing_job: {
      type: 'ZIS::JobSpec',
      properties: {
        name: 'on_thing_job',
        event_source: 'spec',
        event_type: 'thing.happened',
        flow_name: `zis:${integration}:flow:on_thing`,
      },
    },
  },
})

describe('control paths', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  async function installFlow(definition: object) {
    const uploaded = await zis.admin(
      'POST /api/services/zis/registry/acme_a/bundles',
      flowBundle('acme_a', definition),
    )
    expect(uploaded).toMatchObject({ status: 200, text: '' })
    await zis.admin(
      'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:acme_a:job_spec:on_thing_job',
    )
  }
  const publish = (input: unknown = {}) =>
    zis.control('POST /_sim/events', { event_source: 'spec', event_type: 'thing.happened', input })
  const run = async (id = '1') => (await zis.control(`GET /_sim/runs/${id}`)).body

  it('publish an event, and show the run that it started with every step', async () => {
    await installFlow({
      StartAt: 'Add',
      States: {
        Add: { Type: 'Pass', Result: { 'seen.$': '$.input.number' }, ResultPath: '$.added', Next: 'Say' },
        Say: { Type: 'Succeed', Message: 'saw {{$.added.seen}}' },
      },
    })
    expect(await publish({ number: 0 })).toMatchObject({ status: 202, body: { event: { id: '1' } } })
    expect((await zis.control('POST /_sim/settle', {})).body).toEqual({
      settled: true,
      waiting: 0,
      next_due: null,
    })

    const { run: row, event, attempts } = await run()
    expect(row).toMatchObject({ status: 'succeeded', result: 'saw 0', transitions: 2 })
    expect(event).toMatchObject({ origin: 'Published by hand', runs: ['1'] })
    expect(attempts).toMatchObject([
      {
        data: { account_id: 12345678, subdomain: 'acme', integration_key: 'acme_a', input: { number: 0 } },
        steps: [
          {
            state: 'Add',
            type: 'Pass',
            wrote: { path: '$.added', value: { seen: 0 } },
            output: { added: { seen: 0 } },
          },
          { state: 'Say', type: 'Succeed' },
        ],
      },
    ])
  })

  it('start nothing for an event that no installed job spec listens to', async () => {
    await installFlow({ StartAt: 'Say', States: { Say: { Type: 'Succeed' } } })
    await zis.control('POST /_sim/events', { event_source: 'spec', event_type: 'other', input: {} })
    await zis.settle()
    expect((await zis.control('GET /_sim/runs')).body).toEqual({ runs: [], has_more: false })
  })

  it('let an hour pass: a run waits for the clock and goes on', async () => {
    await installFlow({
      StartAt: 'Wait',
      States: {
        Wait: { Type: 'Wait', Seconds: 60, Next: 'Say' },
        Say: { Type: 'Succeed', Message: 'waited' },
      },
    })
    await publish()
    expect((await zis.control('POST /_sim/settle', {})).body).toEqual({
      settled: false,
      waiting: 1,
      next_due: '2026-03-02T09:01:00.000Z',
    })
    await zis.control('POST /_sim/clock', { advance_seconds: 60 })
    expect((await zis.control('POST /_sim/settle', {})).body).toMatchObject({ settled: true })
    expect(await run()).toMatchObject({ run: { status: 'succeeded', result: 'waited', duration_ms: 60_000 } })
  })

  it('end a run in the log when a connection is missing', async () => {
    await zis.admin('POST /api/services/zis/registry/acme_a/bundles', postingBundle('acme_a'))
    await zis.admin(
      'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis:acme_a:job_spec:on_status_job',
    )
    await zis.admin('PUT /api/v2/tickets/2', { ticket: { status: 'open' } })
    await zis.settle()
    const { body } = await zis.control('GET /_sim/log')
    expect(body['log']).toMatchObject([
      {
        product: 'acme_a',
        status: 'error',
        description: 'Cannot start flow because the connection named "slack" does not exist',
        details: { flow: 'zis:acme_a:flow:on_status', job_status: 'FAILED' },
      },
    ])
  })

  it('forget the log after seven days', async () => {
    await installFlow({ StartAt: 'Say', States: { Say: { Type: 'Succeed' } } })
    await publish()
    await zis.settle()
    await zis.control('POST /_sim/clock', { advance_seconds: 7 * 24 * 3600 + 1 })
    expect((await zis.control('GET /_sim/log')).body).toEqual({ log: [], has_more: false })
  })

  describe('with runs of three kinds', () => {
    beforeEach(async () => {
      await installFlow({
        StartAt: 'Sort',
        States: {
          Sort: {
            Type: 'Choice',
            Choices: [{ Variable: '$.input.ok', BooleanEquals: false, Next: 'Bad' }],
            Default: 'Good',
          },
          Bad: { Type: 'Fail', Error: 'TooBad', Cause: '=no, "lines"' },
          Good: { Type: 'Succeed', Message: 'all is well' },
        },
      })
      await publish({ ok: true })
      await publish({ ok: false })
      await publish({ ok: true, ticket_event: { ticket: { id: 3 } } })
      await zis.settle()
    })
    const idsOf = async (path: string, list: 'runs' | 'log') => {
      const { body } = await zis.control(`GET ${path}`)
      return (body[list] as Array<{ id: string }>).map(({ id }) => id)
    }

    it.each([
      ['status=failed', ['2']],
      ['status=succeeded&integration=acme_a', ['3', '1']],
      ['integration=acme_b', []],
      ['ticket_id=3', ['3']],
      ['ids=1,2,99,x', ['1', '2']],
      ['ids=1,2&status=failed', ['2']],
      ['flow=on_thing&limit=1', ['3']],
      ['flow=other', []],
      ['text=TOOBAD', []],
      ['text=Well', ['3', '1']],
      ['text=%233', ['3']],
      ['since=2026-03-02T09:00:00Z&until=2026-03-02T09:00:00Z', ['3', '2', '1']],
      ['since=2026-03-02T09:00:01Z', []],
      ['until=2026-03-02T08:59:59Z', []],
    ])('find runs by %s', async (query, ids) => {
      expect(await idsOf(`/_sim/runs?${query}`, 'runs')).toEqual(ids)
    })

    it.each([
      ['status=error', ['2']],
      ['text=WELL', ['3', '1']],
      ['text=on_thing_job&limit=1', ['3']],
      ['text=nothing', []],
      ['integration=acme_b', []],
      ['since=2026-03-02T08:00:00Z', ['3', '2', '1']],
      ['until=2026-03-02T08:00:00Z', []],
      ['status=info&after=3', ['1']],
    ])('find rows of the log by %s', async (query, ids) => {
      expect(await idsOf(`/_sim/log?${query}`, 'log')).toEqual(ids)
    })

    it.each([
      'runs?status=odd',
      'runs?since=once',
      'log?status=odd',
      'log?since=yesterday',
      'log/export?format=xml',
    ])('refuse to look for what cannot be: %s', async (query) => {
      expect((await zis.control(`GET /_sim/${query}`)).status).toBe(400)
    })

    it('export what the filters leave of the log', async () => {
      const csv = await zis.control('GET /_sim/log/export?format=csv&status=error')
      expect(csv.headers.get('content-disposition')).toBe('attachment; filename="integration-log.csv"')
      expect(csv.text.split('\r\n')).toHaveLength(3)
      expect(csv.text).toContain(`,acme_a,error,"'=no, ""lines""",2,zis:acme_a:flow:on_thing,`)
      const json = await zis.control('GET /_sim/log/export?format=json&status=info')
      expect(JSON.parse(json.text)).toMatchObject([{ id: '3', description: 'all is well' }, { id: '1' }])
    })
  })

  it('set the clock, and let it run on from there', async () => {
    const move = async (body: object) => (await zis.control('POST /_sim/clock', body)).body
    expect(await move({ set_to: '2026-05-01T00:00:00Z' })).toMatchObject({
      now: '2026-05-01T00:00:00.000Z',
      mode: 'frozen',
    })
    expect(await move({ run: true, set_to: '2026-06-01T00:00:00Z' })).toMatchObject({
      now: expect.stringMatching(/^2026-06-01T00:00:0/) as string,
      mode: 'real',
    })
    expect((await zis.control('POST /_sim/clock', { set_to: 'noon', real: true })).status).toBe(400)
    expect(await move({})).toMatchObject({ now: expect.stringMatching(/^2026-06-01T00:0/) as string })
  })

  it('find requests that nobody answered', async () => {
    await zis.admin('POST /api/services/zis/registry/acme_a/bundles', {
      zis_template_version: '2019-10-14',
      name: 'calls',
      resources: {
        call: {
          type: 'ZIS::Action::Http',
          properties: { name: 'call', definition: { method: 'GET', url: 'https://erp.example/orders' } },
        },
      },
    })
    await installFlow({
      StartAt: 'Call',
      States: { Call: { Type: 'Action', ActionName: 'zis:acme_a:action:call', End: true } },
    })
    await publish()
    await zis.settle()
    const requests = async (query: string) =>
      (await zis.control(`GET /_sim/outbound?${query}`)).body['requests']
    expect(await requests('answered_by=nobody&integration=acme_a')).toMatchObject([
      { request: { url: 'https://erp.example/orders' }, answered_by: 'nobody', run_id: '1' },
    ])
    expect(await requests('answered_by=slack.com')).toEqual([])
    expect(await requests('integration=acme_b')).toEqual([])
  })

  it('list newest first, and page', async () => {
    for (const number of [1, 2, 3]) await publish({ number })
    const { body } = await zis.control('GET /_sim/events?limit=2')
    expect(body).toMatchObject({ events: [{ id: '3' }, { id: '2' }], has_more: true })
    expect((await zis.control('GET /_sim/events?limit=2&after=2')).body).toMatchObject({
      events: [{ id: '1' }],
      has_more: false,
    })
    expect((await zis.control('GET /_sim/events?limit=0')).status).toBe(400)
  })

  it('turn switches, and refuse those that do not exist', async () => {
    const { body } = await zis.control('PUT /_sim/assumptions', { existingConfigStatus: 409 })
    const find = (answer: typeof body) =>
      (answer['assumptions'] as Array<{ name: string; value: unknown }>).find(
        ({ name }) => name === 'existingConfigStatus',
      )
    expect(find(body)).toMatchObject({ value: 409, default: 422, mark: 'observed', source: 'zis-api 5.2' })
    const back = await zis.control('PUT /_sim/assumptions', { existingConfigStatus: null })
    expect(find(back.body)).toMatchObject({ value: 422 })
    expect((await zis.control('PUT /_sim/assumptions', { unknown: 1 })).text).toContain(
      'no assumption is called',
    )
    expect((await zis.control('PUT /_sim/assumptions', { existingConfigStatus: 418 })).text).toContain(
      'takes 422 or 409',
    )
  })

  it('make everything new', async () => {
    await publish()
    await zis.control('POST /_sim/reset', {})
    expect((await zis.control('GET /_sim/events')).body).toEqual({ events: [], has_more: false })
    const { body } = await zis.apiToken('GET /api/services/zis/registry/integrations')
    expect(body).toEqual({ integrations: [] })
  })

  it('are described together with every path of ZIS', async () => {
    const { body } = await zis.control('GET /_sim/openapi.json')
    const paths = body['paths'] as Record<string, Record<string, { responses: Record<string, unknown> }>>
    expect(paths['/api/services/zis/registry/{integration}/bundles']!['post']!.responses).toHaveProperty(
      '200',
    )
    expect(paths['/_sim/events']!['post']!.responses).toHaveProperty('202')
    expect(Object.keys(paths)).toContain('/_sim/openapi.json')
  })

  it('tell a listening page what changed', async () => {
    const stop = new AbortController()
    const response = await zis.simulator.fetch(
      new Request(`${zis.simulator.origin}/_sim/stream`, {
        headers: { authorization: `Bearer ${zis.simulator.controlToken}` },
        signal: stop.signal,
      }),
    )
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    await publish()
    let heard = ''
    while (!heard.includes('"events"')) heard += (await reader.read()).value
    expect(heard).toContain('data: {"kind":"events","id":"1"}')

    // Many of a kind in one moment are one message, with all their ids.
    await Promise.all(Array.from({ length: 20 }, publish))
    let more = ''
    while (!more.includes('"events"')) more += (await reader.read()).value
    expect(more.match(/"kind":"events"/g)).toHaveLength(1)
    expect(more).toContain('data: {"kind":"events","ids":["2","3","4",')
    await reader.cancel()
    stop.abort()
  })
})
