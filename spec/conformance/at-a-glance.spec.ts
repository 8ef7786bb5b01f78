import type { JsonObject } from '../../src/zis/json'
import { postingBundle } from '../fixtures/posting-bundle'
import type { Answer, Send } from '../support/callers'
import { signIn } from '../support/sign-in'
import { describeZis } from './ways'

const registry = '/api/services/zis/registry'

/** The members that the reference shows of each object, whatever their order. */
const shapes = {
  integration: 'name description jwt_public_key zendesk_oauth_client',
  bundle: 'uuid name integration description zendesk_account_id zis_template_version',
  job_spec: 'uuid name integration description event_source event_type flow_name installed',
  oauth_client:
    'uuid integration name client_id client_secret token_url auth_url default_scopes grant_type created_by created_at updated_at',
  oauth_connection:
    'uuid name integration zendesk_account_id access_token refresh_token token_type token_expiry permission_scope oauth_client_uuid oauth_url_subdomain created_by oauth_access_token_response_body created_at updated_at',
  config: 'id scope config integration zendesk_account_id created_at updated_at',
  link: 'id uuid account_id integration link_type left_object right_object created_at updated_at',
  webhook: 'id uuid zendesk_account_id path integration source_system event_type',
  support_client:
    'id identifier name kind user_id company description redirect_uri secret global logo_url url created_at updated_at',
  support_token:
    'url id user_id client_id token scopes created_at used_at expires_at refresh_token refresh_token_expires_at',
  api_key: 'name allowed_domain header_name api_key created_at updated_at',
  basic_auth: 'name allowed_domain username password created_at updated_at',
  bearer_token: 'name allowed_domain token created_at updated_at',
}
const membersOf = (text: string) => text.split(' ').sort()
const has = (object: unknown, text: string) =>
  expect(Object.keys(object as object).sort()).toEqual(membersOf(text))
const first = (body: JsonObject, list: string) => (body[list] as JsonObject[])[0]!

const json = 'application/json; charset=utf-8'
const plain = 'text/plain; charset=utf-8'
const answers = ({ status, headers }: Answer) => [status, headers.get('content-type')]
/** An answer without a body says so by its type as well (zis-api 1.1). */
function isEmpty(answer: Answer, status: number) {
  expect([...answers(answer), answer.text]).toEqual([status, plain, ''])
}

/** Every endpoint of zis-api 15, in its order: how it answers when all is well. */
describeZis('every endpoint at a glance', (zis) => {
  let name: string
  let token: Send
  beforeAll(async () => {
    ;({ name, zisToken: token } = await zis.integration())
  })
  const path = (text: string) => `/api/services/zis/${text.replace('{integration}', name)}`
  const list = async (route: string, key: string, shape: string, more = 'meta') => {
    const answer = await zis.admin(`GET ${route}`)
    expect(answers(answer)).toEqual([200, json])
    has(answer.body, `${key} ${more}`.trim())
    if (more === 'meta') has(answer.body['meta'], 'after before has_more')
    has(first(answer.body, key), shape)
    return answer.body
  }

  it('the registry', async () => {
    const made = await zis.admin(`POST ${registry}/${name}`, { description: 'Sends orders' })
    expect(answers(made)).toEqual([200, json])
    has(made.body, shapes.integration)
    has(made.body['zendesk_oauth_client'], 'id identifier secret')
    const { integrations } = await list(`${registry}/integrations`, 'integrations', shapes.integration, '')
    expect(integrations).toContainEqual(
      expect.objectContaining({
        description: 'Sends orders',
        zendesk_oauth_client: { id: expect.any(Number), identifier: `zis_${name}`, secret: '************' },
      }),
    )

    isEmpty(await zis.admin(`POST ${registry}/${name}/bundles`, postingBundle(name)), 200)
    const { bundles } = await list(`${registry}/${name}/bundles`, 'bundles', shapes.bundle)
    const { uuid } = (bundles as JsonObject[])[0]!
    const shown = await token(`GET ${registry}/${name}/bundles/${String(uuid)}`)
    has(shown.body, `${shapes.bundle} resources`)
    expect(shown.body['resources']).toEqual(postingBundle(name)['resources'])

    const spec = `${registry}/job_specs/install?job_spec_name=zis:${name}:job_spec:on_status_job`
    isEmpty(await token(`POST ${spec}`), 200)
    expect(await list(`${registry}/${name}/job_specs`, 'job_specs', shapes.job_spec)).toMatchObject({
      job_specs: [{ name: 'on_status_job', installed: true, flow_name: `zis:${name}:flow:on_status` }],
    })
    isEmpty(await token(`DELETE ${spec}`), 204)
  })

  it.each([
    ['basic_auth', { username: 'zis', password: 'a-password' }, 'password'],
    ['bearer_token', { token: 'a-token' }, 'token'],
    ['api_key', { header_name: 'x-api-key', api_key: 'a-key' }, 'api_key'],
  ] as const)('connections of the kind %s', async (kind, values, secret) => {
    const base = path('integrations/{integration}/connections')
    const given = { name: `a_${kind}`, allowed_domain: 'erp.example.com', ...values }
    const made = await token(`POST ${base}/${kind}`, given)
    expect(answers(made)).toEqual([201, json])
    has(made.body, kind)
    has(made.body[kind], shapes[kind])
    expect(made.body[kind]).toMatchObject({ ...given, [secret]: '*****' })
    expect((made.body[kind] as JsonObject)['created_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/)
    const one = `${base}/${kind}/a_${kind}`
    expect(await token(`GET ${one}`)).toMatchObject({ status: 200, body: made.body })
    for (const method of ['PUT', 'PATCH']) {
      const changed = await token(`${method} ${one}`, { ...given, allowed_domain: 'other.example.com' })
      expect([changed.status, changed.body]).toMatchObject([
        200,
        { [kind]: { allowed_domain: 'other.example.com' } },
      ])
    }
    const all = await token(`GET ${base}/all`)
    has(all.body, 'api_key basic_auth bearer_token oauth meta')
    has(first(all.body, kind), shapes[kind])
    isEmpty(await token(`DELETE ${one}`), 204)
  })

  it('OAuth clients, a sign-in and its connection', async () => {
    const clients = path('connections/oauth/clients/{integration}')
    await list(clients, 'clients', shapes.oauth_client, '')
    const made = await token(`POST ${clients}`, {
      ...{
        name: 'erp',
        client_id: 'id',
        client_secret: 'a-secret',
        token_url: 'https://erp.example.com/token',
      },
    })
    expect([made.status, Object.keys(made.body)]).toEqual([201, ['uuid']])
    const one = `${clients}/${String(made.body['uuid'])}`
    has((await token(`GET ${one}`)).body, shapes.oauth_client)
    expect(await token(`PATCH ${one}`, { client_secret: 'another' })).toMatchObject({
      status: 200,
      body: { client_secret: '*****' },
    })
    expect((await token(`PUT ${one}`, {})).status).toBe(405)
    isEmpty(await token(`DELETE ${one}`), 204)

    const started = await token(`POST ${path('connections/oauth/start/{integration}')}`, {
      ...{ name: 'zendesk', oauth_client_name: 'zendesk', oauth_url_subdomain: 'acme' },
      origin_oauth_redirect_url: 'https://app.example/page?kept=1',
    })
    expect(answers(started)).toEqual([200, json])
    has(started.body, 'redirect_url flow_token')
    const end = await signIn(zis, started)
    expect([end.origin + end.pathname, [...end.searchParams.keys()]]).toEqual([
      'https://app.example/page',
      ['kept', 'verification_token'],
    ])
    const code = end.searchParams.get('verification_token')
    const exchange = path('connections/oauth/access_codes/{integration}')
    const connection = path('connections/{integration}')
    const exchanged = await token(`GET ${exchange}?verification_code=${code}`)
    has(exchanged.body, shapes.oauth_connection)
    const shown = await token(`GET ${connection}?name=zendesk`)
    expect([shown.status, shown.body]).toEqual([200, exchanged.body])
    expect((await token(`GET ${connection}?uuid=${String(shown.body['uuid'])}`)).body).toEqual(shown.body)
    expect(JSON.parse(String(shown.body['oauth_access_token_response_body']))).toMatchObject({
      access_token: shown.body['access_token'],
    })
    const { oauth } = (await token(`GET ${path('integrations/{integration}/connections/all')}`)).body
    has((oauth as JsonObject[])[0], shapes.oauth_connection)
    expect((await token(`POST ${path('connections/refresh/{integration}')}?name=zendesk`, {})).status).toBe(
      405,
    )
    isEmpty(await token(`DELETE ${connection}?name=zendesk`), 204)
  })

  it('configs', async () => {
    const configs = path('integrations/{integration}/configs')
    expect((await token(`GET ${configs}?filter[scope]=*`)).status).toBe(404)
    const made = await token(`POST ${configs}`, { scope: 'orders:a/b', config: { channel: 'C01' } })
    expect(answers(made)).toEqual([201, json])
    has(made.body, shapes.config)
    expect(made.body['id']).toEqual(expect.any(Number))
    expect(made.body['created_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect((await token(`GET ${configs}?filter[scope]=orders*`)).body).toEqual({
      ...{ configs: [made.body], meta: { has_more: false }, next: null, links: { next: '' } },
    })
    const one = `${configs}/orders%3Aa%2Fb`
    expect(await token(`PUT ${one}`, { scope: 'orders:a/b', config: { a: 1 } })).toMatchObject({
      ...{ status: 200, body: { scope: 'orders:a/b', config: { a: 1 } } },
    })
    const merged = await token(`PATCH ${one}`, { config: { b: 2 } })
    expect(merged).toMatchObject({ status: 200, body: { config: { a: 1, b: 2 } } })
    isEmpty(await token(`DELETE ${one}`), 204)
  })

  it('links', async () => {
    const links = path('links/{integration}')
    const made = await token(`POST ${links}`, {
      link_type: 'ticket_order',
      left_object: { name: '1234567' },
      right_object: { name: 'A-1', metadata: { state: 'open' } },
    })
    expect(answers(made)).toEqual([201, json])
    has(made.body, 'link')
    has(made.body['link'], shapes.link)
    const found = await token(`GET ${links}?link_type=ticket_order&left_object_name=12*`)
    expect(found.body).toMatchObject({ links: [made.body['link']], meta: { has_more: false } })
    const names = 'link_type=ticket_order&left_object_name=1234567&right_object_name='
    expect(await token(`PATCH ${links}?${names}A-1`, { right_object: { name: 'A-2' } })).toMatchObject({
      status: 200,
      body: { link: { right_object: { name: 'A-2' } } },
    })
    isEmpty(await token(`DELETE ${links}?${names}A-2`), 204)
  })

  it('inbound webhooks', async () => {
    const webhooks = path('inbound_webhooks/generic/{integration}')
    const made = await token(`POST ${webhooks}`, { source_system: 'warehouse', event_type: 'order.changed' })
    expect(answers(made)).toEqual([200, json])
    has(made.body, `${shapes.webhook} username password`)
    const { username, password, ...webhook } = made.body
    expect(webhook['id']).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(webhook['path']).toMatch(/^\/api\/services\/zis\/inbound_webhooks\/generic\/ingest\/[\w-]{44}$/)
    const one = `${webhooks}/${String(webhook['uuid'])}`
    expect((await token(`GET ${one}`)).body).toEqual(webhook)
    expect((await zis.admin(`GET ${webhooks}/all`)).body).toEqual({ webhooks: [webhook] })
    const sender = (secret: string) =>
      zis.with({ authorization: `Basic ${btoa(`${String(username)}:${secret}`)}` })
    isEmpty(await sender(String(password))(`POST ${String(webhook['path'])}`, { order: 1 }), 200)
    expect((await sender('wrong')(`POST ${String(webhook['path'])}`, {})).status).toBe(401)
    for (const send of [zis.admin, zis.apiToken, token]) {
      expect((await send(`POST ${String(webhook['path'])}`, {})).status).toBe(401)
    }
    isEmpty(await token(`DELETE ${one}`), 204)
    expect((await sender(String(password))(`POST ${String(webhook['path'])}`, {})).status).toBe(401)
  })

  it('OAuth of the account', async () => {
    const clients = await list(
      '/api/v2/oauth/clients.json',
      'clients',
      shapes.support_client,
      'next_page previous_page count',
    )
    const own = (clients['clients'] as JsonObject[]).find(({ identifier }) => identifier === `zis_${name}`)!
    expect(own).toMatchObject({
      name: 'ZIS Client',
      user_id: -1,
      redirect_uri: ['https://zis.zendesk.com/api/services/zis/connections/oauth/callback'],
      secret: '************',
    })
    has((await zis.admin('GET /api/v2/oauth/clients?page[size]=1')).body, 'clients meta links')
    const secret = await zis.admin(`PUT /api/v2/oauth/clients/${String(own['id'])}/generate_secret.json`)
    expect(secret.body).toMatchObject({ client: { secret: expect.stringMatching(/^[\w-]{20,}$/) } })

    const made = await zis.admin('POST /api/v2/oauth/tokens.json', {
      token: { client_id: own['id'], scopes: ['read', 'write'] },
    })
    expect(answers(made)).toEqual([201, json])
    const minted = made.body['token'] as JsonObject
    has(minted, `${shapes.support_token} full_token`)
    expect(minted['token']).toBe(String(minted['full_token']).slice(0, 10))
    await list('/api/v2/oauth/tokens.json', 'tokens', shapes.support_token, 'next_page previous_page count')
    const one = `/api/v2/oauth/tokens/${String(minted['id'])}.json`
    has((await zis.admin(`GET ${one}`)).body['token'], shapes.support_token)
    const itself = zis.bearer(String(minted['full_token']))
    expect((await itself('GET /api/v2/oauth/tokens/current.json')).body).toMatchObject({
      token: { id: minted['id'] },
    })
    isEmpty(await zis.admin(`DELETE ${one}`), 204)
    expect((await itself(`GET ${registry}/${name}/job_specs`)).status).toBe(401)
  })

  it('the current user, and the settings of the account', async () => {
    const me = await zis.admin('GET /api/v2/users/me.json')
    expect(me.body['user']).toMatchObject({ role: 'admin', authenticity_token: expect.any(String) })
    expect((await zis.apiToken('GET /api/v2/users/me.json')).body['user']).not.toHaveProperty(
      'authenticity_token',
    )
    expect((await zis.nobody('GET /api/v2/users/me.json')).body).toMatchObject({
      user: { id: null, role: 'end-user' },
    })
    for (const send of [zis.admin, zis.agent, zis.apiToken]) {
      expect((await send('GET /api/v2/account/settings.json')).body).toMatchObject({
        settings: { apps: { create_private: true }, api: { api_token_access: true } },
      })
    }
    expect((await zis.nobody('GET /api/v2/account/settings.json')).status).toBe(401)
  })

  it.each([
    ['GET', '/api/v2/oauth/clients.json'],
    ['PUT', '/api/v2/oauth/clients/1/generate_secret.json'],
    ['POST', '/api/v2/oauth/tokens.json'],
    ['GET', '/api/v2/oauth/tokens.json'],
    ['GET', '/api/v2/oauth/tokens/1.json'],
    ['DELETE', '/api/v2/oauth/tokens/1.json'],
  ])('%s %s is for admins, by session, API token or bearer', async (method, route) => {
    const body = method === 'POST' ? { token: { client_id: 1, scopes: [] } } : undefined
    const made = await zis.admin('POST /api/v2/oauth/clients', {
      client: {
        name: 'By hand',
        identifier: `hand_${method}_${route.length}_${Math.floor(route.length / 3)}`,
        kind: 'confidential',
      },
    })
    const { id } = made.body['client'] as { id: number }
    const minted = await zis.admin('POST /api/v2/oauth/tokens', {
      token: { client_id: id, scopes: ['read', 'write'] },
    })
    const bearer = zis.bearer((minted.body['token'] as { full_token: string }).full_token)
    for (const send of [zis.admin, zis.apiToken, bearer]) {
      expect([200, 404, 422]).toContain((await send(`${method} ${route}`, body)).status)
    }
    expect(await zis.agent(`${method} ${route}`, body)).toMatchObject({
      status: 403,
      body: { error: 'Forbidden' },
    })
    expect(await zis.nobody(`${method} ${route}`, body)).toMatchObject({
      status: 401,
      body: { error: "Couldn't authenticate you" },
    })
  })

  it.each([
    [`${registry}/:name/bundles`, 'bundles'],
    [`${registry}/:name/job_specs`, 'job_specs'],
    ['/api/services/zis/integrations/:name/connections/all', 'oauth'],
    ['/api/services/zis/links/:name?link_type=abc&left_object_name=*', 'links'],
  ])('%s takes 1 to 100 a page', async (route, key) => {
    const ask = (query: string) =>
      zis.admin(`GET ${route.replace(':name', name)}${route.includes('?') ? '&' : '?'}${query}`)
    for (const size of ['1', '100']) expect((await ask(`page[size]=${size}`)).body).toHaveProperty(key)
    for (const size of ['0', '-1', '101', 'ten', '']) {
      expect(await ask(`page%5Bsize%5D=${size}`)).toMatchObject({
        status: 400,
        body: { message: 'Bad Request' },
      })
    }
  })
})
