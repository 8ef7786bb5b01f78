import { startSimulator, type TestZis } from '../../support/start-simulator'

/** The first hour with curl: what was meant is done, or a sentence says what to write instead. */
describe('a slip in a call', () => {
  let zis: TestZis
  beforeAll(async () => {
    zis = await startSimulator()
  })
  afterAll(() => zis.stop())

  const first = (body: object) => (body as { errors: Array<{ detail: string }> }).errors[0]!.detail

  it.each([
    [
      'POST /_sim/clock',
      { advance_second: 60 },
      'body.advance_second is not known; did you mean advance_seconds?',
    ],
    ['POST /_sim/queue/stall', { seconds: 1, until: 'noon' }, 'body.until is not known; it takes seconds'],
    [
      'POST /_sim/storm',
      { change: 'delete', count: 1 },
      'body.change must be equal to one of "create", "update"',
    ],
    [
      'PUT /_sim/partners/slack.com/fault',
      { kind: 'hug' },
      'body.kind must be equal to one of "status", "slow", "no_answer", "drop", "broken_json", "wrong_shape", "wrong_type", "redirect", "huge"',
    ],
  ] as const)('%s with %j is refused with a way out', async (route, body, sentence) => {
    const before = zis.clock.now()
    const answer = await zis.control(route, body)
    expect([answer.status, first(answer.body)]).toEqual([400, sentence])
    expect(zis.clock.now()).toBe(before)
  })

  it.each([
    ['GET /_sim/runs/99', 'there is no run 99'],
    ['POST /_sim/events/99/again', 'there is no event 99'],
    ['GET /_sim/partners/erp.example.com', 'there is no partner erp.example.com'],
  ] as const)('%s says what is missing', async (route, sentence) => {
    const answer = await zis.control(route)
    expect([answer.status, first(answer.body)]).toEqual([404, sentence])
  })

  it('a JSON text that says it is a form, as curl -d does, is read as JSON', async () => {
    const { body } = await zis.with({
      authorization: `Basic ${btoa('admin@example.com/token:local-token')}`,
      'content-type': 'application/x-www-form-urlencoded',
    })('POST /api/services/zis/registry/acme_form', '{"description": "from curl"}')
    expect(body['description']).toBe('from curl')
  })
})
