import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('the account’s own OAuth', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const create = (more: JsonObject = {}) =>
    zis.admin('POST /api/v2/oauth/clients.json', { client: { name: 'Flows', identifier: 'flows', ...more } })
  const mint = async (scopes = ['read', 'write']) => {
    const { id } = (await create()).body['client'] as { id: number }
    const { body } = await zis.admin('POST /api/v2/oauth/tokens.json', { token: { client_id: id, scopes } })
    return body['token'] as { id: number; full_token: string }
  }

  it('makes clients, and shows a secret once', async () => {
    const { status, body } = await create({ kind: 'confidential', redirect_uri: 'https://a.example/back' })
    const { secret, ...client } = body['client'] as JsonObject
    expect(status).toBe(201)
    expect(client).toMatchObject({
      identifier: 'flows',
      kind: 'confidential',
      user_id: 9001,
      redirect_uri: ['https://a.example/back'],
      company: null,
    })
    const { body: listed } = await zis.admin('GET /api/v2/oauth/clients.json')
    expect(listed).toMatchObject({ count: 1, clients: [{ ...client, secret: '************' }] })
    expect(secret).toEqual(expect.stringMatching(/^[\w-]{40,}$/))
  })

  it('lists clients page by page, and apart from those that ZIS made', async () => {
    await create()
    await zis.admin('POST /api/services/zis/registry/acme', {})

    const first = await zis.admin('GET /api/v2/oauth/clients.json?page[size]=1')
    expect(first.body).toMatchObject({ clients: [{ identifier: 'flows' }], meta: { has_more: true } })
    const { next } = first.body['links'] as { next: string }
    const second = await zis.admin(`GET ${new URL(next).pathname}${new URL(next).search}`)
    expect(second.body).toMatchObject({ clients: [{ identifier: 'zis_acme' }], meta: { has_more: false } })

    const own = await zis.admin('GET /api/v2/users/me/oauth/clients.json')
    expect(own.body).toMatchObject({ count: 1, clients: [{ identifier: 'flows', user_id: 9001 }] })
  })

  it.each([
    ['an identifier that is taken', { identifier: 'taken' }, 'identifier'],
    ['no name', { name: '' }, 'name'],
    ['a redirect address in clear', { redirect_uri: 'http://a.example/' }, 'redirect_uri'],
    ['a redirect address that is none', { redirect_uri: 'javascript:alert(1)' }, 'redirect_uri'],
    ['a redirect address with a fragment', { redirect_uri: 'https://a.example/#x' }, 'redirect_uri'],
  ])('refuses a client with %s', async (_, fault, field) => {
    await create({ identifier: 'taken' })
    const { status, body } = await create(fault)
    expect([status, body['error']]).toEqual([422, 'RecordInvalid'])
    expect(Object.keys(body['details'] as object).join()).toContain(field)
  })

  it('gives a client a new secret', async () => {
    const { id, secret } = (await create()).body['client'] as JsonObject
    const { status, body } = await zis.admin(`PUT /api/v2/oauth/clients/${String(id)}/generate_secret.json`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ client: { id, identifier: 'flows' } })
    expect((body['client'] as JsonObject)['secret']).not.toBe(secret)
    expect((await zis.admin('PUT /api/v2/oauth/clients/1/generate_secret')).status).toBe(404)
    expect((await zis.agent(`PUT /api/v2/oauth/clients/${String(id)}/generate_secret`)).status).toBe(403)
  })

  it('shows a token by its id, never whole again', async () => {
    const { id, full_token: full } = await mint()
    const { status, body, text } = await zis.admin(`GET /api/v2/oauth/tokens/${id}.json`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ token: { id, token: full.slice(0, 10), user_id: 9001 } })
    expect(text).not.toContain(full)
    expect((await zis.admin('GET /api/v2/oauth/tokens/1')).status).toBe(404)
  })

  it('shows the token of the very request, and revokes it', async () => {
    const { id, full_token: full } = await mint()
    const bearer = zis.bearer(full)
    expect(await bearer('GET /api/v2/oauth/tokens/current.json')).toMatchObject({
      status: 200,
      body: { token: { id } },
    })
    expect((await bearer('DELETE /api/v2/oauth/tokens/current.json')).status).toBe(204)
    expect((await bearer('GET /api/v2/oauth/tokens/current.json')).status).toBe(401)
    expect((await zis.admin(`GET /api/v2/oauth/tokens/${id}`)).status).toBe(404)
  })

  it('has no current token for a session or an API token', async () => {
    expect((await zis.admin('GET /api/v2/oauth/tokens/current')).status).toBe(404)
    expect((await zis.apiToken('DELETE /api/v2/oauth/tokens/current')).status).toBe(404)
  })

  it('shows the settings of the account to agents, not to anyone', async () => {
    const { status, body } = await zis.agent('GET /api/v2/account/settings.json')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      settings: { apps: { create_private: true }, api: { api_password_access: false } },
    })
    expect((await zis.nobody('GET /api/v2/account/settings.json')).status).toBe(401)
  })
})
