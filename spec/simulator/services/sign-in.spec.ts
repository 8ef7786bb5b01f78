import { locationOf, signIn } from '../../support/sign-in'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('signing in to Zendesk', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  const start = (more: object = {}) =>
    zis.admin('POST /api/services/zis/connections/oauth/start/acme_a', {
      name: 'zendesk',
      oauth_client_name: 'zendesk',
      oauth_url_subdomain: 'acme',
      permission_scopes: 'tickets:read',
      origin_oauth_redirect_url: 'http://localhost:4500/0/assets/iframe.html?app_guid=g',
      ...more,
    })
  const show = () => zis.admin('GET /api/services/zis/connections/acme_a?name=zendesk')

  it('leads to the consent page of the account, on the simulator', async () => {
    const { body } = await start()
    const url = new URL(body['redirect_url'] as string)
    expect(url.origin + url.pathname).toBe('http://127.0.0.1:4500/oauth/authorizations/new')
    expect(url.searchParams.get('client_id')).toBe('zis_acme_a')
    expect(url.searchParams.get('scope')).toBe('tickets:read')
    expect(body['flow_token']).toEqual(expect.any(String))
  })

  it('stores the connection at the callback', async () => {
    const end = await signIn(zis, await start())
    expect(end.searchParams.get('app_guid')).toBe('g')
    expect(await show()).toMatchObject({
      status: 200,
      body: {
        name: 'zendesk',
        integration: 'acme_a',
        permission_scope: 'tickets:read',
        created_by: '9001',
        token_expiry: '',
      },
    })
  })

  it('gives a token that opens what was agreed to, and nothing else', async () => {
    await signIn(zis, await start())
    const token = zis.bearer((await show()).body['access_token'] as string)
    expect((await token('GET /api/v2/tickets/1.json')).status).toBe(200)
    expect((await token('PUT /api/v2/tickets/1.json', { ticket: { status: 'open' } })).status).toBe(403)
  })

  it('comes back with the reason when it is denied, and keeps nothing', async () => {
    const end = await signIn(zis, await start(), 'deny')
    expect(end.searchParams.get('error')).toBe('access_denied')
    expect(end.searchParams.has('verification_token')).toBe(false)
    expect(await show()).toMatchObject({ status: 404, body: { errors: [{ detail: 'no rows found' }] } })
  })

  it('takes a state once only', async () => {
    const asked = new URL((await start()).body['redirect_url'] as string)
    const state = asked.searchParams.get('state')
    const callback =
      `GET /api/services/zis/connections/oauth/callback?error=access_denied&state=${state}` as const
    expect((await zis.nobody(callback)).status).toBe(302)
    expect((await zis.nobody(callback)).status).toBe(400)
  })

  it('lets a sign-in expire after ten minutes', async () => {
    const asked = new URL((await start()).body['redirect_url'] as string)
    zis.clock.advance(10 * 60_000)
    const state = asked.searchParams.get('state')
    const late = await zis.nobody(`GET /api/services/zis/connections/oauth/callback?code=x&state=${state}`)
    expect(late).toMatchObject({ status: 400, text: expect.stringContaining('has expired') })
  })

  it('takes a code once only', async () => {
    // The full secret is shown once: in the answer to the creation of an integration.
    const made = await zis.admin('POST /api/services/zis/registry/acme_b', {})
    const { identifier: client_id, secret: client_secret } = made.body['zendesk_oauth_client'] as {
      identifier: string
      secret: string
    }
    const asked = new URL((await start()).body['redirect_url'] as string)
    asked.searchParams.set('client_id', client_id)
    const path = asked.pathname + asked.search
    const page = await zis.admin(`GET ${path}`)
    const token = /name="authenticity_token" value="([^"]*)"/.exec(page.text)![1]!
    const form = new URLSearchParams({ choice: 'allow', authenticity_token: token })
    const code = locationOf(await zis.admin(`POST ${path}`, form)).searchParams.get('code')!
    const exchange = () =>
      zis.nobody('POST /oauth/tokens', {
        grant_type: 'authorization_code',
        code,
        client_id,
        client_secret,
        redirect_uri: asked.searchParams.get('redirect_uri'),
      })
    expect(await exchange()).toMatchObject({ status: 200, body: { token_type: 'bearer' } })
    expect(await exchange()).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('shows a refusal instead of redirecting to an address that is not the client’s', async () => {
    const asked = new URL((await start()).body['redirect_url'] as string)
    asked.searchParams.set('redirect_uri', 'https://evil.example/')
    const page = await zis.admin(`GET ${asked.pathname}${asked.search}`)
    expect(page.status).toBe(400)
    expect(page.text).toContain('is not one of the client’s redirect addresses')
  })

  it('asks for a sign-in to Zendesk first', async () => {
    const asked = new URL((await start()).body['redirect_url'] as string)
    expect((await zis.nobody(`GET ${asked.pathname}${asked.search}`)).status).toBe(401)
  })

  it('does not take a consent that another page sent', async () => {
    const asked = new URL((await start()).body['redirect_url'] as string)
    const opened = await zis.control('POST /_sim/session', { user_id: 9001 })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    const forged = await zis.with({ cookie })(
      `POST ${asked.pathname}${asked.search}`,
      new URLSearchParams({ choice: 'allow' }),
    )
    expect(forged.status).toBe(403)
  })

  it('renews an expired token when the connection is shown', async () => {
    await zis.control('PUT /_sim/assumptions', { zendeskTokensExpire: true })
    await signIn(zis, await start())
    const before = (await show()).body
    expect(before['token_expiry']).toBe('2026-03-02T09:30:00Z')
    zis.clock.advance(31 * 60_000)
    const after = (await show()).body
    expect(after['access_token']).not.toBe(before['access_token'])
    expect(after['token_expiry']).toBe('2026-03-02T10:01:00Z')
    expect((await zis.bearer(before['access_token'] as string)('GET /api/v2/tickets')).status).toBe(401)
  })

  it('reconnects in place: the same name keeps its uuid', async () => {
    await signIn(zis, await start())
    const { uuid } = (await show()).body
    await signIn(zis, await start({ permission_scopes: 'read' }))
    expect((await show()).body).toMatchObject({ uuid, permission_scope: 'read' })
  })

  it.each([
    [{ name: 'no' }, 'connection name must be 3 to 64 letters'],
    [{ oauth_client_name: 'unknown' }, 'oauth client unknown not found'],
    [{ oauth_client_name: undefined }, 'one of the two'],
    [{ origin_oauth_redirect_url: 'javascript:alert(1)' }, 'must be an https address'],
    [{ oauth_url_subdomain: 'a b/c' }, 'oauth_url_subdomain may have letters, digits and dashes only'],
  ])('refuses to start with %j', async (fault, sentence) => {
    const { status, text } = await start(fault)
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining(sentence) })
  })

  it('loses a client’s connections with the client', async () => {
    await signIn(zis, await start())
    const { uuid } = (await clients()).find(({ name }) => name === 'zendesk')!
    expect(
      (await zis.admin(`DELETE /api/services/zis/connections/oauth/clients/acme_a/${uuid}`)).status,
    ).toBe(204)
    expect((await show()).status).toBe(404)
  })

  it('answers 405 to PUT on a client', async () => {
    const { uuid } = (await clients())[0]!
    expect(
      (await zis.admin(`PUT /api/services/zis/connections/oauth/clients/acme_a/${uuid}`, {})).status,
    ).toBe(405)
  })

  async function clients() {
    const { body } = await zis.admin('GET /api/services/zis/connections/oauth/clients/acme_a')
    return body['clients'] as Array<{ uuid: string; name: string }>
  }
})
