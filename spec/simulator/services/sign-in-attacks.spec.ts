import type { JsonObject } from '../../../src/zis/json'
import { hashOf } from '../../../src/simulator/vault'
import type { Answer } from '../../support/callers'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const callback = '/api/services/zis/connections/oauth/callback'
const here = 'https://app.example/back'

/** What somebody tries who has a state, a code or a link, but not the admin's sign-in (RFC 9700). */
describe('a sign-in through ZIS', () => {
  let zis: TestZis
  let whileAsked: () => Promise<unknown>
  const provider = recordingPartner('erp.example.com', async () => {
    await whileAsked()
    return Response.json({ access_token: 'a-token-of-the-erp', token_type: 'bearer' })
  })
  beforeEach(async () => {
    whileAsked = () => Promise.resolve()
    provider.received.length = 0
    zis = await startSimulator({ partners: () => [provider.partner] })
    for (const integration of ['acme_a', 'acme_b']) {
      await zis.admin(`POST /api/services/zis/registry/${integration}`, {})
      await addClient({}, integration)
    }
  })
  afterEach(() => zis.stop())

  const addClient = (more: JsonObject = {}, integration = 'acme_a') =>
    zis.admin(`POST /api/services/zis/connections/oauth/clients/${integration}`, {
      name: 'erp',
      client_id: `client-of-${integration}`,
      client_secret: 'a-secret-of-erp',
      auth_url: 'https://erp.example.com/authorize',
      token_url: 'https://erp.example.com/token',
      ...more,
    })
  const start = (more: JsonObject = {}, integration = 'acme_a') =>
    zis.admin(`POST /api/services/zis/connections/oauth/start/${integration}`, {
      name: 'erp',
      oauth_client_name: 'erp',
      origin_oauth_redirect_url: here,
      ...more,
    })
  const asked = ({ body }: Answer) => new URL(String(body['redirect_url'])).searchParams
  const stateOf = (started: Answer) => asked(started).get('state')!
  const comeBack = (state: string, more = 'code=a-code') =>
    zis.nobody(`GET ${callback}?${more}&state=${encodeURIComponent(state)}`)
  const tokenOf = ({ headers }: Answer) =>
    new URL(headers.get('location')!).searchParams.get('verification_token')!
  const prove = (code: string, integration = 'acme_a') =>
    zis.admin(`GET /api/services/zis/connections/oauth/access_codes/${integration}?verification_code=${code}`)
  const show = (integration = 'acme_a') =>
    zis.admin(`GET /api/services/zis/connections/${integration}?name=erp`)
  const forms = () => provider.received.map(({ body }) => new URLSearchParams(body))

  it('takes a state once, also from two who come back at the same moment', async () => {
    const state = stateOf(await start())
    const answers = await Promise.all([comeBack(state, 'code=mine'), comeBack(state, 'code=theirs')])
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 400])
    expect(provider.received).toHaveLength(1)
  })

  it.each(['', 'x', '__proto__', 'constructor'])('knows no state %j', async (state) => {
    const answer = await comeBack(state)
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
    expect((await zis.nobody(`GET ${callback}?code=a-code`)).status).toBe(400)
  })

  it('sends a code to the client whose state it comes with, and to no other', async () => {
    const state = stateOf(await start())
    await start({}, 'acme_b')
    await comeBack(state)
    expect(forms().map((form) => form.get('client_id'))).toEqual(['client-of-acme_a'])
    expect([(await show()).status, (await show('acme_b')).status]).toEqual([200, 404])
  })

  it('shows what a verification token stands for to its own integration only, for ten minutes', async () => {
    const code = tokenOf(await comeBack(stateOf(await start())))
    expect((await prove(code, 'acme_b')).status).toBe(400)
    expect((await zis.nobody(`GET ${accessCode(code)}`)).status).toBe(401)
    const other = await tokenFor('acme_b')
    expect((await other(`GET ${accessCode(code)}`)).status).toBe(401)
    expect((await prove(code)).status).toBe(200)
    zis.clock.advance(10 * 60_000)
    expect((await prove(code)).status).toBe(400)
  })
  const accessCode = (code: string) =>
    `/api/services/zis/connections/oauth/access_codes/acme_a?verification_code=${code}`
  async function tokenFor(integration: string) {
    const { body } = await zis.admin('GET /api/v2/oauth/clients.json')
    const { id } = (body['clients'] as Array<{ id: number; identifier: string }>).find(
      ({ identifier }) => identifier === `zis_${integration}`,
    )!
    const made = await zis.admin('POST /api/v2/oauth/tokens.json', {
      token: { client_id: id, scopes: ['read', 'write', 'zis:read', 'zis:write'] },
    })
    return zis.bearer((made.body['token'] as { full_token: string }).full_token)
  }

  it.each([
    'http://evil.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1@evil.example/',
    '//evil.example/',
    '/evil',
    'data:text/html,x',
    'javascript://localhost/%0aalert(1)',
  ])('does not begin with a way back to %s', async (address) => {
    expect((await start({ origin_oauth_redirect_url: address })).status).toBe(400)
  })

  it.each([
    'redirect_uri=https://evil.example/',
    'origin_oauth_redirect_url=https://evil.example/',
    'return_to=//evil.example/',
    'iss=https://evil.example/',
  ])('ends where it began, whatever the way back brings: %s', async (parameter) => {
    const state = stateOf(await start())
    const { headers } = await comeBack(state, `code=a-code&${parameter}`)
    const { origin, pathname, searchParams } = new URL(headers.get('location')!)
    expect([origin + pathname, [...searchParams.keys()]]).toEqual([here, ['verification_token']])
  })

  it('tells what the provider says as data: no header, no page of its own', async () => {
    const words = encodeURIComponent('no\r\nSet-Cookie: a=b <script>alert(1)</script>')
    const told = await comeBack(stateOf(await start()), `error=access_denied&error_description=${words}`)
    expect(told.headers.get('set-cookie')).toBeNull()
    expect(new URL(told.headers.get('location')!).searchParams.get('error_description')).toContain('<script>')

    const nowhere = stateOf(await start({ origin_oauth_redirect_url: '' }))
    const shown = await comeBack(nowhere, `error=access_denied&error_description=${words}`)
    expect([shown.status, shown.headers.get('set-cookie')]).toEqual([400, null])
    expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['javascript://localhost/%0aalert(1)', 'data:text/html,x', 'file://localhost/etc'])(
    'does not lead to %s, whoever made it the address of a client',
    async (auth_url) => {
      await addClient({ name: 'odd', auth_url })
      const { status, text } = await start({ oauth_client_name: 'odd' })
      expect([status, text]).toEqual([400, expect.stringContaining('auth_url is no web address')])
    },
  )

  it('asks with its own state, client and way back, whatever stands in the client’s address', async () => {
    const auth_url =
      'https://erp.example.com/authorize?state=theirs&client_id=theirs&redirect_uri=https://evil.example/'
    await addClient({ name: 'odd', auth_url })
    const found = asked(await start({ oauth_client_name: 'odd' }))
    expect(found.getAll('redirect_uri')).toEqual([`https://zis.zendesk.com${callback}`])
    expect(found.getAll('client_id')).toEqual(['client-of-acme_a'])
    expect(found.getAll('state')).toEqual([expect.stringMatching(/^[\w-]{20,}$/)])
  })

  it('proves with PKCE that whoever began it ends it: each sign-in has a verifier of its own', async () => {
    await zis.control('PUT /_sim/assumptions', { sendsPkce: true })
    const [first, second] = [asked(await start()), asked(await start({ name: 'other' }))]
    await comeBack(first.get('state')!)
    await comeBack(second.get('state')!)
    const verifiers = forms().map((form) => form.get('code_verifier')!)
    expect(await Promise.all(verifiers.map((one) => hashOf(one)))).toEqual(
      [first, second].map((one) => one.get('code_challenge')),
    )
    expect(new Set(verifiers).size).toBe(2)
  })

  it('keeps no connection of a client that was deleted while the provider was asked', async () => {
    const { body } = await zis.admin('GET /api/services/zis/connections/oauth/clients/acme_a')
    const { uuid } = (body['clients'] as Array<{ uuid: string; name: string }>).find(
      ({ name }) => name === 'erp',
    )!
    whileAsked = () => zis.admin(`DELETE /api/services/zis/connections/oauth/clients/acme_a/${uuid}`)
    const { headers } = await comeBack(stateOf(await start()))
    expect(new URL(headers.get('location')!).searchParams.get('error')).toBe('server_error')
    expect((await show()).status).toBe(404)
  })

  describe('that makes its connection at the access code', () => {
    beforeEach(() => zis.control('PUT /_sim/assumptions', { keepsConnectionAt: 'access_codes' }))

    it('sends the provider’s code once, however many ask at the same moment', async () => {
      const code = tokenOf(await comeBack(stateOf(await start())))
      const answers = await Promise.all([prove(code), prove(code), prove(code)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(provider.received).toHaveLength(1)
    })

    it('never sends a code again that the provider has refused', async () => {
      whileAsked = () => Promise.reject(new Error('the provider is down'))
      const code = tokenOf(await comeBack(stateOf(await start())))
      expect([(await prove(code)).status, (await prove(code)).status]).toEqual([400, 400])
      expect(provider.received).toHaveLength(1)
    })

    it('opens a verification token once where the switch says so, also to two at once', async () => {
      await zis.control('PUT /_sim/assumptions', { verificationCodeReusable: false })
      const code = tokenOf(await comeBack(stateOf(await start())))
      const answers = await Promise.all([prove(code), prove(code)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    })
  })

  it('never takes over a session that somebody else has chosen', async () => {
    const chosen = '_zendesk_session=chosen-by-somebody-else'
    expect((await zis.with({ cookie: chosen })('GET /_sim/session')).status).toBe(401)
    const opened = await zis.with({
      cookie: chosen,
      authorization: `Bearer ${zis.simulator.controlToken}`,
    })('POST /_sim/session', { user_id: 9001 })
    const cookie = opened.headers.get('set-cookie')!
    expect(cookie).toMatch(/^_zendesk_session=[\w-]{40,};/)
    expect((await zis.with({ cookie: chosen })('GET /_sim/session')).status).toBe(401)
  })
})
