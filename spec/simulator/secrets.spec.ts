import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../src/simulator'
import { readVaultKey } from '../../src/simulator/node/vault-key'
import { installSlackStatus, slackState } from '../support/install-slack-status'
import { startSimulator, type TestZis } from '../support/start-simulator'

/** Real secrets are made by real sign-ins; then everything that is kept or shown is searched for them. */
describe('secrets', () => {
  let folder: string
  let zis: TestZis
  let secrets: Record<string, string>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zis-secrets-'))
    // A folder that was there before, and that others may look into.
    chmodSync(folder, 0o755)
    zis = await startSimulator({ store: openSqliteStore(folder), key: readVaultKey(folder) })
    const made = await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await installSlackStatus(zis, { channel: '#support', statuses: ['open'] })
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.settle()

    const tokenOf = async (name: string) => {
      const { body } = await zis.admin(`GET /api/services/zis/connections/slack_status?name=${name}`)
      return body['access_token'] as string
    }
    const { secret } = made.body['zendesk_oauth_client'] as { secret: string }
    secrets = {
      'client secret of the integration': secret,
      'client secret of the Slack app': (await slackState(zis)).app.client_secret,
      'Slack token': await tokenOf('slack'),
      'Zendesk token': await tokenOf('zendesk'),
    }
  })
  afterAll(async () => {
    await zis.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const found = (text: string) => Object.keys(secrets).filter((name) => text.includes(secrets[name]!))

  it('are real ones', () => {
    for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThan(20)
    expect(found(`a ${secrets['Slack token']} b`)).toEqual(['Slack token'])
  })

  it('stand in no file, and every file is readable by its owner only', () => {
    const files = readdirSync(folder)
    expect(files).toEqual(expect.arrayContaining(['data.sqlite', 'key']))
    for (const file of files) {
      expect(found(readFileSync(join(folder, file), 'latin1'))).toEqual([])
      expect({ file, mode: statSync(join(folder, file)).mode & 0o777 }).toEqual({ file, mode: 0o600 })
    }
  })

  it.each([
    'GET /_sim/runs',
    'GET /_sim/runs/1',
    'GET /_sim/events',
    'GET /_sim/outbound?limit=500',
    'GET /_sim/log',
    'GET /_sim/log/export?format=csv',
    'GET /_sim/log/export?format=json',
    'GET /_sim/runs/1/replay',
    'GET /_sim/openapi.json',
    'GET /_sim/assumptions',
  ] as const)('are in no answer to %s', async (route) => {
    const { status, text } = await zis.control(route)
    expect(status).toBe(200)
    expect(found(text)).toEqual([])
  })

  it.each([
    'GET /api/services/zis/registry/integrations',
    'GET /api/services/zis/integrations/slack_status/connections/all',
    'GET /api/services/zis/connections/oauth/clients/slack_status',
    'GET /api/v2/oauth/clients',
    'GET /api/v2/oauth/tokens',
  ] as const)('are masked in %s', async (route) => {
    const { status, text } = await zis.admin(route)
    expect(status).toBe(200)
    expect(found(text)).toEqual([])
  })

  it('are in no line of the live stream', async () => {
    const ending = new AbortController()
    const stream = await zis.simulator.fetch(
      new Request(`${zis.simulator.origin}/_sim/stream`, {
        headers: { authorization: `Bearer ${zis.simulator.controlToken}` },
        signal: ending.signal,
      }),
    )
    const reader = stream.body!.getReader()
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { status: 'pending' } })
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    await zis.settle()
    let heard = ''
    while (!heard.includes('"kind":"runs"')) heard += new TextDecoder().decode((await reader.read()).value)
    ending.abort()
    expect(found(heard)).toEqual([])
  })

  it('are in no refusal, whatever they were sent as', async () => {
    const token = secrets['Slack token']!
    const refusals = [
      await zis.admin('POST /api/services/zis/registry/acme_a/bundles', { name: token }),
      await zis.admin('POST /api/services/zis/connections/oauth/clients/acme_a', { client_secret: token }),
      await zis.admin('POST /api/services/zis/integrations/acme_a/connections/bearer_token', { token }),
      await zis.admin('POST /api/v2/oauth/clients', { client: { secret: token } }),
      await zis.nobody('POST /oauth/tokens', { grant_type: 'refresh_token', refresh_token: token }),
      await zis.bearer(`${token}x`)('GET /api/services/zis/registry/integrations'),
      await zis.nobody(`GET /api/services/zis/connections/oauth/callback?code=${token}&state=${token}`),
      await zis.admin(
        `GET /api/services/zis/connections/oauth/access_codes/acme_a?verification_code=${token}`,
      ),
    ]
    for (const { status, text } of refusals) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(found(text)).toEqual([])
    }
  })

  it('are recorded as stars where a request carried them', async () => {
    const { body } = await zis.control('GET /_sim/outbound?limit=500')
    const requests = body['requests'] as Array<{ request: { url: string; headers: object; body?: string } }>
    const post = requests.find(({ request }) => request.url === 'https://slack.com/api/chat.postMessage')!
    expect(post.request.headers).toMatchObject({
      Authorization: 'Bearer *****',
      'X-ZIS-Authorization': '*****',
    })
    const exchange = requests.find(({ request }) => request.url === 'https://slack.com/api/oauth.v2.access')!
    expect(exchange.request.body).toMatch(/code=\*{5}&.*client_secret=\*{5}/)
  })
})
