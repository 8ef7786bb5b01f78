import type { JsonObject } from '../../src/zis/json'
import { postingBundle } from '../fixtures/posting-bundle'
import type { Answer, Send } from '../support/callers'
import { signIn } from '../support/sign-in'
import { describeZis } from './ways'

const integrations = '/api/services/zis/integrations'
const clients = '/api/services/zis/connections/oauth/clients'
const registry = '/api/services/zis/registry'

/** Switches of the wire; what is asked for a second time is answered differently. */
describeZis('switches of the wire', (zis) => {
  let name: string
  let zisToken: Send
  /** One integration for all: its keys take long to make. What a test makes in it has a number of its own. */
  let shared: { name: string; zisToken: Send }
  let n = 0
  beforeAll(async () => {
    shared = await zis.integration()
  })
  beforeEach(() => {
    ;({ name, zisToken } = shared)
    n += 1
  })
  const fresh = async () => {
    ;({ name, zisToken } = await zis.integration())
  }

  const turn = (switches: Record<string, unknown>) => zis.turn(switches)
  const ok = (answer: Answer) => {
    if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
    return answer
  }
  const upload = async () => ok(await zis.admin(`POST ${registry}/${name}/bundles`, postingBundle(name)))
  const spec = () => `${registry}/job_specs/install?job_spec_name=zis:${name}:job_spec:on_status_job`
  const client = (more: JsonObject = {}) =>
    zis.admin(`POST ${clients}/${name}`, {
      name: `erp${n}`,
      client_id: 'id',
      client_secret: 'a-secret-of-erp',
      token_url: 'https://erp.example/token',
      ...more,
    })
  const clientUuid = async () => String(ok(await client()).body['uuid'])
  const config = (scope = `orders${n}`, values: JsonObject = { a: { b: 1 } }) =>
    zis.admin(`POST ${integrations}/${name}/configs`, { scope, config: values })
  const link = () =>
    zis.admin(`POST /api/services/zis/links/${name}`, {
      link_type: 'order',
      left_object: { name: `left${n}` },
      right_object: { name: 'right' },
    })
  const named = () => `link_type=order&left_object_name=left${n}&right_object_name=right`
  const webhook = () =>
    zis.admin(`POST /api/services/zis/inbound_webhooks/generic/${name}`, {
      source_system: 'erp',
      event_type: 'changed',
    })
  const typed = () =>
    zis.admin(`POST ${integrations}/${name}/connections/bearer_token`, {
      name: `typed${n}`,
      token: 'a-token',
      allowed_domain: 'erp.example',
    })
  const start = (more: JsonObject = {}) =>
    zis.admin(`POST /api/services/zis/connections/oauth/start/${name}`, {
      name: 'zendesk',
      oauth_client_name: 'zendesk',
      oauth_url_subdomain: 'acme',
      origin_oauth_redirect_url: 'https://app.example/',
      ...more,
    })
  const nothing = () => Promise.resolve(undefined)

  /** [switch, its other position, what has to be there, the call, its status before and after] */
  const statuses: Array<
    [string, unknown, () => Promise<unknown>, (made: unknown) => Promise<Answer>, number, number]
  > = [
    ['oauthClientCreated', 200, nothing, () => client(), 201, 200],
    [
      'oauthClientChanged',
      204,
      clientUuid,
      (uuid) => zis.admin(`PATCH ${clients}/${name}/${String(uuid)}`, { default_scopes: 'x' }),
      200,
      204,
    ],
    [
      'oauthClientDeleted',
      200,
      clientUuid,
      (uuid) => zis.admin(`DELETE ${clients}/${name}/${String(uuid)}`),
      204,
      200,
    ],
    [
      'oauthClientPut',
      true,
      clientUuid,
      (uuid) => zis.admin(`PUT ${clients}/${name}/${String(uuid)}`, { default_scopes: 'x' }),
      405,
      200,
    ],
    ['oauthClientNameTaken', 422, client, () => client(), 409, 422],
    [
      'oauthConnectionDeleted',
      200,
      async () => signIn(zis, await start()),
      () => zis.admin(`DELETE /api/services/zis/connections/${name}?name=zendesk`),
      204,
      200,
    ],
    [
      'clientCredentialsGrant',
      false,
      () => client({ grant_type: 'client_credentials' }),
      () => start({ name: `erp${n}`, oauth_client_name: `erp${n}` }),
      200,
      400,
    ],
    [
      'typedConnectionChanged',
      204,
      typed,
      () => zis.admin(`PATCH ${integrations}/${name}/connections/bearer_token/typed${n}`, { token: 'b' }),
      200,
      204,
    ],
    [
      'basicAuthConnections',
      false,
      nothing,
      () =>
        zis.admin(`POST ${integrations}/${name}/connections/basic_auth`, {
          name: `basic${n}`,
          username: 'u',
          password: 'p',
          allowed_domain: 'erp.example',
        }),
      201,
      404,
    ],
    ['configCreated', 200, nothing, () => config(), 201, 200],
    [
      'configChanged',
      204,
      config,
      () => zis.admin(`PUT ${integrations}/${name}/configs/orders${n}`, { config: {} }),
      200,
      204,
    ],
    [
      'configDeleted',
      200,
      config,
      () => zis.admin(`DELETE ${integrations}/${name}/configs/orders${n}`),
      204,
      200,
    ],
    [
      'scopeWildcards',
      'end',
      config,
      () => zis.admin(`GET ${integrations}/${name}/configs?filter[scope]=*ders${n}`),
      200,
      404,
    ],
    ['linkCreated', 200, nothing, link, 201, 200],
    [
      'linkChanged',
      204,
      link,
      () => zis.admin(`PATCH /api/services/zis/links/${name}?${named()}`, { left_object: { metadata: {} } }),
      200,
      204,
    ],
    [
      'linkDeleted',
      200,
      link,
      () => zis.admin(`DELETE /api/services/zis/links/${name}?${named()}`),
      204,
      200,
    ],
    ['linkTaken', 422, link, link, 409, 422],
    ['sessionOpensLinks', false, nothing, link, 201, 401],
    ['sessionChangesWebhooks', false, nothing, webhook, 200, 401],
    [
      'webhookTakesId',
      true,
      async () => ok(await webhook()).body['id'],
      (id) => zis.admin(`DELETE /api/services/zis/inbound_webhooks/generic/${name}/${String(id)}`),
      404,
      204,
    ],
    [
      'unknownIngestAddress',
      404,
      nothing,
      () => zis.nobody('POST /api/services/zis/inbound_webhooks/generic/ingest/unknown', {}),
      401,
      404,
    ],
    ['unknownIntegration', 400, nothing, () => zis.admin(`GET ${registry}/not_there/bundles`), 404, 400],
    [
      'unknownVerificationCode',
      404,
      nothing,
      () =>
        zis.admin(`GET /api/services/zis/connections/oauth/access_codes/${name}?verification_code=unknown`),
      400,
      404,
    ],
    [
      'bodyTooLarge',
      400,
      nothing,
      () => zis.admin(`POST ${registry}/${name}/bundles`, `"${'x'.repeat(1024 * 1024)}"`),
      413,
      400,
    ],
    [
      'tokenForUnknownClient',
      404,
      nothing,
      () => zis.admin('POST /api/v2/oauth/tokens', { token: { client_id: 1, scopes: ['read'] } }),
      422,
      404,
    ],
    [
      'longPages',
      'cut',
      nothing,
      () => zis.admin(`GET ${registry}/${name}/bundles?page[size]=101`),
      400,
      200,
    ],
    [
      'bothCursors',
      'after',
      nothing,
      () => zis.admin(`GET ${registry}/${name}/bundles?page[after]=a&page%5Bbefore%5D=b`),
      400,
      200,
    ],
    ['noBundles', 404, fresh, () => zis.admin(`GET ${registry}/${name}/bundles`), 200, 404],
    ['bearerListsIntegrations', true, nothing, () => zisToken(`GET ${registry}/integrations`), 401, 200],
    ['zisTokenScopes', 'zis', nothing, () => zisToken(`GET ${registry}/${name}/job_specs`), 200, 401],
    [
      'passwordAccess',
      true,
      nothing,
      () =>
        zis.with({ authorization: `Basic ${btoa('admin@example.com:local-password')}` })(
          `GET ${registry}/integrations`,
        ),
      401,
      200,
    ],
    [
      'installOfInstalled',
      409,
      async () => {
        await upload()
        ok(await zis.admin(`POST ${spec()}`))
      },
      () => zis.admin(`POST ${spec()}`),
      200,
      409,
    ],
    ['uninstallOfUninstalled', 404, upload, () => zis.admin(`DELETE ${spec()}`), 204, 404],
    [
      'olderInstallPath',
      false,
      upload,
      () =>
        zis.admin(`POST ${integrations}/${name}/job_specs/installation`, [
          { name: `zis:${name}:job_spec:on_status_job` },
        ]),
      200,
      404,
    ],
  ]

  it.each(statuses)('%s: %j', async (one, position, prepare, call, before, after) => {
    const made = await prepare()
    const first = await call(made)
    n += 1
    const again = await prepare()
    await turn({ [one]: position })
    const second = await call(again)
    expect([first.status, second.status]).toEqual([before, after])
    if (after === 204) expect(second.text).toBe('')
    // An envelope tells the status that was sent.
    if (after >= 400 && second.body['errors'])
      expect(second.body).toMatchObject({ errors: [{ status: String(after) }] })
  })

  it('reservedIntegrationNames: the names that paths use become free', async () => {
    expect((await zis.admin(`POST ${registry}/common`, {})).status).toBe(400)
    await turn({ reservedIntegrationNames: false })
    expect((await zis.admin(`POST ${registry}/common`, {})).status).toBe(200)
  })

  it('registryCursors: a page after the other, whatever the cursors look like', async () => {
    await upload()
    const list = `GET ${registry}/${name}/job_specs?page[size]=1` as const
    expect((await zis.admin(list)).body['meta']).toMatchObject({ after: 'on_status_job' })
    await turn({ registryCursors: 'opaque' })
    const { after } = (await zis.admin(list)).body['meta'] as { after: string }
    expect(after).not.toContain('status')
    const next = await zis.admin(`${list}&page[after]=${encodeURIComponent(after)}`)
    expect(next.body).toEqual({ job_specs: [], meta: { after: '', before: '', has_more: false } })
  })

  it('bundleKeepsUuid: every upload gives a new one', async () => {
    const uuids = async () =>
      ((await zis.admin(`GET ${registry}/${name}/bundles`)).body['bundles'] as Array<{ uuid: string }>).map(
        ({ uuid }) => uuid,
      )
    await upload()
    const before = await uuids()
    await upload()
    expect(await uuids()).toEqual(before)
    await turn({ bundleKeepsUuid: false })
    await upload()
    const after = await uuids()
    expect(after).toHaveLength(1)
    expect(after).not.toEqual(before)
  })

  it('emptyWebhookList: no key at all', async () => {
    await fresh()
    const list = () => zis.admin(`GET /api/services/zis/inbound_webhooks/generic/${name}/all`)
    expect((await list()).body).toEqual({ webhooks: [] })
    await turn({ emptyWebhookList: 'absent' })
    expect((await list()).body).toEqual({})
  })

  it('masksClientSecrets: shown as it is', async () => {
    const uuid = await clientUuid()
    const show = async () => (await zis.admin(`GET ${clients}/${name}/${uuid}`)).body['client_secret']
    expect(await show()).toBe('*****')
    await turn({ masksClientSecrets: false })
    expect(await show()).toBe('a-secret-of-erp')
  })

  it('maskOAuthTokens: in the list of all connections', async () => {
    await fresh()
    await signIn(zis, await start())
    const token = async () => {
      const { body } = await zis.admin(`GET ${integrations}/${name}/connections/all`)
      return (body['oauth'] as Array<{ access_token: string }>)[0]!.access_token
    }
    expect(await token()).toBe('*****')
    await turn({ maskOAuthTokens: false })
    const { body } = await zis.admin(`GET /api/services/zis/connections/${name}?name=zendesk`)
    expect(await token()).toBe(body['access_token'])
  })

  it('keepsConnectionAt: the exchange makes the connection, not the callback', async () => {
    await fresh()
    await turn({ keepsConnectionAt: 'access_codes' })
    const end = await signIn(zis, await start())
    const show = () => zis.admin(`GET /api/services/zis/connections/${name}?name=zendesk`)
    expect((await show()).status).toBe(404)
    const exchanged = await zis.admin(
      `GET /api/services/zis/connections/oauth/access_codes/${name}?verification_code=${end.searchParams.get('verification_token')}`,
    )
    expect(exchanged).toMatchObject({ status: 200, body: { name: 'zendesk' } })
    expect((await show()).status).toBe(200)
  })

  it('verificationCodeReusable: once, or for ten minutes', async () => {
    const code = async () => (await signIn(zis, await start())).searchParams.get('verification_token')
    const exchange = async (one: string | null) =>
      (
        await zis.admin(
          `GET /api/services/zis/connections/oauth/access_codes/${name}?verification_code=${one}`,
        )
      ).status
    const first = await code()
    expect([await exchange(first), await exchange(first)]).toEqual([200, 200])
    await zis.advance(10 * 60)
    expect(await exchange(first)).toBe(400)
    await turn({ verificationCodeReusable: false })
    const second = await code()
    expect([await exchange(second), await exchange(second)]).toEqual([200, 400])
  })

  it('createdConfigIsWrapped: {"config": …} around it', async () => {
    expect((await config(`plain${n}`)).body).toMatchObject({ scope: `plain${n}`, config: { a: { b: 1 } } })
    await turn({ createdConfigIsWrapped: true })
    expect((await config(`wrapped${n}`)).body).toMatchObject({
      config: { scope: `wrapped${n}`, config: { a: { b: 1 } } },
    })
  })

  it('configMerge: keys are replaced whole, or gone into', async () => {
    await config()
    const merge = async (values: object) =>
      (await zis.admin(`PATCH ${integrations}/${name}/configs/orders${n}`, { config: values })).body['config']
    expect(await merge({ a: { c: 2 }, d: 0 })).toEqual({ a: { c: 2 }, d: 0 })
    await turn({ configMerge: 'deep' })
    expect(await merge({ a: { e: 3 } })).toEqual({ a: { c: 2, e: 3 }, d: 0 })
  })

  it('latency: an answer takes as long as it says', async () => {
    await turn({ latency: 250 })
    const began = performance.now()
    await zis.admin(`GET ${registry}/integrations`)
    expect(performance.now() - began).toBeGreaterThanOrEqual(245)
  })
})
