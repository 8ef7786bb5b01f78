import { withoutIds } from '../../../src/simulator/server/unanswered'
import { callingFlow, installFlow, raise } from '../../support/one-flow'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('calls that nothing simulates', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const calls = async () => (await zis.control('GET /_sim/unanswered')).body['calls']

  it('are answered 404 and counted by method, path without ids, and who called', async () => {
    expect(await calls()).toEqual([])
    expect(await zis.apiToken('GET /api/v2/views/12/execute.json?secret=1')).toMatchObject({ status: 404 })
    zis.clock.advance(60_000)
    await zis.apiToken('GET /api/v2/views/13/execute')
    await zis.agent('POST /api/v2/macros', { macro: {} })
    await zis.nobody('GET /api/services/unheard_of')
    expect(await calls()).toEqual([
      {
        method: 'GET',
        path: '/api/v2/views/:id/execute',
        who: 'program',
        count: 2,
        last_at: '2026-03-02T09:01:00Z',
      },
      {
        method: 'GET',
        path: '/api/services/unheard_of',
        who: 'program',
        count: 1,
        last_at: '2026-03-02T09:01:00Z',
      },
      { method: 'POST', path: '/api/v2/macros', who: 'app', count: 1, last_at: '2026-03-02T09:01:00Z' },
    ])
  })

  it('tell that a flow made them', async () => {
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    await installFlow(zis, 'acme_a', {
      flow: callingFlow('acme_a'),
      action: { method: 'GET', path: '/api/v2/satisfaction_ratings/7' },
    })
    await raise(zis)
    await zis.settle()
    expect(await calls()).toMatchObject([
      { method: 'GET', path: '/api/v2/satisfaction_ratings/:id', who: 'flow', count: 1 },
    ])
  })

  it('are methods of Support that are missing, but not those that ZIS itself refuses', async () => {
    expect(await zis.agent('PATCH /api/v2/tickets/1', {})).toMatchObject({ status: 405 })
    expect(await zis.admin('PATCH /api/services/zis/registry/acme_a', {})).toMatchObject({ status: 405 })
    expect(await calls()).toMatchObject([{ method: 'PATCH', path: '/api/v2/tickets/:id', who: 'app' }])
  })

  it('are not what has an answer, and not other pages', async () => {
    await zis.agent('GET /api/v2/tickets/999')
    await zis.nobody('GET /somewhere')
    expect(await calls()).toEqual([])
  })

  it('are 500 at most, and can be forgotten', async () => {
    for (let at = 0; at < 505; at += 1) await zis.nobody(`GET /api/v2/word_${at}`)
    expect(await calls()).toHaveLength(500)
    expect(await zis.control('DELETE /_sim/unanswered')).toMatchObject({ status: 204 })
    expect(await calls()).toEqual([])
  })

  it.each([
    ['/api/v2/tickets/12/tags.json', '/api/v2/tickets/:id/tags'],
    ['/api/v2/things/018f3d9a-7b1c-7c3e-9a51-2f1f7a0c9d11', '/api/v2/things/:id'],
    ['/api/v2/things/eyJhbGciOiJIUzI1NiJ9', '/api/v2/things/:id'],
    ['/api/v2/satisfaction_ratings', '/api/v2/satisfaction_ratings'],
  ])('%s is kept as %s', (path, kept) => expect(withoutIds(path)).toBe(kept))
})
