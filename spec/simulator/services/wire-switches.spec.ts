import type { JsonObject } from '../../../src/zis/json'
import type { Answer, Send } from '../../support/callers'
import { installFlow, raise, results } from '../../support/one-flow'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'
import { switchTurner } from '../../support/turn-switches'

const registry = '/api/services/zis/registry'
const integrations = '/api/services/zis/integrations'
const configs = `${integrations}/acme_a/configs`
const links = '/api/services/zis/links/acme_a'
const webhooks = '/api/services/zis/inbound_webhooks/generic'

/** What is open about calls, the registry, configs, links, webhooks: each switch in both positions. */
describe('switches of the services', () => {
  let zis: TestZis
  let zisToken: Send
  let n = 0
  const elsewhere = recordingPartner('api.example.com')

  beforeAll(async () => {
    zis = await startSimulator({ partners: () => [elsewhere.partner] })
    const made = await zis.admin(`POST ${registry}/acme_a`, {})
    const { id } = made.body['zendesk_oauth_client'] as { id: number }
    const { body } = await zis.admin('POST /api/v2/oauth/tokens', {
      token: { client_id: id, scopes: ['read', 'write'] },
    })
    zisToken = zis.bearer((body['token'] as { full_token: string }).full_token)
  })
  beforeEach(() => {
    n += 1
    elsewhere.received.length = 0
  })
  afterAll(() => zis.stop())

  const { turn, both } = switchTurner(() => zis)
  const statuses = async (switches: JsonObject, call: () => Promise<Answer>) =>
    (await both(switches, call)).map(({ status }) => status)

  const config = (scope: string, values: JsonObject = {}) =>
    zis.admin(`POST ${configs}`, { scope, config: values })
  const webhook = async (more: JsonObject = {}) =>
    zis.admin(`POST ${webhooks}/acme_a`, { source_system: 'erp', event_type: `changed${n}`, ...more })
  async function ingest(text: string): Promise<Answer> {
    const { path, username, password } = (await webhook()).body
    return zis.with({ authorization: `Basic ${btoa(`${String(username)}:${String(password)}`)}` })(
      `POST ${String(path)}`,
      text,
    )
  }

  describe('of every call', () => {
    it('checksFirst: the integration, or what is sent', async () => {
      const call = () => zis.admin(`POST ${integrations}/not_there/configs`, { config: {} })
      expect(await statuses({ checksFirst: 'parameters' }, call)).toEqual([404, 400])
    })

    it('checksFirst: whoever may not call hears that first, either way', async () => {
      const call = () => zis.apiToken(`POST ${integrations}/not_there/configs`, { config: {} })
      expect(await statuses({ checksFirst: 'parameters' }, call)).toEqual([403, 403])
      const other = () => zisToken(`POST ${integrations}/not_there/configs`, { scope: 'a', config: {} })
      expect((await other()).status).toBe(401)
    })

    it('gatewayTexts: plain text, or JSON', async () => {
      const call = () => zis.bearer('nobody')(`GET ${registry}/acme_a/bundles`)
      const [plain, json] = await both({ gatewayTexts: 'json' }, call)
      expect([plain.text, plain.headers.get('content-type')]).toEqual([
        'Authentication failed',
        'text/plain; charset=utf-8',
      ])
      expect([json.text, json.headers.get('content-type')]).toEqual([
        '"Authentication failed"',
        'application/json; charset=utf-8',
      ])
    })

    it('envelopeServices: the envelope everywhere, or of the registry only', async () => {
      const call = () => zis.admin(`GET ${configs}?filter[scope]=none`)
      const [all, bare] = await both({ envelopeServices: 'registry' }, call)
      expect(all.body).toEqual({
        errors: [{ code: '1010', detail: 'no config found for scope none', status: '404' }],
        message: 'Not Found',
      })
      expect(bare.body).toEqual({ message: 'no config found for scope none' })
      expect((await zis.admin(`GET ${registry}/not_there/bundles`)).body).toHaveProperty('errors')
    })

    it('envelopeMessage: the reason, or the one of the sample', async () => {
      const [before, after] = await both({ envelopeMessage: 'Unauthorized' }, () => config('', {}))
      expect([before.body['message'], after.body['message']]).toEqual(['Bad Request', 'Unauthorized'])
      expect((await zis.admin(`GET ${registry}/not_there/bundles`)).body['message']).toBe('Not Found')
    })

    it('onlyAdminsCall: agents read and write what is not of the registry', async () => {
      const call = () => zis.agent(`POST ${configs}`, { scope: `agents${n}`, config: {} })
      expect(await statuses({ onlyAdminsCall: 'registry' }, call)).toEqual([403, 201])
      expect(await zis.agent(`GET ${registry}/acme_a/bundles`)).toMatchObject({
        status: 403,
        text: 'Only admin user is allowed',
      })
    })

    it('zisRateHeaders: how much is left, of ZIS too', async () => {
      await turn({ rateLimit: 700 })
      const call = () => zis.admin(`GET ${registry}/acme_a/bundles`)
      const [told, silent] = await both({ zisRateHeaders: false }, call)
      expect([told.headers.get('x-rate-limit'), silent.headers.get('x-rate-limit')]).toEqual(['700', null])
      expect((await zis.admin('GET /api/v2/tickets')).headers.get('x-rate-limit')).toBe('700')
    })

    it('ingestRate: webhooks have a limit of their own, or count with the others', async () => {
      await turn({ rateLimit: 700 })
      const [own, shared] = await both({ ingestRate: 0 }, () => ingest('{}'))
      expect([own.headers.get('x-rate-limit'), shared.headers.get('x-rate-limit')]).toEqual(['2000', '700'])
    })

    it('largestBody: a bundle of half a megabyte', async () => {
      const text = JSON.stringify({ filler: 'x'.repeat(500_000) })
      const call = () => zis.admin(`POST ${registry}/acme_a/bundles`, text)
      expect(await statuses({ largestBody: 262_144 }, call)).toEqual([400, 413])
    })
  })

  describe('of the registry', () => {
    const bundle = { zis_template_version: '2019-10-14', name: 'empty', resources: {} }

    it('oauthUploads: the token of the integration may upload its bundles', async () => {
      const call = () => zisToken(`POST ${registry}/acme_a/bundles`, { ...bundle, resources: 'wrong' })
      const [refused, read] = await both({ oauthUploads: true }, call)
      expect([refused.status, refused.text]).toEqual([
        401,
        'Authorization failed due to OAuth being disabled for this API request',
      ])
      expect(read.status).toBe(400)
    })

    it('sentPublicKey: ignored, or shown', async () => {
      const call = () => zis.admin(`POST ${registry}/acme_a`, { jwt_public_key: 'a key of mine' })
      const [ignored, shown] = await both({ sentPublicKey: 'shown' }, call)
      expect(ignored.body['jwt_public_key']).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
      expect(shown.body['jwt_public_key']).toBe('a key of mine')
    })

    it('publicKeyForm: PEM, or the base64 inside of it', async () => {
      await zis.admin(`POST ${registry}/acme_k`, {})
      const call = () => zis.admin(`GET ${registry}/integrations`)
      const keys = (await both({ publicKeyForm: 'base64' }, call)).map(
        ({ body }) => (body['integrations'] as JsonObject[]).at(-1)!['jwt_public_key'] as string,
      )
      expect(keys[0]).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
      expect(keys[1]).toBe(keys[0]!.replace(/-----[^-]+-----|\s/g, ''))
    })

    it('foreignJobSpec: a mismatch, or no job spec', async () => {
      const call = () => zisToken(`POST ${registry}/job_specs/install?job_spec_name=zis:other:job_spec:a`)
      const [mismatch, invalid] = await both({ foreignJobSpec: 400 }, call)
      expect([mismatch.status, mismatch.text]).toEqual([
        401,
        'Authorization failed due to integration mismatch',
      ])
      expect(invalid).toMatchObject({
        status: 400,
        body: { errors: [{ detail: 'one or more requested job specs is invalid' }] },
      })
    })

    it('jobSpecFlowName: the whole reference, or the name', async () => {
      await installFlow(zis, 'acme_a', { action: { method: 'GET', url: 'https://api.example.com/' } })
      const names = (
        await both({ jobSpecFlowName: 'bare' }, () => zis.admin(`GET ${registry}/acme_a/job_specs`))
      ).map(({ body }) => (body['job_specs'] as JsonObject[])[0]!['flow_name'])
      expect(names).toEqual(['zis:acme_a:flow:on_thing', 'on_thing'])
    })
  })

  describe('of connections with a credential', () => {
    const base = `${integrations}/acme_a/connections`
    const make = (name: string, allowed_domain = 'api.example.com') =>
      zis.admin(`POST ${base}/bearer_token`, { name, allowed_domain, token: 'a-token-of-erp' })

    it('emptyConnectionKinds: empty lists, or none', async () => {
      const [empty, absent] = await both({ emptyConnectionKinds: 'absent' }, () =>
        zis.admin(`GET ${base}/all`),
      )
      expect(Object.keys(empty.body)).toEqual(['api_key', 'basic_auth', 'bearer_token', 'oauth', 'meta'])
      expect(Object.keys(absent.body)).toEqual(['meta'])
    })

    it('connectionsPageSize: 20, or 100', async () => {
      for (let number = 1; number <= 21; number += 1) await make(`erp_${number}`)
      const counts = (await both({ connectionsPageSize: 100 }, () => zis.admin(`GET ${base}/all`))).map(
        ({ body }) => (body['bearer_token'] as unknown[]).length,
      )
      expect(counts).toEqual([20, 21])
    })

    it('typedPutNeedsAll: PUT keeps what is left out, or refuses', async () => {
      await make('put_me')
      const call = () => zis.admin(`PUT ${base}/bearer_token/put_me`, { allowed_domain: 'b.example.com' })
      const [kept, refused] = await both({ typedPutNeedsAll: true }, call)
      expect(kept).toMatchObject({ status: 200, body: { bearer_token: { allowed_domain: 'b.example.com' } } })
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ detail: 'body.token is missing' }] } })
      const patched = await zis.admin(`PATCH ${base}/bearer_token/put_me`, {
        allowed_domain: 'c.example.com',
      })
      expect(patched.status).toBe(200)
    })

    it.each([
      ['domainCase', 'exact', 'API.example.com', 'https://api.example.com/', [1, 0]],
      ['domainPorts', true, 'api.example.com:8443', 'https://api.example.com:8443/', [0, 1]],
    ])('%s: %s', async (name, position, domain, url, received) => {
      const connection = `of_${name}`
      await make(connection, domain)
      await installFlow(zis, 'acme_a', { action: { method: 'GET', url, connectionName: connection } })
      /** Whether the credential may go there: nothing is sent otherwise. */
      const sent = async () => {
        await raise(zis)
        await zis.settle()
        return (await results(zis)).at(-1)!.includes('may be used with') ? 0 : 1
      }
      const before = await sent()
      await turn({ [name]: position })
      expect([before, await sent()]).toEqual(received)
    })
  })

  describe('of configs and links', () => {
    it('longestScope: 255 characters, or any number', async () => {
      const long = `${n}`.padEnd(256, 'x')
      const [refused, made] = await both({ longestScope: 0 }, () => config(long))
      expect(refused).toMatchObject({
        status: 400,
        body: { errors: [{ detail: 'body.scope must NOT have more than 255 characters' }] },
      })
      expect(made.status).toBe(201)
    })

    it('largestConfig: 256 kB, or 64 kB', async () => {
      let number = 0
      const call = () => config(`large${(number += 1)}`, { text: 'x'.repeat(100_000) })
      expect(await statuses({ largestConfig: 65_536 }, call)).toEqual([201, 413])
    })

    it('configsWithoutFilter: refused, or all', async () => {
      await config('some')
      const [refused, all] = await both({ configsWithoutFilter: 'all' }, () => zis.admin(`GET ${configs}`))
      expect(refused).toMatchObject({
        status: 400,
        body: { errors: [{ detail: 'query.filter[scope] is missing' }] },
      })
      expect(all.body['configs']).toContainEqual(expect.objectContaining({ scope: 'some' }))
    })

    it('configNextLink: an address, or a path', async () => {
      await config('next_1')
      await config('next_2')
      const call = () => zis.admin(`GET ${configs}?filter[scope]=next_*&page[size]=1`)
      const nexts = (await both({ configNextLink: 'path' }, call)).map(
        ({ body }) => (body['links'] as { next: string }).next,
      )
      expect(nexts[0]).toBe(zis.simulator.origin + nexts[1]!)
      const page = await zis.admin(`GET ${nexts[1]!}`)
      expect(page.body).toMatchObject({ configs: [{ scope: 'next_2' }], links: { next: '' } })
    })

    it.each(['PUT', 'PATCH'])('changedConfigIsWrapped: %s', async (method) => {
      await config(`wrap_${method}`)
      const call = () => zis.admin(`${method} ${configs}/wrap_${method}`, { config: { a: 1 } })
      const [plain, wrapped] = await both({ changedConfigIsWrapped: true }, call)
      expect(plain).toMatchObject({ status: 200, body: { config: { a: 1 } } })
      expect(wrapped).toMatchObject({ status: 200, body: { config: { config: { a: 1 } } } })
    })

    it.each(['PUT', 'PATCH'])('scopeInBody: %s', async (method) => {
      await config(`here_${method}`)
      const call = (scope: string) => zis.admin(`${method} ${configs}/here_${method}`, { scope, config: {} })
      expect(await statuses({ scopeInBody: 'refused' }, () => call('there'))).toEqual([200, 400])
      expect((await call(`here_${method}`)).status).toBe(200)
    })

    it('largestMetadata: 64 kB, or 4 kB', async () => {
      let number = 0
      const call = () =>
        zis.admin(`POST ${links}`, {
          link_type: 'order',
          left_object: { name: `large${(number += 1)}`, metadata: { text: 'x'.repeat(5000) } },
          right_object: { name: 'right' },
        })
      expect(await statuses({ largestMetadata: 4096 }, call)).toEqual([201, 413])
    })
  })

  describe('of inbound webhooks', () => {
    it('webhookPairs: as many as wanted, or one', async () => {
      await webhook()
      const [second, refused] = await both({ webhookPairs: 'one' }, () => webhook())
      expect(second.status).toBe(200)
      expect(refused).toMatchObject({
        status: 409,
        body: {
          errors: [{ detail: `an inbound webhook for erp changed${n} already exists`, status: '409' }],
        },
      })
      expect((await webhook({ event_type: 'another' })).status).toBe(200)
    })

    it('largestIngest: the limit of an event, or the recommended size', async () => {
      const text = JSON.stringify({ filler: 'x'.repeat(220_000) })
      expect(await statuses({ largestIngest: 204_800 }, () => ingest(text))).toEqual([200, 413])
    })

    it('webhookTakesText: 400, or an event whose input is the text', async () => {
      expect(await statuses({ webhookTakesText: true }, () => ingest('no JSON'))).toEqual([400, 200])
      const { body } = await zis.control('GET /_sim/events?limit=1')
      expect(body['events']).toMatchObject([{ input: 'no JSON' }])
    })

    it('ingestAnswer: nothing, or an empty object', async () => {
      const [nothing, object] = await both({ ingestAnswer: 'object' }, () => ingest('{}'))
      expect([nothing.status, nothing.text]).toEqual([200, ''])
      expect([object.status, object.text]).toEqual([200, '{}'])
    })
  })
})
