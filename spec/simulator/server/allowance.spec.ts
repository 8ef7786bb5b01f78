import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('what the account is allowed', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const turn = (switches: object) => zis.control('PUT /_sim/assumptions', switches)
  const list = () => zis.admin('GET /api/services/zis/registry/integrations')
  const door = '/api/services/zis/inbound_webhooks/generic/ingest/unknown'

  it('has no limit of its own accord, and says nothing of one', async () => {
    const { status, headers } = await list()
    expect([status, headers.get('x-rate-limit')]).toEqual([200, null])
  })

  it.each([
    ['GET /api/services/zis/registry/integrations'],
    ['POST /api/services/zis/registry/acme_a'],
    [`POST ${door}`],
    ['GET /api/services/zis/no/such/path'],
  ] as const)('answers 429 to %s with the switch at "always"', async (route) => {
    await turn({ rateLimit: 'always' })
    zis.clock.advance(12_500)
    const answer = await zis.nobody(route)
    expect(answer).toMatchObject({
      status: 429,
      text: 'Number of allowed API requests per minute exceeded',
    })
    expect(answer.headers.get('retry-after')).toBe('48')
  })

  it('counts requests in each minute, and takes new ones when Retry-After is over', async () => {
    await turn({ rateLimit: 200 })
    for (let number = 1; number < 200; number += 1) await list()
    const last = await list()
    expect([last.status, last.headers.get('x-rate-limit-remaining')]).toEqual([200, '0'])
    const over = await list()
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, '60'])
    zis.clock.advance(60_000)
    const next = await list()
    expect([
      next.status,
      next.headers.get('x-rate-limit'),
      next.headers.get('x-rate-limit-remaining'),
    ]).toEqual([200, '200', '199'])
  })

  it('gives inbound webhooks 2,000 a minute of their own', async () => {
    await turn({ rateLimit: 200 })
    const answer = await zis.nobody(`POST ${door}`)
    expect([answer.status, answer.headers.get('x-rate-limit')]).toEqual([401, '2000'])
    expect((await list()).headers.get('x-rate-limit-remaining')).toBe('199')
  })

  it('counts the account’s own paths with those of ZIS, and leaves them on any plan', async () => {
    await turn({ rateLimit: 200, zisOnPlan: false })
    const answer = await zis.admin('GET /api/v2/tickets')
    expect([answer.status, answer.headers.get('x-rate-limit-remaining')]).toEqual([200, '199'])
    await turn({ rateLimit: 'always' })
    const refused = await zis.admin('GET /api/v2/tickets')
    expect([refused.status, refused.headers.get('retry-after'), refused.text]).toEqual([
      429,
      '60',
      'Number of allowed API requests per minute exceeded',
    ])
  })

  it('answers 403 to every path of ZIS without ZIS on the plan', async () => {
    await turn({ zisOnPlan: false })
    for (const send of [zis.admin, zis.apiToken, zis.nobody]) {
      expect(await send('GET /api/services/zis/registry/integrations')).toMatchObject({
        status: 403,
        text: 'Integration services are not part of the plan of this account',
      })
    }
  })

  it('opens nothing to API tokens once they are retired', async () => {
    const settings = async () =>
      ((await zis.admin('GET /api/v2/account/settings.json')).body['settings'] as { api: object }).api
    expect(await settings()).toMatchObject({ api_token_access: true })
    await turn({ apiTokensRetired: true })
    expect(await zis.apiToken('GET /api/services/zis/registry/integrations')).toMatchObject({
      status: 401,
      text: 'Authentication failed',
    })
    expect(await zis.apiToken('GET /api/v2/tickets')).toMatchObject({
      status: 401,
      body: { error: "Couldn't authenticate you" },
    })
    expect(await settings()).toMatchObject({ api_token_access: false })
  })
})
