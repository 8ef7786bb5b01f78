import { createVerify } from 'node:crypto'
import type { JsonObject } from '../../../src/zis/json'
import { installFlow, raise } from '../../support/one-flow'
import { recordingPartner } from '../../support/recording-partner'
import { someMonday, startSimulator, type TestZis } from '../../support/start-simulator'

/** Checks a token as a receiver does, with nothing but the integration's public key. */
function isSignedBy(publicKey: string, token: string): boolean {
  const [head, claims, signature] = token.split('.')
  return createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(publicKey, signature!, 'base64url')
}
const part = (token: string, at: 0 | 1) =>
  JSON.parse(Buffer.from(token.split('.')[at]!, 'base64url').toString()) as JsonObject

describe('the signature of a flow’s requests', () => {
  let zis: TestZis
  let publicKey: string
  const host = recordingPartner('api.example.com')
  beforeEach(async () => {
    host.received.length = 0
    zis = await startSimulator({ partners: () => [host.partner] })
    publicKey = (await zis.admin('POST /api/services/zis/registry/acme_a', {})).body[
      'jwt_public_key'
    ] as string
  })
  afterEach(() => zis.stop())

  const send = async (action: JsonObject = { method: 'GET', url: 'https://api.example.com/' }) => {
    await installFlow(zis, 'acme_a', { action })
    await raise(zis)
    await zis.settle()
    return host.received.at(-1)?.headers['x-zis-authorization'] ?? ''
  }

  it('is a bare token that the public key of the integration verifies', async () => {
    const token = await send()
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(isSignedBy(publicKey, token)).toBe(true)
    expect(part(token, 0)).toEqual({ alg: 'RS256', typ: 'JWT' })
    expect(part(token, 1)).toEqual({
      iss: 'zis',
      iat: someMonday / 1000,
      exp: someMonday / 1000 + 300,
      account_id: 12345678,
      integration_name: 'acme_a',
    })
  })

  it('is no signature of another integration, nor of other claims', async () => {
    const other = await zis.admin('POST /api/services/zis/registry/acme_b', {})
    const token = await send()
    expect(isSignedBy(other.body['jwt_public_key'] as string, token)).toBe(false)
    const [head, , signature] = token.split('.')
    const forged = Buffer.from(JSON.stringify({ ...part(token, 1), account_id: 1 })).toString('base64url')
    expect(isSignedBy(publicKey, `${head}.${forged}.${signature}`)).toBe(false)
  })

  it('is verified by the key that the list of integrations shows, too', async () => {
    const token = await send()
    const { body } = await zis.admin('GET /api/services/zis/registry/integrations')
    const [listed] = body['integrations'] as Array<{ jwt_public_key: string }>
    expect(isSignedBy(listed!.jwt_public_key, token)).toBe(true)
  })

  it('stands behind the word Bearer by a switch', async () => {
    await zis.control('PUT /_sim/assumptions', { signatureScheme: 'Bearer' })
    const token = await send()
    expect(token).toMatch(/^Bearer /)
    expect(isSignedBy(publicKey, token.slice('Bearer '.length))).toBe(true)
  })

  it('is on requests to Zendesk as well, unless a switch takes it off', async () => {
    const sent = async () => {
      await send({ method: 'GET', path: '/api/v2/tickets/1.json' })
      const { body } = await zis.control('GET /_sim/outbound')
      const [newest] = body['requests'] as Array<{ request: { headers: object } }>
      return Object.keys(newest!.request.headers)
    }
    expect(await sent()).toContain('X-ZIS-Authorization')
    await zis.control('PUT /_sim/assumptions', { signsZendeskRequests: false })
    expect(await sent()).not.toContain('X-ZIS-Authorization')
  })

  it('is masked in what is recorded', async () => {
    const token = await send()
    const kept = await Promise.all([zis.control('GET /_sim/outbound'), zis.control('GET /_sim/runs/1')])
    expect(kept.map(({ text }) => text.includes(token))).toEqual([false, false])
  })
})
