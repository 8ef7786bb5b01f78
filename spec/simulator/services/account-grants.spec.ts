import { locationOf } from '../../support/sign-in'
import { startSimulator, type TestZis } from '../../support/start-simulator'
import { hashOf } from '../../../src/simulator/vault'

const back = 'https://app.example/back'
const verifier = 'a-verifier-that-is-long-enough-for-pkce-0123456789'

/** The account's own OAuth against those who have stolen a code, a token or nothing (RFC 9700). */
describe('grants of the account', () => {
  let zis: TestZis
  let client: { client_id: string; client_secret: string }
  beforeEach(async () => {
    zis = await startSimulator()
    await zis.control('PUT /_sim/assumptions', { zendeskTokensExpire: true })
    client = await make('flows', 'confidential')
  })
  afterEach(() => zis.stop())

  async function make(identifier: string, kind: string) {
    const { body } = await zis.admin('POST /api/v2/oauth/clients', {
      client: { name: identifier, identifier, kind, redirect_uri: back },
    })
    return { client_id: identifier, client_secret: (body['client'] as { secret: string }).secret }
  }
  async function ask(more: Record<string, string> = {}) {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: back,
      scope: 'read',
      state: 's',
      ...more,
    })
    const path = `/oauth/authorizations/new?${query.toString()}`
    const page = await zis.admin(`GET ${path}`)
    const token = /name="authenticity_token" value="([^"]*)"/.exec(page.text)?.[1]
    if (token === undefined) return { page }
    const form = new URLSearchParams({ choice: 'allow', authenticity_token: token })
    const to = locationOf(await zis.admin(`POST ${path}`, form))
    return { page, to, code: to.searchParams.get('code')! }
  }
  const grant = (more: Record<string, unknown>) => zis.nobody('POST /oauth/tokens', { ...client, ...more })
  const exchange = (code: string, more: Record<string, unknown> = {}) =>
    grant({ grant_type: 'authorization_code', code, redirect_uri: back, ...more })
  const renew = (refresh_token: unknown) => grant({ grant_type: 'refresh_token', refresh_token })
  const opens = async (token: unknown) =>
    (await zis.bearer(String(token))('GET /api/v2/tickets')).status === 200

  it('end every token of a code that is used twice', async () => {
    const { code } = await ask()
    const first = (await exchange(code!)).body
    expect(await opens(first['access_token'])).toBe(true)
    expect(await exchange(code!)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await opens(first['access_token'])).toBe(false)
    expect((await renew(first['refresh_token'])).status).toBe(400)
  })

  it('give one token only to two who come with the same code at once', async () => {
    const { code } = await ask()
    const answers = await Promise.all([exchange(code!), exchange(code!)])
    const tokens = answers.map(({ body }) => body['access_token']).filter((token) => token !== undefined)
    expect(tokens).toHaveLength(1)
    for (const token of tokens) expect(await opens(token)).toBe(false)
  })

  it('rotate refresh tokens, and end all of them when an old one comes back', async () => {
    const { code } = await ask()
    const first = (await exchange(code!)).body
    const second = (await renew(first['refresh_token'])).body
    expect(second['refresh_token']).not.toBe(first['refresh_token'])
    expect([await opens(first['access_token']), await opens(second['access_token'])]).toEqual([false, true])

    expect(await renew(first['refresh_token'])).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: expect.stringContaining('was used before') },
    })
    expect(await opens(second['access_token'])).toBe(false)
    expect((await renew(second['refresh_token'])).status).toBe(400)
  })

  it('leave other consents alone when one is ended', async () => {
    const one = (await exchange((await ask()).code!)).body
    const other = (await exchange((await ask()).code!)).body
    await renew(one['refresh_token'])
    await renew(one['refresh_token'])
    expect(await opens(other['access_token'])).toBe(true)
  })

  it('want the verifier of a code that was asked for with PKCE, and none without', async () => {
    const pkce = { code_challenge: await hashOf(verifier), code_challenge_method: 'S256' }
    expect((await exchange((await ask(pkce)).code!)).status).toBe(400)
    expect((await exchange((await ask(pkce)).code!, { code_verifier: 'another' })).status).toBe(400)
    expect((await exchange((await ask()).code!, { code_verifier: verifier })).status).toBe(400)
    expect((await exchange((await ask(pkce)).code!, { code_verifier: verifier })).status).toBe(200)
    const { page } = await ask({ code_challenge: verifier, code_challenge_method: 'plain' })
    expect([page.status, page.text]).toEqual([400, expect.stringContaining('S256')])
  })

  it('let a public client come without a secret with PKCE only', async () => {
    const { client_id } = await make('page', 'public')
    const code = async (more = {}) => (await ask({ client_id, ...more })).code!
    const come = (one: string, more: object = {}) =>
      exchange(one, { client_id, client_secret: undefined, ...more })
    expect((await come(await code())).status).toBe(400)
    const pkce = { code_challenge: await hashOf(verifier), code_challenge_method: 'S256' }
    expect((await come(await code(pkce), { code_verifier: verifier })).status).toBe(200)
    expect((await exchange((await ask()).code!, { client_secret: undefined })).status).toBe(401)
  })

  it.each([
    'https://app.example/back/',
    'https://app.example/back?x=1',
    'https://app.example/BACK',
    'https://app.example.evil.example/back',
    'https://app.example@evil.example/back',
    '//evil.example/back',
    '',
  ])('never lead to %j, which is not exactly the client’s address', async (redirect_uri) => {
    const { page, to } = await ask({ redirect_uri })
    expect([page.status, to]).toEqual([400, undefined])
    expect(page.headers.get('location')).toBeNull()
  })

  it('take a code at the address it was given to, from its client, within two minutes', async () => {
    expect((await exchange((await ask()).code!, { redirect_uri: `${back}/` })).status).toBe(400)
    const other = await make('other', 'confidential')
    expect((await exchange((await ask()).code!, other)).status).toBe(400)
    const { code } = await ask()
    zis.clock.advance(2 * 60_000)
    expect((await exchange(code!)).status).toBe(400)
  })

  it('may live as long as their creator says, 48 hours at most', async () => {
    const { clients } = (await zis.admin('GET /api/v2/oauth/clients')).body as {
      clients: Array<{ id: number }>
    }
    const { id } = clients[0]!
    const create = (expires_in: number) =>
      zis.admin('POST /api/v2/oauth/tokens', { token: { client_id: id, scopes: ['read'], expires_in } })
    const { body } = await create(60)
    expect(body['token']).toMatchObject({ expires_at: '2026-03-02T09:01:00Z' })
    expect((await create(172_801)).status).toBe(422)
  })
})
