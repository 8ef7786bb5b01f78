import { createMemoryStore } from '../../../src/simulator/store/memory'
import type { Store } from '../../../src/simulator/store/store'
import { installFlow, raise, replayed, results } from '../../support/one-flow'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const host = recordingPartner('api.example.com')

describe('typed connections', () => {
  let zis: TestZis
  let store: Store
  beforeEach(async () => {
    host.received.length = 0
    store = createMemoryStore()
    zis = await startSimulator({ store, partners: () => [host.partner] })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  const base = '/api/services/zis/integrations/acme_a/connections'
  const kinds = {
    basic_auth: { username: 'zis', password: 'basic-password-1' },
    bearer_token: { token: 'bearer-token-1' },
    api_key: { header_name: 'x-acme-key', api_key: 'api-key-1' },
  } as const
  type Kind = keyof typeof kinds
  const names = Object.keys(kinds) as Kind[]

  const create = (kind: Kind, name = 'erp', more: object = {}) =>
    zis.admin(`POST ${base}/${kind}`, {
      name,
      allowed_domain: 'api.example.com',
      ...kinds[kind],
      ...more,
    })

  describe.each(names)('%s', (kind) => {
    it('is created with 201, its secret masked', async () => {
      const { status, body } = await create(kind)
      const [secret] = Object.keys(kinds[kind]).slice(-1)
      expect({ status, body }).toEqual({
        status: 201,
        body: {
          [kind]: {
            name: 'erp',
            allowed_domain: 'api.example.com',
            ...kinds[kind],
            [secret!]: '*****',
            created_at: '2026-03-02T09:00:00.000Z',
            updated_at: '2026-03-02T09:00:00.000Z',
          },
        },
      })
    })

    it('is shown as it was answered at its creation', async () => {
      const { body } = await create(kind)
      expect(await zis.admin(`GET ${base}/${kind}/erp`)).toMatchObject({ status: 200, body })
    })

    it.each(['PUT', 'PATCH'])('keeps with %s what is left out, and its name', async (method) => {
      const before = (await create(kind)).body[kind] as object
      zis.clock.advance(1500)
      const body = { name: 'another', allowed_domain: 'other.example.com' }
      const { status, body: after } = await zis.admin(`${method} ${base}/${kind}/erp`, body)
      expect(status).toBe(200)
      expect(after[kind]).toEqual({
        ...before,
        allowed_domain: 'other.example.com',
        updated_at: '2026-03-02T09:00:01.500Z',
      })
    })

    it('is deleted with 204, and its name is free again', async () => {
      await create(kind)
      expect(await zis.admin(`DELETE ${base}/${kind}/erp`)).toMatchObject({ status: 204, text: '' })
      expect((await zis.admin(`GET ${base}/${kind}/erp`)).status).toBe(404)
      expect((await zis.admin(`DELETE ${base}/${kind}/erp`)).status).toBe(404)
      expect((await create(kind)).status).toBe(201)
    })

    it('wants every field', async () => {
      for (const field of ['name', 'allowed_domain', ...Object.keys(kinds[kind])]) {
        const { status, text } = await create(kind, 'erp', { [field]: undefined })
        expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining(field) })
      }
    })

    it('keeps its secret sealed, and shows it nowhere', async () => {
      await create(kind)
      const secret = Object.values(kinds[kind]).at(-1)!
      const seen = [
        JSON.stringify(store.table('typed_connections').list()),
        (await zis.admin(`GET ${base}/all`)).text,
        (await zis.admin(`GET ${base}/${kind}/erp`)).text,
      ]
      expect(seen.map((text) => [text.includes('erp'), text.includes(secret)])).toEqual(
        Array(3).fill([true, false]),
      )
    })
  })

  it('have names that are unique over all kinds, sign-ins included', async () => {
    expect((await create('basic_auth')).status).toBe(201)
    expect(await create('api_key')).toMatchObject({
      status: 409,
      body: { errors: [{ detail: 'connection erp already exists' }] },
    })
    const start = await zis.admin('POST /api/services/zis/connections/oauth/start/acme_a', {
      name: 'erp',
      oauth_client_name: 'zendesk',
      oauth_url_subdomain: 'acme',
    })
    expect(start.status).toBe(409)
  })

  it('are not found under another kind, although the name is taken', async () => {
    await create('basic_auth')
    expect((await zis.admin(`GET ${base}/api_key/erp`)).status).toBe(404)
    expect((await zis.admin(`PATCH ${base}/bearer_token/erp`, { token: 'x' })).status).toBe(404)
    expect((await zis.admin(`DELETE ${base}/api_key/erp`)).status).toBe(404)
    expect((await zis.admin('GET /api/services/zis/connections/acme_a?name=erp')).status).toBe(404)
    expect((await zis.admin(`GET ${base}/basic_auth/erp`)).status).toBe(200)
  })

  it('belong to one integration', async () => {
    await zis.admin('POST /api/services/zis/registry/acme_b', {})
    await create('basic_auth')
    const other = base.replace('acme_a', 'acme_b')
    expect((await zis.admin(`GET ${other}/basic_auth/erp`)).status).toBe(404)
  })

  it.each(['ab', 'a'.repeat(65), 'with space', 'ümlaut'])('refuse the name %s', async (name) => {
    expect((await create('api_key', name)).status).toBe(400)
  })

  it('may be named zendesk with a warning, or by a switch may not', async () => {
    expect((await create('basic_auth', 'zendesk')).status).toBe(201)
    expect((await zis.control('GET /_sim/log')).body['log']).toMatchObject([
      { product: 'acme_a', status: 'warning', description: expect.stringContaining('is reserved for OAuth') },
    ])
    await zis.control('PUT /_sim/assumptions', { zendeskNameReserved: true })
    await zis.admin(`DELETE ${base}/basic_auth/zendesk`)
    expect((await create('basic_auth', 'zendesk')).status).toBe(400)
  })

  it('refuse a header name that could bring other headers along', async () => {
    const { status } = await create('api_key', 'erp', { header_name: 'x-key\r\nx-admin' })
    expect(status).toBe(400)
  })

  it('refuse the API token with 403, or by a switch with 401 or 404', async () => {
    expect(await zis.apiToken(`GET ${base}/all`)).toMatchObject({
      status: 403,
      text: 'API token is not supported',
    })
    for (const status of [401, 404]) {
      await zis.control('PUT /_sim/assumptions', { apiTokenRefused: status })
      expect((await zis.apiToken(`GET ${base}/all`)).status).toBe(status)
    }
  })

  it('cannot be changed with the switch off, as the app has to expect', async () => {
    await zis.control('PUT /_sim/assumptions', { typedConnectionsChange: false })
    await create('bearer_token')
    for (const method of ['PUT', 'PATCH'] as const) {
      expect((await zis.admin(`${method} ${base}/bearer_token/erp`, { token: 'x' })).status).toBe(405)
    }
  })

  it('are listed in one order by name over all kinds, a page at a time', async () => {
    await create('basic_auth', 'ccc')
    await create('bearer_token', 'aaa')
    await create('api_key', 'bbb')
    const namesOn = (body: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(body)
          .filter(([, rows]) => Array.isArray(rows))
          .map(([kind, rows]) => [kind, (rows as Array<{ name: string }>).map(({ name }) => name)]),
      )
    const first = (await zis.admin(`GET ${base}/all?page[size]=2`)).body
    expect(namesOn(first)).toEqual({ bearer_token: ['aaa'], api_key: ['bbb'], basic_auth: [], oauth: [] })
    expect(first['meta']).toEqual({ after: 'bbb', before: 'aaa', has_more: true })
    const second = (await zis.admin(`GET ${base}/all?page[size]=2&page[after]=bbb`)).body
    expect(namesOn(second)).toEqual({ bearer_token: [], api_key: [], basic_auth: ['ccc'], oauth: [] })
    expect(second['meta']).toEqual({ after: 'ccc', before: 'ccc', has_more: false })
  })

  describe('in a flow', () => {
    const run = async (url = 'https://api.example.com/orders') => {
      await installFlow(zis, 'acme_a', { action: { method: 'GET', url, connectionName: 'erp' } })
      await raise(zis)
      await zis.settle()
      return (await results(zis)).at(-1)
    }
    const sent = async () => (await zis.control('GET /_sim/outbound')).body['requests'] as unknown[]

    it.each([
      ['basic_auth', 'authorization', `Basic ${btoa('zis:basic-password-1')}`],
      ['bearer_token', 'authorization', 'Bearer bearer-token-1'],
      ['api_key', 'x-acme-key', 'api-key-1'],
    ] as const)('%s adds %s', async (kind, header, value) => {
      await create(kind)
      expect(await run()).toBe('done')
      expect(host.received.map(({ headers }) => headers[header])).toEqual([value])
      expect(JSON.stringify(await sent())).not.toContain(value.replace(/^\w+ /, ''))
    })

    it('uses the credential as it was last changed', async () => {
      await create('bearer_token')
      await zis.admin(`PATCH ${base}/bearer_token/erp`, { token: 'bearer-token-2' })
      await run()
      expect(host.received[0]!.headers['authorization']).toBe('Bearer bearer-token-2')
    })

    it('masks even a short key in a header of any name', async () => {
      await create('api_key', 'erp', { api_key: 'k1' })
      await run()
      expect(host.received[0]!.headers['x-acme-key']).toBe('k1')
      expect(await sent()).toMatchObject([{ request: { headers: { 'x-acme-key': '*****' } } }])
    })

    it('fails before anything is sent when the host is not the allowed one, and the Catch takes it', async () => {
      await create('bearer_token', 'erp', { allowed_domain: 'other.example.com' })
      expect(await run()).toBe(
        'caught: the connection named "erp" may be used with other.example.com only, not with api.example.com; nothing was sent',
      )
      expect([host.received, await sent()]).toEqual([[], []])
      expect(await replayed(zis)).toBeNull()
    })

    it.each([
      ['API.Example.COM', true],
      ['*.example.com', true],
      ['*.EXAMPLE.com', true],
      ['example.com', false],
      ['*.api.example.com', false],
      ['*.le.com', false],
      ['https://api.example.com', false],
    ])('with the allowed domain %s: %s', async (allowed_domain, isAllowed) => {
      await create('bearer_token', 'erp', { allowed_domain })
      await run()
      expect(host.received).toHaveLength(isAllowed ? 1 : 0)
    })

    it('takes no wildcards with the switch off', async () => {
      await zis.control('PUT /_sim/assumptions', { domainWildcards: false })
      await create('bearer_token', 'erp', { allowed_domain: '*.example.com' })
      await run()
      expect(host.received).toEqual([])
    })

    it('does not start without the connection', async () => {
      expect(await run()).toBe('Cannot start flow because the connection named "erp" does not exist')
    })
  })
})
