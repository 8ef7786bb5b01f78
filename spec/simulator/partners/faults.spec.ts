import { installFlow, raise, results } from '../../support/one-flow'
import { partnerFilesOf } from '../../support/partner-files'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const host = 'erp.example.com'
const erp = { host, title: 'ERP', collections: { orders: { path: '/orders' } } }

describe('a partner’s bad days, as a flow meets them', () => {
  let zis: TestZis
  beforeAll(async () => {
    const { partnerFiles } = partnerFilesOf({ 'integrations/a/partners/erp.json': erp })
    zis = await startSimulator({ partnerFiles })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await installFlow(zis, 'acme_a', {
      action: { method: 'POST', url: `https://${host}/orders`, requestBody: { status: 'open' } },
    })
  })
  afterEach(() => zis.control(`DELETE /_sim/partners/${host}/fault`))
  afterAll(() => zis.stop())

  const fault = (body: object) => zis.control(`PUT /_sim/partners/${host}/fault`, body)
  async function run() {
    await raise(zis)
    await zis.settle()
    return (await results(zis)).at(-1)
  }
  const advance = (seconds: number) => zis.control('POST /_sim/clock', { advance_seconds: seconds })
  const left = async () => {
    const { body } = await zis.control('GET /_sim/partners')
    const partners = body['partners'] as Array<{ host: string; fault: { left: number } | null }>
    return partners.find((one) => one.host === host)!.fault?.left
  }

  it.each([
    [{ kind: 'status', status: 429 }, 'caught: external action failed due to status code: 429'],
    [{ kind: 'status' }, 'caught: external action failed due to status code: 503'],
    [{ kind: 'wrong_shape' }, 'caught: external action failed due to status code: 400'],
    [{ kind: 'redirect' }, 'caught: external action failed due to status code: 302'],
    [{ kind: 'drop' }, `caught: no answer from ${host}: the connection was closed before an answer came`],
    [{ kind: 'huge' }, 'caught: payload is larger than 2mb'],
    [{ kind: 'broken_json' }, 'done'],
    [{ kind: 'wrong_type' }, 'done'],
  ])('%j', async (body, result) => {
    expect((await fault(body)).body).toMatchObject({ fault: { ...body, left: null } })
    expect(await run()).toBe(result)
    expect((await zis.control(`DELETE /_sim/partners/${host}/fault`)).status).toBe(204)
    expect(await run()).toBe('done')
  })

  it('last for so many requests', async () => {
    await fault({ kind: 'status', times: 2 })
    expect(await run()).toContain('503')
    expect(await left()).toBe(1)
    expect(await run()).toContain('503')
    expect(await left()).toBeUndefined()
    expect(await run()).toBe('done')
  })

  it('can be for some paths only', async () => {
    await fault({ kind: 'status', path: '/people' })
    expect(await run()).toBe('done')
    await fault({ kind: 'status', path: '/ord' })
    expect(await run()).toContain('503')
  })

  it('tell in Retry-After when to come back', async () => {
    await fault({ kind: 'status', status: 429, retry_after: 90 })
    await run()
    const { body } = await zis.control(`GET /_sim/outbound?limit=1&host=${host}&method=post&status=429`)
    expect(body['requests']).toMatchObject([{ response: { headers: { 'retry-after': '90' } } }])
    expect((await zis.control('GET /_sim/outbound?status=none&path=/nothing')).body['requests']).toEqual([])
    expect((await zis.control('GET /_sim/outbound?status=odd')).status).toBe(400)
  })

  it('make an answer slow by the clock of the simulator, and a run waits for it', async () => {
    await fault({ kind: 'slow', seconds: 20 })
    await raise(zis)
    expect(await zis.settle()).toMatchObject({
      settled: false,
      waiting: 1,
      next_due: expect.any(String),
    })
    await advance(20)
    expect(await zis.settle()).toMatchObject({ settled: true })
    expect((await results(zis)).at(-1)).toBe('done')
  })

  it('keep the answer back until ZIS has no more time', async () => {
    await fault({ kind: 'no_answer' })
    await raise(zis)
    await zis.settle()
    await advance(101)
    await zis.settle()
    const { body } = await zis.control('GET /_sim/runs?limit=1')
    expect(body['runs']).toMatchObject([{ status: 'failed' }])
  })

  it('look like a broken connection in a browser', async () => {
    await fault({ kind: 'drop' })
    const page = await zis.nobody(`GET /partners/${host}/orders`)
    expect([page.status, page.text]).toEqual([502, expect.stringContaining('connection was closed')])
  })

  it('are refused where they cannot be', async () => {
    expect((await fault({ kind: 'odd' })).status).toBe(400)
    expect((await zis.control('PUT /_sim/partners/nobody.example/fault', { kind: 'drop' })).status).toBe(404)
  })
})
