import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '../../../src/zis/json'
import { createClock, openSqliteStore } from '../../../src/simulator'
import { readVaultKey } from '../../../src/simulator/node/vault-key'
import { createCallers, type Callers } from '../../support/callers'
import { startProgram, type Program } from '../../support/program'
import { recordingPartner } from '../../support/recording-partner'
import { someMonday, startSimulator } from '../../support/start-simulator'

const day = 24 * 3600
const endpoint = 'https://hooks.example.com/'

/** Makes a webhook that subscribes to changes of status; its id. */
async function makeWebhook(zis: Pick<Callers, 'admin'>, authentication?: JsonObject): Promise<string> {
  const made = await zis.admin('POST /api/v2/webhooks', {
    webhook: {
      ...{ name: 'Elsewhere', status: 'active', endpoint, http_method: 'POST', request_format: 'json' },
      subscriptions: ['zen:event-type:ticket.status_changed'],
      ...(authentication && { authentication }),
    },
  })
  if (made.status !== 201) throw new Error(made.text)
  return (made.body['webhook'] as { id: string }).id
}
const open = (zis: Pick<Callers, 'agent'>, status: string) =>
  zis.agent('PUT /api/v2/tickets/1', { ticket: { status } })
async function invocations(zis: Pick<Callers, 'admin'>, id: string) {
  return (await zis.admin(`GET /api/v2/webhooks/${id}/invocations`)).body['invocations'] as JsonObject[]
}

describe('webhooks of the account that are kept on disk', () => {
  let folder: string
  let program: Program | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-hooks-'))
  })
  afterEach(async () => {
    await program?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('go out again when the program was killed before they were answered', async () => {
    mkdirSync(join(folder, 'elsewhere/partners'), { recursive: true })
    writeFileSync(
      join(folder, 'elsewhere/partners/hooks.json'),
      JSON.stringify({
        host: 'hooks.example.com',
        title: 'Elsewhere',
        routes: [{ route: 'POST /', answer: { body: { taken: true } } }],
      }),
    )
    const start = async () => {
      program = await startProgram(
        ...['--port', '0', '--data', join(folder, 'data'), '--integrations', folder],
        ...['--control-token', 'control-token-of-specs'],
      )
      return createCallers((request) => fetch(request), program.origin, 'control-token-of-specs')
    }
    const before = await start()
    const id = await makeWebhook(before)
    const fault = { kind: 'no_answer', times: 1 }
    expect((await before.control('PUT /_sim/partners/hooks.example.com/fault', fault)).status).toBe(200)
    await open(before, 'open')
    const isAsked = async () =>
      (await before.control('GET /_sim/partners/hooks.example.com')).body['fault'] === null
    while (!(await isAsked()));
    expect(await invocations(before, id)).toMatchObject([{ status: 'in progress' }])
    // That the fault is used up is on disk once a later write is: else the new start would have it again.
    await before.agent('PUT /api/v2/tickets/2', { ticket: { priority: 'low' } })
    await program!.kill('SIGKILL')

    const after = await start()
    expect((await after.control('POST /_sim/settle', {})).body).toMatchObject({ settled: true })
    expect(await invocations(after, id)).toMatchObject([{ status: 'success', status_code: 200 }])
    expect(await program!.kill()).toBe(0)
  })

  it('are forgotten after seven days, but for those that are still to be sent', async () => {
    let isTired = false
    const elsewhere = recordingPartner('hooks.example.com', () =>
      isTired
        ? new Response('', { status: 503, headers: { 'retry-after': String(30 * day) } })
        : Response.json({}),
    )
    const start = async (clock = createClock()) => {
      if (!clock.isFrozen) clock.freeze(someMonday)
      const parts = { store: openSqliteStore(folder), key: readVaultKey(folder), clock }
      return startSimulator({ ...parts, partners: () => [elsewhere.partner] })
    }
    let zis = await start()
    const id = await makeWebhook(zis)
    await open(zis, 'open')
    await zis.settle()
    expect(await invocations(zis, id)).toHaveLength(1)
    await zis.control('PUT /_sim/assumptions', { webhookRetries: 3 })
    isTired = true
    await open(zis, 'pending')
    await zis.settle()
    zis.clock.advance((7 * day + 3600) * 1000)
    expect(await invocations(zis, id)).toMatchObject([{ status: 'in progress' }])
    await zis.stop()

    isTired = false
    const clock = createClock()
    clock.freeze(someMonday + 8 * day * 1000)
    zis = await start(clock)
    await zis.settle()
    expect(await invocations(zis, id)).toMatchObject([{ status: 'success' }])
    clock.advance(3600 * 1000)
    expect(await invocations(zis, id)).toEqual([])
    await zis.stop()
  })

  const planted = 'planted-secret-of-a-webhook'
  it.each([
    ['basic_auth', { username: 'zis', password: planted }],
    ['bearer_token', { token: planted }],
    ['api_key', { name: 'X-Elsewhere', value: planted }],
  ])('keep their secret to themselves: %s', async (type, data) => {
    // The other system sends back all that it got: the worst that it can do with a credential.
    const elsewhere = recordingPartner('hooks.example.com', ({ headers, body }) =>
      Response.json({ headers, body, values: Object.values(headers).join(' ') }),
    )
    const start = () =>
      startSimulator({
        store: openSqliteStore(folder),
        key: readVaultKey(folder),
        partners: () => [elsewhere.partner],
      })
    let zis = await start()
    const id = await makeWebhook(zis, { type, data, add_position: 'header' })
    const looked: string[] = []
    async function look() {
      for (const route of [
        ...['GET /_sim/outbound?limit=500', 'GET /_sim/events', 'GET /_sim/runs', 'GET /_sim/log'],
        ...['GET /_sim/log/export?format=csv', 'GET /_sim/log/export?format=json'],
      ] as const) {
        looked.push((await zis.control(route as 'GET /_sim/log')).text)
      }
      for (const path of ['', `/${id}`, `/${id}/invocations`]) {
        looked.push((await zis.admin(`GET /api/v2/webhooks${path}`)).text)
      }
      for (const file of readdirSync(folder)) looked.push(readFileSync(join(folder, file), 'latin1'))
    }
    await open(zis, 'open')
    await zis.settle()
    await look()
    await zis.stop()
    // The next process has never seen the secret.
    zis = await start()
    await look()
    await open(zis, 'pending')
    await zis.settle()
    await look()
    await zis.stop()

    const encoded = btoa(`zis:${planted}`)
    expect(elsewhere.received).toHaveLength(2)
    expect(JSON.stringify(elsewhere.received[1])).toContain(type === 'basic_auth' ? encoded : planted)
    expect(looked.join('\n')).toContain('hooks.example.com')
    expect(looked.filter((text) => text.includes(planted) || text.includes(encoded))).toEqual([])
  })
})
