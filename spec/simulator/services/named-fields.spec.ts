import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

/** What comes along with a change and is not the caller’s to write. */
const smuggled = {
  id: 'mine',
  uuid: '00000000-0000-4000-8000-000000000000',
  integration: 'acme_other',
  created_by: '1',
  created_at: '1999-01-01T00:00:00Z',
  sealed_client_secret: 'broken',
  sealed_secret: 'broken',
  note: 'a secret in the wrong place',
}

describe('a change writes what it names and nothing else', () => {
  let zis: TestZis
  beforeAll(async () => {
    zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/acme_named', {})
  })
  afterAll(() => zis.stop())

  it('of an OAuth client', async () => {
    const clients = '/api/services/zis/connections/oauth/clients/acme_named'
    const made = await zis.admin(`POST ${clients}`, {
      name: 'tracker',
      client_id: 'abc',
      client_secret: 'a-secret-that-stays',
      token_url: 'https://slack.com/api/oauth.v2.access',
    })
    const one = `${clients}/${made.body['uuid'] as string}`
    const before = (await zis.admin(`GET ${one}`)).body
    const changed = await zis.admin(`PATCH ${one}`, { ...smuggled, default_scopes: 'chat:write' })
    expect(changed).toMatchObject({ status: 200, body: { ...before, default_scopes: 'chat:write' } })
    expect(Object.keys(changed.body).sort()).toEqual(Object.keys(before).sort())
    await zis.control('PUT /_sim/assumptions', { masksClientSecrets: false })
    expect((await zis.admin(`GET ${one}`)).body['client_secret']).toBe('a-secret-that-stays')
  })

  it('of a webhook of the account', async () => {
    const webhook = {
      name: 'Orders',
      status: 'active',
      endpoint: 'https://shop.example/hook',
      http_method: 'POST',
      request_format: 'json',
      authentication: { type: 'bearer_token', data: { token: 'a-token-that-stays' }, add_position: 'header' },
    }
    const made = await zis.admin('POST /api/v2/webhooks', { webhook: { ...smuggled, ...webhook } })
    const { id, ...fields } = made.body['webhook'] as JsonObject
    expect(id).not.toBe('mine')
    expect(Object.keys(fields).filter((name) => Object.hasOwn(smuggled, name))).toEqual(['created_at'])
    await zis.admin(`PATCH /api/v2/webhooks/${String(id)}`, { webhook: { ...smuggled, name: 'Changed' } })
    const { body } = await zis.admin('GET /api/v2/webhooks')
    expect(body['webhooks']).toEqual([expect.objectContaining({ ...fields, id, name: 'Changed' })])
  })
})
