import { postingBundle } from '../fixtures/posting-bundle'
import { messagesIn, slackState } from '../support/install-slack-status'
import { signIn } from '../support/sign-in'
import type { Send } from '../support/callers'
import { startSimulator, type TestZis } from '../support/start-simulator'

/** The walk-through of zis-api section 2, by curl's means only: an API token and a ZIS token. */
describe('an integration from nothing, with API token and ZIS token', () => {
  let zis: TestZis
  let zisToken: Send
  beforeAll(async () => {
    zis = await startSimulator()
  })
  afterAll(() => zis.stop())

  it('begins with an admin', async () => {
    const { body } = await zis.apiToken('GET /api/v2/users/me.json')
    expect(body).toMatchObject({ user: { role: 'admin', email: 'admin@example.com' } })
  })

  it('creates the integration, its key pair and both its OAuth clients', async () => {
    const { status, body } = await zis.apiToken('POST /api/services/zis/registry/acme_posting', {
      description: 'Posts messages',
    })
    expect(status).toBe(200)
    expect(body['jwt_public_key']).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
    expect(body['zendesk_oauth_client']).toMatchObject({ identifier: 'zis_acme_posting' })
  })

  it('finds the client of the account and mints a ZIS token with it', async () => {
    const { body } = await zis.apiToken('GET /api/v2/oauth/clients.json')
    const clients = body['clients'] as Array<{ id: number; identifier: string; secret: string }>
    const client = clients.find(({ identifier }) => identifier === 'zis_acme_posting')!
    expect(client.secret).toBe('************')
    const made = await zis.apiToken('POST /api/v2/oauth/tokens.json', {
      token: { client_id: client.id, scopes: ['read', 'write'] },
    })
    expect(made.status).toBe(201)
    const { full_token } = made.body['token'] as { full_token: string }
    zisToken = zis.bearer(full_token)
    expect((await zisToken('GET /api/services/zis/registry/acme_posting/job_specs')).status).toBe(200)
  })

  it('registers Slack’s OAuth client beside the one of Zendesk', async () => {
    const { client_id, client_secret } = (await slackState(zis)).app
    const made = await zisToken('POST /api/services/zis/connections/oauth/clients/acme_posting', {
      name: 'slack',
      client_id,
      client_secret,
      auth_url: 'https://slack.com/oauth/v2/authorize',
      token_url: 'https://slack.com/api/oauth.v2.access',
      default_scopes: 'chat:write',
    })
    expect(made).toMatchObject({ status: 201, body: { uuid: expect.any(String) } })
    const { body } = await zisToken('GET /api/services/zis/connections/oauth/clients/acme_posting')
    const named = Object.fromEntries(
      (body['clients'] as Array<{ name: string }>).map((client) => [client.name, client]),
    )
    expect(named).toMatchObject({
      zendesk: { client_id: 'zis_acme_posting', client_secret: '*****' },
      slack: { client_secret: '*****' },
    })
  })

  it.each(['zendesk', 'slack'])(
    'signs in to %s and proves it with the verification token',
    async (system) => {
      const start = await zisToken('POST /api/services/zis/connections/oauth/start/acme_posting', {
        name: system,
        oauth_client_name: system,
        oauth_url_subdomain: 'acme',
        origin_oauth_redirect_url: 'https://app.example/page?kept=1',
      })
      const end = await signIn(zis, start)
      expect(end.origin + end.pathname).toBe('https://app.example/page')
      expect(end.searchParams.get('kept')).toBe('1')
      const code = end.searchParams.get('verification_token')
      const shown = await zisToken(
        `GET /api/services/zis/connections/oauth/access_codes/acme_posting?verification_code=${code}`,
      )
      expect(shown).toMatchObject({ status: 200, body: { name: system, uuid: expect.any(String) } })
      expect(shown.body['access_token']).toEqual(expect.any(String))
    },
  )

  it('lists both connections with their tokens masked', async () => {
    const { body } = await zisToken('GET /api/services/zis/integrations/acme_posting/connections/all')
    expect(body['oauth']).toMatchObject([
      { name: 'slack', access_token: '*****', permission_scope: 'chat:write' },
      { name: 'zendesk', access_token: '*****', oauth_url_subdomain: 'acme' },
    ])
    expect(body).toMatchObject({ api_key: [], basic_auth: [], bearer_token: [], meta: { has_more: false } })
  })

  it('keeps its settings', async () => {
    const made = await zisToken('POST /api/services/zis/integrations/acme_posting/configs', {
      scope: 'posting',
      config: { channel: '#support' },
    })
    expect(made).toMatchObject({ status: 201, body: { scope: 'posting', config: { channel: '#support' } } })
  })

  it('takes the bundle with the API token, not with the ZIS token', async () => {
    const bundle = postingBundle('acme_posting')
    const refused = await zisToken('POST /api/services/zis/registry/acme_posting/bundles', bundle)
    expect(refused).toMatchObject({
      status: 401,
      text: 'Authorization failed due to OAuth being disabled for this API request',
    })
    const taken = await zis.apiToken('POST /api/services/zis/registry/acme_posting/bundles', bundle)
    expect(taken).toMatchObject({ status: 200, text: '' })
  })

  it('installs the job spec and reads it back', async () => {
    const install =
      'POST /api/services/zis/registry/job_specs/install?job_spec_name=zis%3Aacme_posting%3Ajob_spec%3Aon_status_job'
    expect(await zisToken(install)).toMatchObject({ status: 200, text: '' })
    const { body } = await zisToken('GET /api/services/zis/registry/acme_posting/job_specs')
    expect(body['job_specs']).toMatchObject([{ name: 'on_status_job', installed: true }])
  })

  it('posts a message when a ticket changes its status', async () => {
    await zis.apiToken('PUT /api/v2/tickets/1.json', { ticket: { status: 'open' } })
    expect(await zis.settle()).toMatchObject({ settled: true })

    expect(await messagesIn(zis, 'support')).toEqual(['Ticket 1 is open'])
    const { body } = await zis.control('GET /_sim/runs')
    expect(body['runs']).toMatchObject([
      { integration: 'acme_posting', status: 'succeeded', result: 'Posted for ticket 1', attempts: 1 },
    ])
  })

  it('stops posting once the job spec is uninstalled', async () => {
    const uninstall =
      'DELETE /api/services/zis/registry/job_specs/install?job_spec_name=zis%3Aacme_posting%3Ajob_spec%3Aon_status_job'
    expect((await zisToken(uninstall)).status).toBe(204)
    await zis.apiToken('PUT /api/v2/tickets/1.json', { ticket: { status: 'pending' } })
    await zis.settle()
    expect(await messagesIn(zis, 'support')).toEqual(['Ticket 1 is open'])
  })
})
