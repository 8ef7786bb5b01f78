import { installFlow, raise, results } from '../../support/one-flow'
import { startSimulator, type TestZis } from '../../support/start-simulator'

/** A bundle may come from anybody: it reaches the account, and never the switches of the simulator. */
describe('the simulator’s own paths, for what ZIS sends', () => {
  let zis: TestZis
  beforeAll(async () => {
    zis = await startSimulator()
    await zis.admin('POST /api/services/zis/registry/acme_paths', {})
  })
  afterAll(() => zis.stop())

  const answers = async () => {
    const { body } = await zis.control('GET /_sim/outbound')
    const requests = body['requests'] as Array<{
      request: { method: string; url: string }
      response: { status: number; body: string }
    }>
    return requests.map(({ request, response }) => ({ ...request, ...response }))
  }

  it.each(['/_sim/partners/slack.com', '/_sim/session', '/%5Fsim/clock', '/api/v2/../../_sim/clock'])(
    'are not there for a flow: %s',
    async (path) => {
      await installFlow(zis, 'acme_paths', { action: { method: 'GET', path } })
      await raise(zis)
      await zis.settle()
      expect((await results(zis)).at(-1)).toBe('caught: external action failed due to status code: 404')
      expect((await answers())[0]!.body).not.toContain('client_secret')
    },
  )

  it('are not there for a webhook of the account', async () => {
    const { body } = await zis.admin('POST /api/v2/webhooks', {
      webhook: {
        name: 'Clock',
        status: 'active',
        endpoint: 'https://acme.zendesk.com/_sim/clock',
        http_method: 'POST',
        request_format: 'json',
      },
    })
    const { id } = body['webhook'] as { id: string }
    const made = await zis.admin('POST /api/v2/triggers', {
      trigger: {
        title: 'Move the clock',
        conditions: { all: [] },
        actions: [{ field: 'notification_webhook', value: [id, '{"advance_seconds": 3600}'] }],
      },
    })
    expect(made.status).toBe(201)
    const before = zis.clock.now()
    await zis.admin('PUT /api/v2/tickets/1', { ticket: { status: 'pending' } })
    await zis.settle()
    expect(zis.clock.now()).toBe(before)
    expect((await answers())[0]).toMatchObject({ method: 'POST', status: 404 })
  })
})
