import { createMemoryStore } from '../../../src/simulator/store/memory'
import type { Store } from '../../../src/simulator/store/store'
import { installFlow, results } from '../../support/one-flow'
import { startSimulator, type TestZis } from '../../support/start-simulator'

interface Webhook {
  id: string
  uuid: string
  path: string
  username: string
  password: string
}

describe('inbound webhooks', () => {
  let zis: TestZis
  let store: Store
  beforeEach(async () => {
    store = createMemoryStore()
    zis = await startSimulator({ store })
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
  })
  afterEach(() => zis.stop())

  const base = '/api/services/zis/inbound_webhooks/generic/acme_a'
  const create = (more: object = {}) =>
    zis.admin(`POST ${base}`, { source_system: 'warehouse', event_type: 'thing.happened', ...more })
  const made = async () => (await create()).body as unknown as Webhook
  const post = ({ path, username, password }: Omit<Webhook, 'id' | 'uuid'>, body: unknown) =>
    zis.with({ authorization: `Basic ${btoa(`${username}:${password}`)}` })(`POST ${path}`, body)
  const events = async () =>
    (await zis.control('GET /_sim/events')).body['events'] as Array<{ input: unknown }>

  it('are created with credentials that are shown this once', async () => {
    const { status, body } = await create()
    expect(status).toBe(200)
    expect(body).toEqual({
      id: expect.stringMatching(/^01KJP[0-9A-HJKMNP-TV-Z]{21}$/),
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      zendesk_account_id: 12345678,
      path: expect.stringMatching(/^\/api\/services\/zis\/inbound_webhooks\/generic\/ingest\/[\w-]{44}$/),
      integration: 'acme_a',
      source_system: 'warehouse',
      event_type: 'thing.happened',
      username: expect.stringMatching(/^.{16,}$/),
      password: expect.stringMatching(/^.{32,}$/),
    })
    const { username: _, password: __, ...shown } = body
    expect((await zis.admin(`GET ${base}/${shown['uuid'] as string}`)).body).toEqual(shown)
    expect((await zis.admin(`GET ${base}/all`)).body).toEqual({ webhooks: [shown] })
  })

  it('have no list by a switch', async () => {
    await zis.control('PUT /_sim/assumptions', { webhookList: false })
    expect((await zis.admin(`GET ${base}/all`)).status).toBe(404)
  })

  it('answer their creation with 201 by a switch', async () => {
    await zis.control('PUT /_sim/assumptions', { webhookCreated: 201 })
    expect((await create()).status).toBe(201)
  })

  it.each([
    [{ source_system: undefined }],
    [{ event_type: '' }],
    [{ event_type: 'x'.repeat(256) }],
    [{ source_system: 'with\nnewline' }],
    [{ source_system: 'support' }],
    [{ source_system: 'sunshine' }],
  ])('are refused with %j', async (fault) => {
    expect((await create(fault)).status).toBe(400)
  })

  it('may stand in for Zendesk with a switch', async () => {
    await zis.control('PUT /_sim/assumptions', { webhookMayNameZendesk: true })
    expect((await create({ source_system: 'support' })).status).toBe(200)
  })

  it('can be made twice for one pair, so that credentials can be changed without a gap', async () => {
    const [first, second] = [await made(), await made()]
    expect(first.path).not.toBe(second.path)
    expect((await post(second, {})).status).toBe(200)
    await zis.admin(`DELETE ${base}/${first.uuid}`)
    expect((await post(second, {})).status).toBe(200)
  })

  it('are known by uuid only, and to their integration only', async () => {
    const { id, uuid } = await made()
    await zis.admin('POST /api/services/zis/registry/acme_b', {})
    expect((await zis.admin(`GET ${base}/${id}`)).status).toBe(404)
    expect((await zis.admin(`GET ${base.replace('acme_a', 'acme_b')}/${uuid}`)).status).toBe(404)
  })

  it('refuse a wrong password also after the right one has been seen', async () => {
    const webhook = await made()
    const other = await made()
    expect((await post(webhook, { number: 1 })).status).toBe(200)
    expect((await post(webhook, { number: 2 })).status).toBe(200)
    for (const wrong of [{ password: 'wrong' }, { password: other.password }, { path: other.path }]) {
      expect((await post({ ...webhook, ...wrong }, {})).status).toBe(401)
    }
    expect(await events()).toHaveLength(2)
  })

  it('revoke their credentials at once when they are deleted', async () => {
    const webhook = await made()
    expect((await post(webhook, {})).status).toBe(200)
    expect(await zis.admin(`DELETE ${base}/${webhook.uuid}`)).toMatchObject({ status: 204, text: '' })
    expect((await post(webhook, {})).status).toBe(401)
    expect((await zis.admin(`GET ${base}/${webhook.uuid}`)).status).toBe(404)
    expect((await zis.admin(`DELETE ${base}/${webhook.uuid}`)).status).toBe(404)
  })

  it('start the flows of their source and type with the body as it was sent', async () => {
    await installFlow(zis, 'acme_a', {
      source: 'warehouse',
      flow: {
        StartAt: 'Say',
        States: { Say: { Type: 'Succeed', Message: 'order {{$.input.order.id}}: {{$.input.lines}}' } },
      },
    })
    const answer = await post(await made(), { order: { id: 4711 }, lines: [0, '', false, null] })
    expect(answer).toMatchObject({ status: 200, text: '' })
    await zis.settle()
    expect(await results(zis)).toEqual(['order 4711: [0,"",false,null]'])
  })

  it('accept what starts nothing', async () => {
    expect((await post(await made(), { a: 1 })).status).toBe(200)
    expect(await events()).toMatchObject([
      {
        event_source: 'warehouse',
        event_type: 'thing.happened',
        input: { a: 1 },
        origin: 'Posted to an inbound webhook of acme_a',
        runs: [],
      },
    ])
  })

  it('answer when the event is on disk, not before', async () => {
    const webhook = await made()
    let release = () => {}
    store.durable = () => new Promise((resolve) => (release = resolve))
    let isAnswered = false
    const answer = post(webhook, '{"__proto__": {"x": 1}, "id": 9007199254740991}').then((given) => {
      isAnswered = true
      return given
    })
    while (store.table('events').count() === 0) await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    expect(isAnswered).toBe(false)
    release()
    expect((await answer).status).toBe(200)
    expect(JSON.stringify((await events())[0]!.input)).toBe('{"__proto__":{"x":1},"id":9007199254740991}')
  })

  it.each([
    ['no credentials', {}],
    ['a wrong password', { password: 'wrong' }],
    ['a wrong username', { username: 'wrong' }],
    ['an unknown address', { path: '/api/services/zis/inbound_webhooks/generic/ingest/unknown' }],
  ])('answer 401 for %s, and take nothing', async (what, fault) => {
    const webhook = { ...(await made()), ...fault }
    const answer =
      what === 'no credentials' ? await zis.nobody(`POST ${webhook.path}`, {}) : await post(webhook, {})
    expect(answer).toMatchObject({ status: 401, text: 'Authentication failed' })
    expect(await events()).toEqual([])
  })

  it('take nobody else’s credentials, not even an admin’s', async () => {
    const { path } = await made()
    for (const send of [zis.admin, zis.apiToken]) expect((await send(`POST ${path}`, {})).status).toBe(401)
  })

  it('take up to 256 KB, and answer 413 beyond', async () => {
    const webhook = await made()
    const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2))
    expect((await post(webhook, text(256 * 1024))).status).toBe(200)
    expect((await post(webhook, text(256 * 1024 + 1))).status).toBe(413)
    expect(await events()).toHaveLength(1)
  })

  it.each([
    ['no JSON', '{"a": '],
    ['nothing at all', ''],
    ['a form', 'a=1&b=2'],
    ['JSON without end to its depth', '['.repeat(1000) + ']'.repeat(1000)],
  ])('answer 400 to %s', async (_, text) => {
    expect((await post(await made(), text)).status).toBe(400)
    expect(await events()).toEqual([])
  })

  it.each(['[1, 2]', '0', '""', 'false', 'null'])('take %s, or by a switch objects only', async (text) => {
    const webhook = await made()
    expect((await post(webhook, text)).status).toBe(200)
    expect((await events())[0]!.input).toEqual(JSON.parse(text))
    await zis.control('PUT /_sim/assumptions', { webhookTakesAnyJson: false })
    expect((await post(webhook, text)).status).toBe(400)
    expect((await post(webhook, '{}')).status).toBe(200)
  })

  it('keep their credentials as a hash only', async () => {
    const { username, password } = await made()
    const kept = JSON.stringify([store.table('inbound_webhooks').list(), store.table('webhook_doors').list()])
    expect([kept.includes(username), kept.includes(password)]).toEqual([false, false])
  })

  it('are managed by an admin or the integration, not by an API token', async () => {
    expect((await zis.apiToken(`POST ${base}`, { source_system: 'a', event_type: 'b' })).status).toBe(403)
    expect((await zis.agent(`GET ${base}/all`)).status).toBe(403)
  })
})
