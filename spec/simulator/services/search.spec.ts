import type { JsonObject } from '../../../src/zis/json'
import { readQuery } from '../../../src/simulator/services/account/search/query'
import { startSimulator, type TestZis } from '../../support/start-simulator'

let zis: TestZis
beforeEach(async () => {
  zis = await startSimulator()
})
afterEach(() => zis.stop())

const search = async (query: string, more = '') =>
  (await zis.agent(`GET /api/v2/search.json?query=${encodeURIComponent(query)}${more}`)).body
/** Types and ids of what is found, e.g. `ticket 1`. */
const found = async (query: string, more = '') =>
  ((await search(query, more))['results'] as JsonObject[]).map(
    ({ result_type, id }) => `${String(result_type)} ${String(id)}`,
  )
const updateTicket = (id: number, ticket: object) => zis.agent(`PUT /api/v2/tickets/${id}`, { ticket })

it('reads a query into its conditions', () => {
  expect(readQuery('type:ticket status<solved -tags:vip "not arrived" -late created>=2026-03-01')).toEqual([
    { key: 'type', op: ':', value: 'ticket', isNegated: false },
    { key: 'status', op: '<', value: 'solved', isNegated: false },
    { key: 'tags', op: ':', value: 'vip', isNegated: true },
    { op: ':', value: 'not arrived', isNegated: false },
    { op: ':', value: 'late', isNegated: true },
    { key: 'created', op: '>=', value: '2026-03-01', isNegated: false },
  ])
})

describe('a search', () => {
  beforeEach(async () => {
    await updateTicket(1, { status: 'open', tags: ['vip'], assignee_id: 9002 })
    await updateTicket(2, { status: 'solved' })
  })

  it.each([
    ['type:ticket status<solved', ['ticket 3', 'ticket 1']],
    ['type:ticket status>=open', ['ticket 2', 'ticket 1']],
    ['type:ticket status:open status:solved', ['ticket 2', 'ticket 1']],
    ['type:ticket priority>normal', ['ticket 1']],
    ['type:ticket priority:none', ['ticket 3']],
    ['type:ticket tags:vip', ['ticket 1']],
    ['type:ticket -tags:vip', ['ticket 3', 'ticket 2']],
    ['"not arrived"', ['ticket 1']],
    ['type:ticket -invoice -address', ['ticket 1']],
    ['subject:invoice', ['ticket 3']],
    ['requester:emil@example.org', ['ticket 3', 'ticket 1']],
    ['requester:"Eva End-User"', ['ticket 2']],
    ['assignee:me', ['ticket 1']],
    ['type:ticket assignee:none', ['ticket 3', 'ticket 2']],
    ['type:ticket group:Support', ['ticket 3', 'ticket 2', 'ticket 1']],
    ['type:user role:agent', ['user 9002']],
    ['type:user organization:"Example Ltd"', ['user 9102', 'user 9101']],
    ['type:user email:e*@example.org', ['user 9102', 'user 9101']],
    ['type:organization example', ['organization 5001']],
    ['type:group', ['group 8003', 'group 8002', 'group 8001']],
    ['type:ticket created:2026-03-02', ['ticket 3', 'ticket 2', 'ticket 1']],
    ['type:ticket created<2026-03-02', []],
    ['type:ticket updated>4hours status:open', ['ticket 1']],
    ['type:ticket no_such_property:1', []],
    ['type:nothing', []],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  it('finds a field of users by its key', async () => {
    await zis.admin('POST /api/v2/user_fields', {
      user_field: { key: 'seats', type: 'integer', title: 'Seats' },
    })
    await zis.agent('PUT /api/v2/users/9101', { user: { user_fields: { seats: 12 } } })
    expect(await found('seats>9')).toEqual(['user 9101'])
  })

  it('is sorted and cut into pages, and counted', async () => {
    expect(await found('type:ticket', '&sort_by=priority&sort_order=asc')).toEqual([
      'ticket 3',
      'ticket 2',
      'ticket 1',
    ])
    expect(await search('type:ticket', '&per_page=2')).toMatchObject({
      count: 3,
      next_page: 'https://acme.zendesk.com/api/v2/search.json?query=type%3Aticket&page=2&per_page=2',
      previous_page: null,
    })
    expect(await found('type:ticket', '&per_page=2&page=2')).toEqual(['ticket 1'])
    expect((await zis.agent('GET /api/v2/search/count?query=type:ticket')).body).toEqual({ count: 3 })
    expect(await zis.agent('GET /api/v2/search?query=type:ticket&page=11')).toMatchObject({
      status: 422,
      body: { error: 'InsufficientResourceError' },
    })
  })

  it('is exported by cursor', async () => {
    const path = '/api/v2/search/export?query=*&filter[type]=ticket&page[size]=2'
    const first = (await zis.agent(`GET ${path}`)).body
    expect(first).toMatchObject({ results: [{ id: 1 }, { id: 2 }], meta: { has_more: true } })
    const after = (first['meta'] as JsonObject)['after_cursor'] as string
    expect((await zis.agent(`GET ${path}&page[after]=${after}`)).body).toMatchObject({
      results: [{ id: 3 }],
      meta: { has_more: false },
    })
  })
})

describe('with a lag', () => {
  beforeEach(() => zis.control('PUT /_sim/assumptions', { searchLag: 30 }))

  it('finds a change only once the time is over', async () => {
    await updateTicket(1, { status: 'open' })
    expect(await found('type:ticket status:open')).toEqual([])
    expect(await found('type:ticket status:new')).toEqual(['ticket 3', 'ticket 2', 'ticket 1'])
    await zis.control('POST /_sim/clock', { advance_seconds: 30 })
    expect(await found('type:ticket status:open')).toEqual(['ticket 1'])
  })

  it('finds what is new later, too, and everything once the switch is back', async () => {
    await zis.agent('POST /api/v2/users', { user: { name: 'Nora New' } })
    expect(await found('nora')).toEqual([])
    await zis.control('PUT /_sim/assumptions', { searchLag: null })
    expect(await found('nora')).toEqual(['user 9201'])
  })
})
