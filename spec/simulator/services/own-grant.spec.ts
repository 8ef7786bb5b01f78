import type { JsonObject } from '../../../src/zis/json'
import { installFlow, raise, results } from '../../support/one-flow'
import { recordingProvider } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const client = { id: 'erp-client', secret: 'erp-client-secret' }

describe('connections by client credentials', () => {
  let zis: TestZis
  let provider: ReturnType<typeof recordingProvider>
  beforeEach(async () => {
    provider = recordingProvider('erp.example.com', client)
    zis = await startSimulator({ partners: () => [provider.partner] })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  const addClient = (more: JsonObject = {}) =>
    zis.admin('POST /api/services/zis/connections/oauth/clients/acme_a', {
      name: 'erp',
      client_id: client.id,
      client_secret: client.secret,
      token_url: 'https://erp.example.com/token',
      grant_type: 'client_credentials',
      default_scopes: 'orders:read',
      ...more,
    })
  const start = (more: JsonObject = {}) =>
    zis.admin('POST /api/services/zis/connections/oauth/start/acme_a', {
      name: 'erp',
      oauth_client_name: 'erp',
      ...more,
    })
  const follow = async (more: JsonObject = {}) => {
    const url = new URL((await start(more)).body['redirect_url'] as string)
    return zis.admin(`GET ${url.pathname}${url.search}`)
  }
  const show = () => zis.admin('GET /api/services/zis/connections/acme_a?name=erp')

  it('are not there until the address from the start was asked for', async () => {
    await addClient()
    const { status, body } = await start()
    expect(status).toBe(200)
    const url = new URL(body['redirect_url'] as string)
    expect(url.pathname).toBe('/api/services/zis/connections/oauth/access_codes/acme_a')
    expect((await show()).status).toBe(404)
    expect(provider.asked).toEqual([])

    expect(await zis.admin(`GET ${url.pathname}${url.search}`)).toMatchObject({
      status: 200,
      body: {
        name: 'erp',
        access_token: 'token-number-1',
        refresh_token: '',
        permission_scope: 'orders:read',
      },
    })
    expect(Object.fromEntries(provider.asked[0]!)).toEqual({
      grant_type: 'client_credentials',
      scope: 'orders:read',
      client_id: client.id,
      client_secret: client.secret,
    })
  })

  it('are made once, however often the address is asked for', async () => {
    await addClient()
    const url = new URL((await start()).body['redirect_url'] as string)
    const [first, second] = [
      await zis.admin(`GET ${url.pathname}${url.search}`),
      await zis.admin(`GET ${url.pathname}${url.search}`),
    ]
    expect(second.body).toEqual(first.body)
    expect(provider.asked).toHaveLength(1)
  })

  it('can be asked for at the start, whatever the client’s own grant is', async () => {
    await addClient({ grant_type: 'authorization_code', auth_url: 'https://erp.example.com/authorize' })
    expect((await follow({ grant_type: 'client_credentials' })).status).toBe(200)
  })

  it('say why the provider refused', async () => {
    await addClient({ client_secret: 'wrong-secret' })
    expect(await follow()).toMatchObject({
      status: 400,
      body: { errors: [{ detail: 'invalid_client: Unknown client.' }] },
    })
    expect((await show()).status).toBe(404)
  })

  it('need the credential of an admin or of the integration for the second call, too', async () => {
    await addClient()
    const url = new URL((await start()).body['redirect_url'] as string)
    expect((await zis.nobody(`GET ${url.pathname}${url.search}`)).status).toBe(401)
    expect(provider.asked).toEqual([])
  })

  it('do not keep what a typed connection took in the meantime', async () => {
    await addClient()
    const url = new URL((await start()).body['redirect_url'] as string)
    await zis.admin('POST /api/services/zis/integrations/acme_a/connections/bearer_token', {
      name: 'erp',
      token: 'token-of-its-own',
      allowed_domain: 'erp.example.com',
    })
    expect((await zis.admin(`GET ${url.pathname}${url.search}`)).status).toBe(400)
    expect((await show()).status).toBe(404)
  })

  it('are renewed by a new grant when they have expired', async () => {
    await addClient()
    await follow()
    zis.clock.advance(3600_000)
    expect((await show()).body).toMatchObject({
      access_token: 'token-number-2',
      token_expiry: '2026-03-02T11:00:00Z',
    })
    expect(provider.asked.map((form) => form.get('grant_type'))).toEqual([
      'client_credentials',
      'client_credentials',
    ])
  })

  it('are renewed at once by a call of its own only with its switch: the call answers 405', async () => {
    await addClient()
    await follow()
    const refresh = () => zis.admin('POST /api/services/zis/connections/refresh/acme_a?name=erp')
    expect((await refresh()).status).toBe(405)
    await zis.control('PUT /_sim/assumptions', { forcedRefresh: true })
    expect(await refresh()).toMatchObject({ status: 200, body: { access_token: 'token-number-2' } })
  })

  it('are renewed once for flows that need them at the same moment', async () => {
    await addClient()
    await follow()
    await installFlow(zis, 'acme_a', {
      action: { method: 'GET', url: 'https://erp.example.com/orders', connectionName: 'erp' },
    })
    zis.clock.advance(3600_000)
    await Promise.all([raise(zis), raise(zis), raise(zis)])
    await zis.settle()
    expect(await results(zis)).toEqual(['done', 'done', 'done'])
    expect(provider.asked).toHaveLength(2)
    expect(provider.calls().map(({ headers }) => headers['authorization'])).toEqual(
      Array(3).fill('Bearer token-number-2'),
    )
  })

  it('are renewed for flows that read the token from their data, too', async () => {
    await addClient()
    await follow()
    await installFlow(zis, 'acme_a', {
      action: {
        method: 'GET',
        url: 'https://erp.example.com/orders',
        headers: [{ key: 'Authorization', value: 'Bearer {{$.token}}' }],
      },
      flow: {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Action',
            ActionName: 'zis:acme_a:action:call',
            Parameters: { 'token.$': '$.connections.erp.access_token' },
            ResultPath: '$.answer',
            Next: 'Done',
          },
          Done: { Type: 'Succeed', Message: 'done' },
        },
      },
    })
    zis.clock.advance(3600_000)
    await raise(zis)
    await zis.settle()
    expect(await results(zis)).toEqual(['done'])
    expect(provider.calls()[0]!.headers['authorization']).toBe('Bearer token-number-2')
    expect((await zis.control('GET /_sim/runs/1')).text).not.toContain('token-number-2')
  })

  it('fail the action, catchably, when the provider does not renew them', async () => {
    await addClient()
    await follow()
    const { body } = await zis.admin('GET /api/services/zis/connections/oauth/clients/acme_a')
    const { uuid } = (body['clients'] as Array<{ uuid: string; name: string }>).find(
      ({ name }) => name === 'erp',
    )!
    await zis.admin(`PATCH /api/services/zis/connections/oauth/clients/acme_a/${uuid}`, {
      client_secret: 'wrong-secret',
    })
    await installFlow(zis, 'acme_a', {
      action: { method: 'GET', url: 'https://erp.example.com/orders', connectionName: 'erp' },
    })
    zis.clock.advance(3600_000)
    await raise(zis)
    await zis.settle()
    expect(await results(zis)).toEqual([
      'caught: the connection named "erp" could not be renewed: invalid_client: Unknown client.',
    ])
  })

  describe('to Zendesk itself', () => {
    const confidential = (more: JsonObject = {}) =>
      zis.admin('POST /api/v2/oauth/clients.json', {
        client: { name: 'Flows', identifier: 'flows_of_acme', kind: 'confidential', ...more },
      })
    const useFor = (secret: unknown, id = 'flows_of_acme') =>
      addClient({
        client_id: id,
        client_secret: secret as string,
        token_url: 'https://acme.zendesk.com/oauth/tokens',
        default_scopes: 'read',
      })

    it('act as the user of a client made by hand', async () => {
      const { secret } = (await confidential()).body['client'] as JsonObject
      await useFor(secret)
      const token = (await follow()).body['access_token'] as string
      const me = await zis.bearer(token)('GET /api/v2/users/me.json')
      expect(me.body).toMatchObject({ user: { email: 'admin@example.com' } })
      expect((await zis.bearer(token)('PUT /api/v2/tickets/1', { ticket: {} })).status).toBe(403)
    })

    it('are refused to a public client', async () => {
      const { secret } = (await confidential({ kind: 'public' })).body['client'] as JsonObject
      await useFor(secret)
      expect((await follow()).text).toContain('unauthorized_client')
    })

    it('are refused to the client that ZIS made', async () => {
      const made = await zis.admin('POST /api/services/zis/registry/acme_b', {})
      const { identifier, secret } = made.body['zendesk_oauth_client'] as {
        identifier: string
        secret: string
      }
      await useFor(secret, identifier)
      expect((await follow()).text).toContain('invalid_client')
    })

    it('stop with a new secret, until it is stored in the client', async () => {
      const { id, secret } = (await confidential()).body['client'] as JsonObject
      await useFor(secret)
      const renewed = await zis.admin(`PUT /api/v2/oauth/clients/${String(id)}/generate_secret.json`)
      const fresh = (renewed.body['client'] as JsonObject)['secret'] as string
      expect(fresh).not.toBe(secret)
      expect((await follow()).text).toContain('invalid_client')

      const { body } = await zis.admin('GET /api/services/zis/connections/oauth/clients/acme_a')
      const { uuid } = (body['clients'] as Array<{ uuid: string; name: string }>).find(
        ({ name }) => name === 'erp',
      )!
      await zis.admin(`PATCH /api/services/zis/connections/oauth/clients/acme_a/${uuid}`, {
        client_secret: fresh,
      })
      expect((await follow()).status).toBe(200)
    })
  })
})
