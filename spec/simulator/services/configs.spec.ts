import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('configs', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  const base = '/api/services/zis/integrations/acme_a/configs'
  const create = (scope: string, config: unknown = { on: true }) =>
    zis.admin(`POST ${base}`, { scope, config })
  const find = (scope: string) => zis.admin(`GET ${base}?filter[scope]=${encodeURIComponent(scope)}`)

  it('creates one, and finds it as a list', async () => {
    expect(await create('orders', { channel: 'C01' })).toMatchObject({
      status: 201,
      body: {
        scope: 'orders',
        config: { channel: 'C01' },
        integration: 'acme_a',
        zendesk_account_id: 12345678,
      },
    })
    const { status, body } = await find('orders')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      configs: [{ scope: 'orders', config: { channel: 'C01' } }],
      meta: { has_more: false },
      next: null,
      links: { next: '' },
    })
  })

  it('answers 404 when nothing matches', async () => {
    expect(await find('nothing')).toMatchObject({ status: 404, body: { errors: [{ status: '404' }] } })
  })

  it('wants the filter', async () => {
    expect((await zis.admin(`GET ${base}`)).status).toBe(400)
  })

  it('takes * for any run of characters, anywhere', async () => {
    for (const scope of ['orders:new', 'orders:old', 'returns']) await create(scope)
    const scopes = async (pattern: string) =>
      ((await find(pattern)).body['configs'] as Array<{ scope: string }>).map(({ scope }) => scope)
    expect(await scopes('orders*')).toEqual(['orders:new', 'orders:old'])
    expect(await scopes('*r*')).toEqual(['orders:new', 'orders:old', 'returns'])
    expect(await scopes('*s:*d')).toEqual(['orders:old'])
    expect((await find('order*s*s')).status).toBe(404)
  })

  it('refuses a scope that exists, with 422 or by a switch 409', async () => {
    await create('orders')
    expect((await create('orders')).status).toBe(422)
    await zis.control('PUT /_sim/assumptions', { existingConfigStatus: 409 })
    expect((await create('orders')).status).toBe(409)
  })

  it('replaces all keys with PUT and only the given ones with PATCH', async () => {
    await create('orders', { a: 1, b: { c: 2, d: 3 } })
    const merged = await zis.admin(`PATCH ${base}/orders`, { config: { b: { c: 9 } } })
    expect(merged.body['config']).toEqual({ a: 1, b: { c: 9 } })
    const replaced = await zis.admin(`PUT ${base}/orders`, { scope: 'ignored', config: { z: 0 } })
    expect(replaced.body).toMatchObject({ scope: 'orders', config: { z: 0 } })
    expect(replaced.body['config']).toEqual({ z: 0 })
  })

  it('takes scopes with slashes and colons as one path segment', async () => {
    await create('a/b:c')
    expect((await zis.admin(`PUT ${base}/a%2Fb%3Ac`, { config: { x: 1 } })).status).toBe(200)
    expect((await zis.admin(`DELETE ${base}/a%2Fb%3Ac`)).status).toBe(204)
    expect((await find('a/b:c')).status).toBe(404)
  })

  it('keeps prototype keys as data', async () => {
    await zis.admin(`POST ${base}`, '{"scope":"p","config":{"__proto__":{"polluted":1},"constructor":2}}')
    const { text } = await find('p')
    expect(text).toContain('"config":{"__proto__":{"polluted":1},"constructor":2}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('refuses the API token, whatever its user may do', async () => {
    expect(await zis.apiToken(`GET ${base}?filter[scope]=x`)).toMatchObject({
      status: 403,
      text: 'API token is not supported',
    })
  })

  it.each([
    ['no JSON', '{"scope": ', 'the body is not JSON'],
    ['a missing field', { scope: 'x' }, 'body.config is missing'],
    ['a wrong type', { scope: 'x', config: 'text' }, 'body.config must be object'],
    ['an empty scope', { scope: '', config: {} }, 'body.scope must not have fewer than 1 character'],
  ])('refuses %s and says where', async (_, body, sentence) => {
    const answer = await zis.admin(`POST ${base}`, body)
    expect(answer.status).toBe(400)
    expect((answer.body['errors'] as Array<{ detail: string }>)[0]!.detail).toContain(sentence)
  })
})
