import { zisCallback } from '../../../src/simulator/addresses'
import { partnerFilesOf } from '../../support/partner-files'
import { locationOf, signIn } from '../../support/sign-in'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const host = 'id.example.com'
const path = 'integrations/crm/partners/crm.json'
const crm = {
  host,
  title: 'CRM',
  auth: { kind: 'oauth' },
  oauth: { scopes: { 'people:read': 'Read people', 'people:write': 'Change people' } },
  routes: [
    { route: 'GET /me', answer: { body: { name: 'Emil' } } },
    { route: 'POST /people', scope: 'people:write', answer: { status: 201 } },
  ],
}

describe('a provider in a JSON file', () => {
  let zis: TestZis
  let files: ReturnType<typeof partnerFilesOf>
  let client: { id: string; secret: string }
  beforeEach(async () => {
    files = partnerFilesOf({ [path]: crm })
    zis = await startSimulator({ partnerFiles: files.partnerFiles })
    const { body } = await zis.control(`GET /_sim/partners/${host}`)
    const { credentials } = body['partner'] as { credentials: Array<{ label: string; value: string }> }
    const find = (wanted: string) => credentials.find(({ label }) => label === wanted)!.value
    client = { id: find('Client ID'), secret: find('Client secret') }
  })
  afterEach(() => zis.stop())

  const rewrite = async (oauth: object) => {
    files.write(path, { ...crm, oauth: { ...crm.oauth, ...oauth } })
    await zis.simulator.loadPartners()
  }
  const turn = (body: object) => zis.control(`POST /_sim/partners/${host}/oauth`, body)

  const authorizePath = (more: Record<string, string> = {}) =>
    `/partners/${host}/oauth/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: client.id,
      redirect_uri: zisCallback,
      scope: 'people:read',
      state: 'state-1',
      ...more,
    })}`
  async function consent(more: Record<string, string> = {}, choice = 'allow') {
    const page = await zis.nobody(`GET ${authorizePath(more)}`)
    const ticket = /name="ticket" value="([^"]*)"/.exec(page.text)?.[1]
    if (ticket === undefined) return { page, back: undefined }
    const answer = await zis.nobody(`POST ${authorizePath(more)}`, new URLSearchParams({ choice, ticket }))
    return { page, back: locationOf(answer).searchParams, ticket }
  }
  const token = (form: Record<string, string>) =>
    zis.nobody(
      `POST /partners/${host}/oauth/token`,
      new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...form }),
    )
  const exchange = (code: string, more: Record<string, string> = {}) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: zisCallback, ...more })
  const refresh = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token })
  async function signedIn(more: Record<string, string> = {}) {
    const { back } = await consent(more)
    return (await exchange(back!.get('code')!)).body as { access_token: string; refresh_token: string }
  }
  async function use(access_token: string, route = 'GET /me') {
    const [method, place] = route.split(' ')
    const answer = await zis.simulator.partner(host)!(
      new Request(`https://${host}${place}`, {
        method: method!,
        headers: { authorization: `Bearer ${access_token}` },
      }),
    )
    return answer.status
  }

  it('asks the user, says what for, and gives a code and tokens', async () => {
    const { page, back } = await consent()
    expect(page.text).toContain('Read people <code>people:read</code>')
    expect(back!.get('state')).toBe('state-1')
    const answer = await exchange(back!.get('code')!)
    expect(answer).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer', expires_in: 3600, scope: 'people:read' },
    })
    const access = answer.body['access_token'] as string
    expect([await use(access), await use(access, 'POST /people'), await use('wrong')]).toEqual([
      200, 403, 401,
    ])
  })

  it('comes back denied when the user denies', async () => {
    const { back } = await consent({}, 'deny')
    expect([back!.get('error'), back!.has('code')]).toEqual(['access_denied', false])
  })

  it.each([
    [{ client_id: 'other' }, 'has no client &#34;other&#34;'],
    [{ redirect_uri: `${zisCallback}/` }, 'is none of the client'],
    [{ redirect_uri: 'https://evil.example/' }, 'is none of the client'],
    [{ redirect_uri: '//evil.example/' }, 'is none of the client'],
    [{ redirect_uri: `${zisCallback}@evil.example/` }, 'is none of the client'],
    [{ redirect_uri: zisCallback.toUpperCase() }, 'is none of the client'],
    [{ redirect_uri: '' }, 'is none of the client'],
  ])('shows a refusal and redirects nowhere: %j', async (more, words) => {
    const { page } = await consent(more)
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
    expect(page.text).toContain(words)
  })

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'all' }, 'invalid_scope'],
    [{ code_challenge: 'x', code_challenge_method: 'plain' }, 'invalid_request'],
  ])('tells the client what is wrong: %j', async (more, error) => {
    const { page } = await consent(more)
    expect(locationOf(page).searchParams.get('error')).toBe(error)
  })

  it('takes a consent once, and only from its own page', async () => {
    const { ticket } = await consent()
    const again = await zis.nobody(
      `POST ${authorizePath()}`,
      new URLSearchParams({ choice: 'allow', ticket: ticket! }),
    )
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('has expired')])
  })

  it.each<Record<string, string>>([
    { scope: 'people:write' },
    { state: 'state-2' },
    { code_challenge: 'x', code_challenge_method: 'S256' },
  ])('takes a consent for what its page showed only, not for %j', async (more) => {
    const page = await zis.nobody(`GET ${authorizePath()}`)
    const ticket = /name="ticket" value="([^"]*)"/.exec(page.text)![1]!
    const form = new URLSearchParams({ choice: 'allow', ticket })
    const other = await zis.nobody(`POST ${authorizePath(more)}`, form)
    expect([other.status, other.headers.get('location')]).toEqual([400, null])
    expect((await zis.nobody(`POST ${authorizePath()}`, form)).status).toBe(400)
  })

  it('leaves nobody a token when a code comes twice at the same moment', async () => {
    const code = (await consent()).back!.get('code')!
    const answers = await Promise.all([exchange(code), exchange(code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    const { access_token, refresh_token } = answers.find(({ status }) => status === 200)!.body
    expect(await use(String(access_token))).toBe(401)
    expect((await refresh(String(refresh_token))).status).toBe(400)
  })

  it('leaves nobody a token when a refresh token comes twice at the same moment', async () => {
    const { refresh_token } = await signedIn()
    const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    const given = answers.find(({ status }) => status === 200)!.body
    expect(await use(String(given['access_token']))).toBe(401)
    expect((await refresh(String(given['refresh_token']))).status).toBe(400)
  })

  it('ends a family for an old refresh token that has expired meanwhile, too', async () => {
    await rewrite({ refresh_token_seconds: 120, access_token_seconds: 600 })
    const first = await signedIn()
    zis.clock.advance(100_000)
    const second = (await refresh(first.refresh_token)).body as typeof first
    zis.clock.advance(30_000)
    expect((await refresh(first.refresh_token)).status).toBe(400)
    expect(await use(second.access_token)).toBe(401)
  })

  it('takes a code once; a second use ends the tokens of the first', async () => {
    const code = (await consent()).back!.get('code')!
    const { access_token } = (await exchange(code)).body as { access_token: string }
    expect(await use(access_token)).toBe(200)
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await use(access_token)).toBe(401)
  })

  it('lets a code expire after a minute', async () => {
    const code = (await consent()).back!.get('code')!
    zis.clock.advance(60_000)
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('wants the redirect address of the request at the exchange, too', async () => {
    const code = (await consent()).back!.get('code')!
    expect((await exchange(code, { redirect_uri: 'https://evil.example/' })).status).toBe(400)
  })

  it('knows its client by its secret, in the form or in the header', async () => {
    const grant = { grant_type: 'client_credentials' }
    expect(await token({ ...grant, client_secret: 'wrong' })).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    })
    const basic = zis.with({ authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` })
    const answer = await basic(`POST /partners/${host}/oauth/token`, new URLSearchParams(grant))
    expect(answer.status).toBe(200)
    expect(answer.body).not.toHaveProperty('refresh_token')
    expect(await token({ ...grant, scope: 'all' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    })
  })

  it('rotates refresh tokens; an old one ends the whole family', async () => {
    const first = await signedIn()
    const second = (await refresh(first.refresh_token)).body as typeof first
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(await use(second.access_token)).toBe(200)

    expect(await refresh(first.refresh_token)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
    expect(await use(second.access_token)).toBe(401)
    expect((await refresh(second.refresh_token)).status).toBe(400)
  })

  it('keeps a refresh token good where it does not rotate', async () => {
    await turn({ rotates: false })
    const { refresh_token } = await signedIn()
    expect((await refresh(refresh_token)).body).not.toHaveProperty('refresh_token')
    expect((await refresh(refresh_token)).status).toBe(200)
  })

  it('lets tokens expire as its file says', async () => {
    await rewrite({ access_token_seconds: 60, refresh_token_seconds: 120 })
    const { access_token, refresh_token } = await signedIn()
    zis.clock.advance(60_000)
    expect(await use(access_token)).toBe(401)
    zis.clock.advance(60_000)
    expect((await refresh(refresh_token)).status).toBe(400)
  })

  it('is told to deny, to end access tokens, and to revoke all', async () => {
    const { access_token, refresh_token } = await signedIn()
    await turn({ expire_access_tokens: true })
    expect(await use(access_token)).toBe(401)
    const renewed = (await refresh(refresh_token)).body as { access_token: string; refresh_token: string }
    await turn({ revoke_tokens: true })
    expect([await use(renewed.access_token), (await refresh(renewed.refresh_token)).status]).toEqual([
      401, 400,
    ])
    await turn({ denies: true })
    const { page } = await consent()
    expect(locationOf(page).searchParams.get('error')).toBe('access_denied')
    expect((await zis.control('POST /_sim/partners/slack.com/oauth', { denies: true })).status).toBe(400)
  })

  it('supports only the grants of its file', async () => {
    await rewrite({ grants: ['client_credentials'] })
    expect(await token({ grant_type: 'refresh_token', refresh_token: 'x' })).toMatchObject({
      body: { error: 'unsupported_grant_type' },
    })
    const { page } = await consent()
    expect(locationOf(page).searchParams.get('error')).toBe('unauthorized_client')
  })

  describe('with PKCE', () => {
    const verifier = 'a-verifier-of-at-least-forty-three-characters-long'
    // SHA-256 of the verifier as URL-safe base64.
    async function challenge() {
      const { createHash } = await import('node:crypto')
      return createHash('sha256').update(verifier).digest('base64url')
    }
    const asked = async () => ({ code_challenge: await challenge(), code_challenge_method: 'S256' })

    it('gives tokens to whoever has the verifier, and to nobody else', async () => {
      const code = async () => (await consent(await asked())).back!.get('code')!
      expect((await exchange(await code(), { code_verifier: verifier })).status).toBe(200)
      expect((await exchange(await code(), { code_verifier: `${verifier}x` })).status).toBe(400)
      expect((await exchange(await code())).status).toBe(400)
    })

    it('does not take a verifier for a request that had no challenge', async () => {
      const code = (await consent()).back!.get('code')!
      expect((await exchange(code, { code_verifier: verifier })).status).toBe(400)
    })

    it('refuses to go without it where the file requires it', async () => {
      await rewrite({ pkce: 'required' })
      const { page } = await consent()
      expect(locationOf(page).searchParams.get('error')).toBe('invalid_request')
    })
  })

  describe('and ZIS', () => {
    const start = (more: object = {}) =>
      zis.admin('POST /api/services/zis/connections/oauth/start/acme_a', {
        name: 'crm',
        oauth_client_name: 'crm',
        permission_scopes: 'people:read',
        origin_oauth_redirect_url: 'http://localhost:4500/0/assets/iframe.html',
        ...more,
      })
    const show = () => zis.admin('GET /api/services/zis/connections/acme_a?name=crm')
    beforeEach(async () => {
      await zis.admin('POST /api/services/zis/registry/acme_a', {})
      const made = await zis.admin('POST /api/services/zis/connections/oauth/clients/acme_a', {
        name: 'crm',
        client_id: client.id,
        client_secret: client.secret,
        auth_url: `https://${host}/oauth/authorize`,
        token_url: `https://${host}/oauth/token`,
      })
      expect(made.status).toBe(201)
    })

    it('connect, renew a token that has expired, and say why a renewal fails', async () => {
      const end = await signIn(zis, await start())
      expect(end.searchParams.has('verification_token')).toBe(true)
      const before = (await show()).body
      zis.clock.advance(3600_000)
      const after = (await show()).body
      expect(after['access_token']).not.toBe(before['access_token'])
      await turn({ revoke_tokens: true })
      zis.clock.advance(3600_000)
      expect((await show()).body['access_token']).toBe(after['access_token'])
      const refused = await zis.control(`GET /_sim/outbound?host=${host}&path=/oauth/token&status=4xx`)
      expect(refused.body['requests']).toMatchObject([
        {
          request: { body: expect.stringContaining('refresh_token=*****') },
          response: { status: 400, body: expect.stringContaining('invalid_grant') },
        },
      ])
    })

    it.each([
      ['broken_json', 'without an access token'],
      ['wrong_shape', 'answered 400 without an access token'],
      ['drop', 'the connection was closed'],
      ['status', 'answered 503 without an access token'],
    ])('come back with the reason when the token address has the fault %s', async (kind, words) => {
      await zis.control(`PUT /_sim/partners/${host}/fault`, { kind, path: '/oauth/token' })
      const end = await signIn(zis, await start())
      expect(end.searchParams.get('error_description')).toContain(words)
      expect((await show()).status).toBe(404)
    })

    it('go without PKCE, unless a switch has ZIS send it', async () => {
      await rewrite({ pkce: 'required' })
      const refused = new URL((await start()).body['redirect_url'] as string)
      const page = await zis.nobody(`GET ${refused.pathname}${refused.search}`)
      expect(locationOf(page).searchParams.get('error')).toBe('invalid_request')

      await zis.control('PUT /_sim/assumptions', { sendsPkce: true })
      const started = await start()
      const asked = new URL(started.body['redirect_url'] as string)
      expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
      const end = await signIn(zis, started)
      expect(end.searchParams.has('verification_token')).toBe(true)
    })
  })
})
