import { zisCallback } from '../../../src/simulator/addresses'
import { keyOf, partsOfKey } from '../../../src/simulator/store/keys'
import { createMemoryStore } from '../../../src/simulator/store/memory'
import type { Store } from '../../../src/simulator/store/store'
import { partnerFilesOf } from '../../support/partner-files'
import { signIn } from '../../support/sign-in'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const day = 24 * 3600
const host = 'id.example.com'
const crm = { host, title: 'CRM', auth: { kind: 'oauth' }, oauth: { refresh_token_seconds: 3 * day } }

/** What signing in leaves behind goes, what is still good stays. */
describe('sign-ins that ended more than seven days ago', () => {
  let store: Store
  let zis: TestZis
  beforeEach(async () => {
    store = createMemoryStore()
    zis = await startSimulator({
      store,
      partnerFiles: partnerFilesOf({ 'integrations/crm/partners/crm.json': crm }).partnerFiles,
    })
    await zis.control('PUT /_sim/assumptions', { zendeskTokensExpire: true })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  const advance = (seconds: number) => zis.control('POST /_sim/clock', { advance_seconds: seconds })
  const start = () =>
    zis.admin('POST /api/services/zis/connections/oauth/start/acme_a', {
      name: 'zendesk',
      oauth_client_name: 'zendesk',
      oauth_url_subdomain: 'acme',
      permission_scopes: 'read',
      origin_oauth_redirect_url: 'https://app.example/',
    })
  const show = () => zis.admin('GET /api/services/zis/connections/acme_a?name=zendesk')
  const kept = () => ({
    flows: store.table('oauth_flows').count(),
    verification: store.table('verification_codes').count(),
    codes: store.table('support_codes').count(),
    tokens: store.table('support_tokens').count(),
    spent: store.table('spent_refresh_tokens').count(),
  })
  const ofPartner = () =>
    store
      .table('partners')
      .list()
      .map(([key]) => partsOfKey(key)[1])
      .filter((kind) => kind !== 'secret')
      .sort()

  it('are deleted; a connection that can be renewed still is', async () => {
    await start()
    await signIn(zis, await start())
    await advance(3600)
    const before = (await show()).body['access_token']
    expect(kept()).toEqual({ flows: 1, verification: 1, codes: 1, tokens: 1, spent: 1 })
    await advance(7 * day - 7200)
    expect(kept()).toEqual({ flows: 1, verification: 1, codes: 1, tokens: 1, spent: 1 })
    await advance(3 * 3600)
    expect(kept()).toEqual({ flows: 0, verification: 0, codes: 0, tokens: 1, spent: 0 })
    const after = (await show()).body['access_token']
    expect([after === before, typeof after]).toEqual([false, 'string'])
  })

  it('are deleted with tokens that nobody can renew; those without an end stay', async () => {
    const { body } = await zis.admin('GET /api/v2/oauth/clients.json')
    const [{ id } = { id: 0 }] = body['clients'] as Array<{ id: number }>
    const mint = (more: object) =>
      zis.admin('POST /api/v2/oauth/tokens.json', { token: { client_id: id, scopes: ['read'], ...more } })
    await mint({ expires_in: 60 })
    await zis.control('PUT /_sim/assumptions', { zendeskTokensExpire: false })
    const { full_token: lasting } = (await mint({})).body['token'] as { full_token: string }
    await advance(8 * day)
    expect(kept().tokens).toBe(1)
    expect((await zis.bearer(lasting)('GET /api/v2/oauth/tokens/current')).status).toBe(200)
  })

  it('are deleted of partners, too: consents, codes and tokens', async () => {
    const { body } = await zis.control(`GET /_sim/partners/${host}`)
    const { credentials } = body['partner'] as { credentials: Array<{ label: string; value: string }> }
    const find = (wanted: string) => credentials.find(({ label }) => label === wanted)!.value
    const path = `/partners/${host}/oauth/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: find('Client ID'),
      redirect_uri: zisCallback,
    })}`
    const token = (form: Record<string, string>) =>
      zis.nobody(
        `POST /partners/${host}/oauth/token`,
        new URLSearchParams({
          client_id: find('Client ID'),
          client_secret: find('Client secret'),
          redirect_uri: zisCallback,
          ...form,
        }),
      )
    const agree = async () => {
      const ticket = /name="ticket" value="([^"]*)"/.exec((await zis.nobody(`GET ${path}`)).text)![1]!
      const form = new URLSearchParams({ choice: 'allow', ticket })
      const { headers } = await zis.nobody(`POST ${path}`, form)
      return new URL(headers.get('location')!).searchParams.get('code')!
    }
    await zis.nobody(`GET ${path}`)
    await agree()
    const given = await token({ grant_type: 'authorization_code', code: await agree() })
    await token({ grant_type: 'refresh_token', refresh_token: String(given.body['refresh_token']) })
    const all = ['code', 'consent', 'token', 'token', 'token', 'token', 'used_code']
    expect(ofPartner()).toEqual(all)
    await advance(7 * day)
    expect(ofPartner()).toEqual(all)
    // The refresh token that was not used was good for three days, and the access tokens for an hour.
    await advance(2 * 3600)
    expect(ofPartner()).toEqual(['token'])
    await advance(3 * day)
    expect(ofPartner()).toEqual([])
  })

  it('are deleted in portions, so that requests are answered in between', async () => {
    const flow = { ...store.table('oauth_flows').list()[0]?.[1], expires_at: zis.clock.now() }
    for (let number = 0; number < 1200; number += 1) {
      store.table('oauth_flows').put(keyOf(number), flow as never)
    }
    await advance(8 * day)
    expect(kept().flows).toBeGreaterThan(600)
    while (kept().flows > 0) await new Promise(setImmediate)
  })

  it('are told from sessions that somebody uses, also when the clock jumps', async () => {
    await zis.control('POST /_sim/session', { user_id: 9002 })
    const before = store.table('sessions').count()
    await advance(30 * day)
    expect((await zis.admin('GET /_sim/session')).status).toBe(200)
    await advance(2 * 3600)
    expect((await zis.admin('GET /_sim/session')).status).toBe(200)
    expect(before).toBeGreaterThan(1)
    expect(store.table('sessions').count()).toBe(1)
  })
})
