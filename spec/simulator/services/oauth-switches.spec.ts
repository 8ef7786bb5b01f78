import type { JsonObject } from '../../../src/zis/json'
import type { Answer } from '../../support/callers'
import { recordingPartner } from '../../support/recording-partner'
import { signIn } from '../../support/sign-in'
import { startSimulator, type TestZis } from '../../support/start-simulator'
import { switchTurner } from '../../support/turn-switches'

const clients = '/api/services/zis/connections/oauth/clients/acme_a'
const connection = '/api/services/zis/connections/acme_a'

/** What is open about OAuth clients and sign-ins: each switch in both positions. */
describe('switches of OAuth', () => {
  let zis: TestZis
  let n = 0
  const provider = recordingPartner('erp.example.com', () =>
    Response.json({ access_token: 'a-token-of-the-erp', token_type: 'bearer' }),
  )
  beforeAll(async () => {
    zis = await startSimulator({ partners: () => [provider.partner] })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  beforeEach(() => {
    n += 1
    provider.received.length = 0
  })
  afterAll(() => zis.stop())

  const { turn, both } = switchTurner(() => zis)
  const client = (more: JsonObject = {}) =>
    zis.admin(`POST ${clients}`, {
      name: `erp${n}`,
      client_id: 'erp-client',
      client_secret: 'a-secret-of-erp',
      auth_url: 'https://erp.example.com/authorize',
      token_url: 'https://erp.example.com/token',
      default_scopes: 'orders',
      ...more,
    })
  const start = (more: JsonObject = {}) =>
    zis.admin('POST /api/services/zis/connections/oauth/start/acme_a', {
      name: `sign_in${n}`,
      oauth_client_name: `erp${n}`,
      origin_oauth_redirect_url: 'https://app.example/',
      ...more,
    })
  /** What the provider is asked for. */
  const asked = ({ body }: Answer) => new URL(String(body['redirect_url'])).searchParams
  /** Comes back from the provider, which nobody has to walk through: where the browser ends up. */
  async function comeBack(started: Answer, answer = 'code=a-code'): Promise<URL> {
    const state = asked(started).get('state')
    const back = await zis.nobody(`GET /api/services/zis/connections/oauth/callback?${answer}&state=${state}`)
    return new URL(back.headers.get('location')!)
  }
  const show = (query = `name=sign_in${n}`) => zis.admin(`GET ${connection}?${query}`)
  const withUuid = async () => String((await show()).body['uuid'])

  it('oauthClientNamesUnique: one of each name, or several', async () => {
    await client()
    const [taken, made] = await both({ oauthClientNamesUnique: false }, client)
    expect([taken.status, made.status]).toEqual([409, 201])
  })

  it('createdOAuthClient: the uuid alone, or the client with its secret masked', async () => {
    const [short, whole] = await both({ createdOAuthClient: 'client' }, () => {
      n += 1
      return client()
    })
    expect(short.body).toEqual({ uuid: expect.any(String) })
    expect(whole).toMatchObject({
      status: 201,
      body: { uuid: expect.any(String), name: `erp${n}`, client_secret: '*****' },
    })
  })

  it('oauthClientIsWrapped: when it is shown and when it was changed', async () => {
    const { uuid } = (await client()).body
    const [plain, wrapped] = await both({ oauthClientIsWrapped: true }, () =>
      zis.admin(`GET ${clients}/${String(uuid)}`),
    )
    expect(plain.body).toMatchObject({ uuid })
    expect(wrapped.body).toMatchObject({ client: { uuid } })
    const changed = await zis.admin(`PATCH ${clients}/${String(uuid)}`, { default_scopes: 'all' })
    expect(changed).toMatchObject({ status: 200, body: { client: { uuid, default_scopes: 'all' } } })
  })

  it('startOverridesGrant: what the start asks for counts, or what the client says', async () => {
    await client({ grant_type: 'client_credentials' })
    const [asAsked, asClient] = await both({ startOverridesGrant: false }, () =>
      start({ grant_type: 'authorization_code' }),
    )
    expect(new URL(String(asAsked.body['redirect_url'])).pathname).toBe('/partners/erp.example.com/authorize')
    expect(new URL(String(asClient.body['redirect_url'])).pathname).toMatch(/\/oauth\/access_codes\/acme_a$/)
  })

  it('offlineAccess: a parameter, a scope, or nothing', async () => {
    await client()
    const parameters = async () => {
      const found = asked(await start({ allow_offline_access: true }))
      return [found.get('access_type'), found.get('scope')]
    }
    expect(await parameters()).toEqual(['offline', 'orders'])
    await turn({ offlineAccess: 'scope' })
    expect(await parameters()).toEqual([null, 'orders offline_access'])
    expect(asked(await start()).get('scope')).toBe('orders')
    await turn({ offlineAccess: 'nothing' })
    expect(await parameters()).toEqual([null, 'orders'])
  })

  it('signInNameTaken: by a connection of another kind', async () => {
    await client()
    await zis.admin('POST /api/services/zis/integrations/acme_a/connections/bearer_token', {
      ...{ name: `sign_in${n}`, token: 'a-token', allowed_domain: 'erp.example.com' },
    })
    const [conflict, bad] = await both({ signInNameTaken: 400 }, () => start())
    expect([conflict.status, bad.status]).toEqual([409, 400])
  })

  it('reconnect: the same name again replaces the tokens, or is refused', async () => {
    await client()
    await comeBack(await start())
    const [again, refused] = await both({ reconnect: 'refused' }, () => start())
    expect([again.status, refused.status]).toEqual([200, 409])
  })

  it('reconnectKeepsUuid: as it was, or another one', async () => {
    await client()
    await comeBack(await start())
    const first = await withUuid()
    await comeBack(await start())
    expect(await withUuid()).toBe(first)
    await turn({ reconnectKeepsUuid: false })
    await comeBack(await start())
    expect(await withUuid()).not.toBe(first)
  })

  it('flowTokenIsState: the same text, or two', async () => {
    await client()
    const [same, other] = await both({ flowTokenIsState: false }, () => start())
    expect(same.body['flow_token']).toBe(asked(same).get('state'))
    expect(other.body['flow_token']).not.toBe(asked(other).get('state'))
    expect(other.body['flow_token']).toEqual(expect.any(String))
  })

  it('clientSecretIn: the body of the request for a token, or its header', async () => {
    await client()
    await comeBack(await start())
    await turn({ clientSecretIn: 'header' })
    await comeBack(await start())
    const [inBody, inHeader] = provider.received
    expect(inBody!.headers).not.toHaveProperty('authorization')
    expect(new URLSearchParams(inBody!.body).get('client_secret')).toBe('a-secret-of-erp')
    expect(inHeader!.headers).toMatchObject({ authorization: `Basic ${btoa('erp-client:a-secret-of-erp')}` })
    expect(inHeader!.body).not.toContain('a-secret-of-erp')
    expect((await zis.control('GET /_sim/outbound?limit=500')).text).not.toMatch(
      new RegExp(`a-secret-of-erp|${btoa('erp-client:a-secret-of-erp')}`),
    )
  })

  it('signInFailure: with the reason, or without a word', async () => {
    await client()
    const denied = async () => [...(await comeBack(await start(), 'error=access_denied')).searchParams.keys()]
    expect(await denied()).toEqual(['error', 'error_description'])
    await turn({ signInFailure: 'nothing' })
    expect(await denied()).toEqual([])
  })

  it('verificationCodeLife: ten minutes, or one', async () => {
    await client()
    const exchanged = async () => {
      const code = (await comeBack(await start())).searchParams.get('verification_token')
      zis.clock.advance(61_000)
      return (
        await zis.admin(
          `GET /api/services/zis/connections/oauth/access_codes/acme_a?verification_code=${code}`,
        )
      ).status
    }
    expect(await exchanged()).toBe(200)
    await turn({ verificationCodeLife: 60 })
    expect(await exchanged()).toBe(400)
  })

  it('connectionNotNamed, connectionNamedTwice: asked for by nothing, or by both', async () => {
    await client()
    await comeBack(await start())
    const twice = `name=sign_in${n}&uuid=${await withUuid()}`
    expect([(await show('')).status, (await show(twice)).status]).toEqual([400, 400])
    await turn({ connectionNotNamed: 404, connectionNamedTwice: 'name' })
    expect([(await show('')).status, (await show(twice)).status]).toEqual([404, 200])
  })

  it('noTokenExpiry: nothing, or the first second of year 1', async () => {
    await client()
    await comeBack(await start())
    const [empty, zero] = await both({ noTokenExpiry: '0001-01-01T00:00:00Z' }, () => show())
    expect([empty.body['token_expiry'], zero.body['token_expiry']]).toEqual(['', '0001-01-01T00:00:00Z'])
    const { body } = await zis.admin(
      'GET /api/services/zis/integrations/acme_a/connections/all?page[size]=100',
    )
    expect(body['oauth']).toContainEqual(
      expect.objectContaining({ name: `sign_in${n}`, token_expiry: '0001-01-01T00:00:00Z' }),
    )
  })

  it('oauthRowTimes: in the list of all', async () => {
    await client()
    await comeBack(await start())
    const rows = await both({ oauthRowTimes: false }, () =>
      zis.admin('GET /api/services/zis/integrations/acme_a/connections/all?page[size]=100'),
    )
    const [first, second] = rows.map(({ body }) => (body['oauth'] as JsonObject[])[0])
    expect(first).toMatchObject({ created_at: expect.any(String), updated_at: expect.any(String) })
    expect(Object.keys(second!)).toEqual(
      Object.keys(first!).filter((name) => !['created_at', 'updated_at'].includes(name)),
    )
  })

  it('are of no matter to a sign-in to Zendesk itself', async () => {
    await turn({ offlineAccess: 'scope', flowTokenIsState: false, noTokenExpiry: '0001-01-01T00:00:00Z' })
    const end = await signIn(zis, await start({ oauth_client_name: 'zendesk', oauth_url_subdomain: 'acme' }))
    expect(end.searchParams.has('verification_token')).toBe(true)
  })
})
