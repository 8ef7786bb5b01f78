import { partnerFilesOf } from '../../support/partner-files'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const file = 'integrations/orders/partners/erp.json'
const erp = {
  host: 'erp.example.com',
  title: 'ERP',
  auth: { kind: 'bearer' },
  routes: [
    { route: 'GET /health', auth: false, answer: { text: 'fine' } },
    {
      route: 'POST /echo/:id',
      answer: {
        status: 201,
        headers: { 'x-request': '{{uuid}}', 'x-for': 'order {{params.id}}' },
        body: {
          id: '{{params.id}}',
          total: '{{body.order.total}}',
          first: '{{body.order.lines.0.sku}}',
          missing: '{{body.nothing}}',
          text: 'Order {{params.id}} at {{now}} in {{query.lang}}{{body.nothing}}',
          ['__proto__x']: '{{body.constructor}}',
        },
      },
    },
    {
      route: 'GET /steps',
      answers: [{ status: 202, body: { step: '{{count}}' } }, { body: { step: '{{count}}', done: true } }],
    },
    { route: 'GET /gone', answer: { status: 204 } },
    { route: 'GET /flaky', fault: { kind: 'status', status: 429, retry_after: 7, times: 2 } },
  ],
  collections: {
    orders: {
      path: '/orders',
      one: 'order',
      many: 'orders',
      rows: [
        { id: 1, status: 'open', customer: 'Emil' },
        { id: 2, status: 'paid', customer: 'Eva' },
      ],
    },
    notes: { path: '/v1/notes', id: 'uuid', id_field: 'key' },
  },
}

describe('a partner in a JSON file', () => {
  let zis: TestZis
  let files: ReturnType<typeof partnerFilesOf>
  let token: string
  beforeEach(async () => {
    files = partnerFilesOf({ [file]: erp })
    zis = await startSimulator({ partnerFiles: files.partnerFiles, say: () => {} })
    token = await credential('Bearer token')
  })
  afterEach(() => zis.stop())

  const state = async () => (await zis.control('GET /_sim/partners/erp.example.com')).body
  async function credential(wanted: string): Promise<string> {
    const { credentials } = (await state())['partner'] as {
      credentials: Array<{ label: string; value: string }>
    }
    return credentials.find(({ label }) => label === wanted)!.value
  }
  async function call(route: string, body?: unknown, headers: Record<string, string> = {}) {
    const [method, path] = route.split(' ')
    const request = new Request(`https://erp.example.com${path}`, {
      method: method!,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const answer = await zis.simulator.partner('erp.example.com')!(request)
    const text = await answer.text()
    let read: unknown = text
    try {
      read = JSON.parse(text)
    } catch {
      // A text stays one.
    }
    return { status: answer.status, headers: answer.headers, text, body: read }
  }

  it('answers with what the request brought, and evaluates nothing', async () => {
    const answer = await call('POST /echo/7?lang=en', { order: { total: 12.5, lines: [{ sku: 'A-1' }] } })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        id: '7',
        total: 12.5,
        first: 'A-1',
        missing: null,
        text: 'Order 7 at 2026-03-02T09:00:00.000Z in en',
        ['__proto__x']: null,
      },
    })
    expect(answer.headers.get('x-for')).toBe('order 7')
    expect(answer.headers.get('x-request')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('answers in sequence, and then stays with the last answer', async () => {
    const steps = [await call('GET /steps'), await call('GET /steps'), await call('GET /steps')]
    expect(steps.map(({ status, body }) => [status, body])).toEqual([
      [202, { step: 1 }],
      [200, { step: 2, done: true }],
      [200, { step: 3, done: true }],
    ])
  })

  it('answers without a body, and with a plain text', async () => {
    expect(await call('GET /gone')).toMatchObject({ status: 204, text: '' })
    const health = await call('GET /health', undefined, { authorization: '' })
    expect([health.status, health.text, health.headers.get('content-type')]).toEqual([
      200,
      'fine',
      'text/plain; charset=utf-8',
    ])
  })

  it('keeps records: made, listed, found, changed and deleted', async () => {
    expect((await call('GET /orders?status=paid')).body).toEqual({
      orders: [{ id: 2, status: 'paid', customer: 'Eva' }],
    })
    expect(await call('POST /orders', { order: { status: 'open' } })).toMatchObject({
      status: 201,
      body: { order: { id: 3, status: 'open' } },
    })
    await call('PATCH /orders/1', { order: { status: 'paid' } })
    expect((await call('GET /orders/1')).body).toEqual({ order: { id: 1, status: 'paid', customer: 'Emil' } })
    await call('PUT /orders/1', { status: 'void', id: 99 })
    expect((await call('GET /orders/1')).body).toEqual({ order: { id: 1, status: 'void' } })
    expect((await call('DELETE /orders/1')).status).toBe(204)
    expect((await call('GET /orders/1')).status).toBe(404)
    expect((await call('PATCH /orders/1', {})).status).toBe(404)
    expect((await call('POST /orders', 'no json')).status).toBe(400)
    expect((await call('OPTIONS /orders')).status).toBe(405)

    const made = (await call('POST /v1/notes', { text: 'Hello' })).body as { key: string }
    expect((await call(`GET /v1/notes/${made.key}`)).body).toEqual({ key: made.key, text: 'Hello' })
    expect((await call('GET /v1/notes')).body).toEqual([{ key: made.key, text: 'Hello' }])
  })

  it('shows its records, and forgets them when it is told to', async () => {
    await call('POST /orders', { status: 'new' })
    const rows = async () =>
      ((await state())['partner'] as { collections: Array<{ rows: unknown[] }> }).collections[0]!.rows.length
    expect(await rows()).toBe(3)
    expect((await zis.control('DELETE /_sim/partners/erp.example.com/state')).status).toBe(204)
    expect(await rows()).toBe(2)
    expect(await credential('Bearer token')).toBe(token)
  })

  it('lets nobody in without its token', async () => {
    const answer = await call('GET /orders', undefined, { authorization: 'Bearer wrong' })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect((await call('GET /steps', undefined, { authorization: '' })).status).toBe(401)
  })

  it.each([
    [
      { kind: 'basic' },
      (secret: string) => ({ authorization: `Basic ${btoa(`zis:${secret}`)}` }),
      'Password',
    ],
    [{ kind: 'api_key', header: 'x-api-key' }, (secret: string) => ({ 'x-api-key': secret }), 'API key'],
  ])('lets in by %j', async (auth, headers, label) => {
    files.write(file, { ...erp, auth })
    await zis.simulator.loadPartners()
    expect((await call('GET /orders')).status).toBe(401)
    expect((await call('GET /orders', undefined, headers('wrong'))).status).toBe(401)
    expect((await call('GET /orders', undefined, headers(await credential(label)))).status).toBe(200)
  })

  it('has a fault of its own for the first requests', async () => {
    const answers = [await call('GET /flaky'), await call('GET /flaky'), await call('GET /flaky')]
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200])
    expect(answers[0]!.headers.get('retry-after')).toBe('7')
  })

  it('says which file lacks a route', async () => {
    expect(await call('GET /nowhere')).toMatchObject({
      status: 404,
      body: { message: `ERP has no GET /nowhere. Add it to ${file}.` },
    })
  })

  describe('its file', () => {
    const problems = async () => (await zis.control('GET /_sim/partners')).body['problems']
    const rewrite = async (content: object | string | undefined) => {
      files.write(file, content)
      await zis.simulator.loadPartners()
    }

    it('is read anew when it changes, and keeps what the partner keeps', async () => {
      await call('DELETE /orders/1')
      await rewrite({ ...erp, routes: [{ route: 'GET /new', answer: { body: { is: 'new' } } }] })
      expect((await call('GET /new')).body).toEqual({ is: 'new' })
      expect((await call('GET /orders/1')).status).toBe(404)
    })

    it('takes the partner with it', async () => {
      await rewrite(undefined)
      expect((await zis.control('GET /_sim/partners/erp.example.com')).status).toBe(404)
    })

    it('leaves its last good version in force, and says where the fault is', async () => {
      await rewrite('{\n  "host": "erp.example.com",\n  "title": "ERP",\n  "rutes": []\n}')
      expect(await problems()).toEqual([
        {
          file,
          line: 4,
          column: 3,
          pointer: '/rutes',
          message: '"rutes" means nothing here',
          way_out: 'did you mean "routes"?',
        },
      ])
      expect((await call('GET /orders')).status).toBe(200)
      await rewrite(erp)
      expect(await problems()).toEqual([])
    })

    it.each([
      ['{"host": "erp.example.com",}', '', 'comma'],
      [{ title: 'ERP' }, '', '"host" is missing'],
      [{ host: 'ERP.example', title: 'ERP' }, '/host', 'has another form'],
      [{ host: 'a.example', title: 'A', routes: [{ route: '/x' }] }, '/routes/0/route', 'has another form'],
      [
        { host: 'a.example', title: 'A', routes: [{ route: 'GET /x', fault: { kind: 'odd' } }] },
        '/routes/0/fault/kind',
        'is none of the words',
      ],
      [{ host: 'a.example', title: 'A', auth: { kind: 'oauth' } }, '/auth/kind', 'gives out no OAuth tokens'],
      [
        { host: 'a.example', title: 'A', auth: { kind: 'api_key' } },
        '/auth',
        'header of the API key is missing',
      ],
      [
        { host: 'a.example', title: 'A', routes: [{ route: 'GET /x' }, { route: 'GET /x' }] },
        '/routes/1/route',
        'twice',
      ],
      [
        { host: 'a.example', title: 'A', routes: [{ route: 'GET /x', answer: {}, answers: [{}] }] },
        '/routes/0/answers',
        'both',
      ],
      [
        { host: 'a.example', title: 'A', collections: { x: { path: '/x', rows: {} } } },
        '/collections/x/rows',
        'array',
      ],
      [[], '', 'object'],
    ])('is refused: %j', async (content, pointer, words) => {
      await rewrite(content)
      expect(await problems()).toContainEqual(
        expect.objectContaining({
          file,
          pointer,
          line: expect.any(Number),
          message: expect.stringContaining(words),
          way_out: expect.any(String),
        }),
      )
    })

    it('cannot claim the host of another file', async () => {
      files.write('integrations/b/partners/erp.json', { host: 'erp.example.com', title: 'Other' })
      await zis.simulator.loadPartners()
      expect(await problems()).toMatchObject([
        {
          file: 'integrations/b/partners/erp.json',
          message: `erp.example.com is claimed by ${file} already`,
        },
      ])
    })
  })
})
