import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('tickets that are changed in other ways', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const update = (id: number, ticket: object) => zis.agent(`PUT /api/v2/tickets/${id}`, { ticket })
  const ids = (body: JsonObject, list = 'tickets') => (body[list] as JsonObject[]).map(({ id }) => id)

  it('a safe update is refused once somebody else was there', async () => {
    const read = (await zis.agent('GET /api/v2/tickets/1')).body['ticket'] as { updated_at: string }
    const safe = { safe_update: true, updated_stamp: read.updated_at }
    zis.clock.advance(1000)
    expect(await update(1, { ...safe, priority: 'low' })).toMatchObject({ status: 200 })
    expect(await update(1, { ...safe, priority: 'high' })).toMatchObject({
      status: 409,
      body: { error: 'UpdateConflict' },
    })
    expect(await zis.agent('PUT /api/v2/tickets/1/tags', { ...safe, tags: ['a'] })).toMatchObject({
      status: 409,
    })
    expect(await update(1, { safe_update: true })).toMatchObject({ status: 422 })
  })

  it('an agent who gets a new ticket opens it, and another group takes it from the agent', async () => {
    expect((await update(1, { assignee_email: 'agent@example.com' })).body).toMatchObject({
      ticket: { assignee_id: 9002, status: 'open', group_id: 8001 },
    })
    expect((await update(1, { group_id: 8003 })).body).toMatchObject({
      ticket: { assignee_id: null, group_id: 8003, status: 'open' },
    })
  })

  it.each([
    ['requester_id', { requester_id: 1 }],
    ['requester', { requester: { email: 'new@example.org' } }],
    ['requester', { requester: { name: 'Nia', email: 'at home' } }],
    ['assignee_id', { assignee_id: 9101 }],
    ['group_id', { group_id: 1 }],
    ['brand_id', { brand_id: 1 }],
    ['ticket_form_id', { ticket_form_id: 1 }],
    ['due_at', { type: 'task', due_at: 'soon' }],
    ['comment', { comment: { public: true } }],
    ['author_id', { comment: { body: 'a', author_id: 1 } }],
  ])('a change is refused with the place: %s', async (field, change) => {
    expect(await update(1, change)).toMatchObject({
      status: 422,
      body: { error: 'RecordInvalid', details: { [field]: [{ description: expect.any(String) }] } },
    })
    expect((await zis.control('GET /_sim/events')).body['events']).toEqual([])
  })

  it('a new ticket needs words, and makes its requester known', async () => {
    expect(await zis.agent('POST /api/v2/tickets', { ticket: { subject: 'Empty' } })).toMatchObject({
      status: 422,
      body: { details: { base: [{ description: 'Description: cannot be blank' }] } },
    })
    const requester = { name: 'Nia New', email: 'nia@example.org' }
    const make = () => zis.apiToken('POST /api/v2/tickets', { ticket: { description: 'Hello', requester } })
    const made = await make()
    expect(made).toMatchObject({
      status: 201,
      body: { ticket: { id: 4, via: { channel: 'api' }, submitter_id: 9001 } },
    })
    expect(made.headers.get('location')).toBe('https://acme.zendesk.com/api/v2/tickets/4.json')
    const again = await make()
    expect((again.body['ticket'] as JsonObject)['requester_id']).toBe(
      (made.body['ticket'] as JsonObject)['requester_id'],
    )
  })

  it('are listed in the order that is asked for, and by external_id', async () => {
    zis.clock.advance(1000)
    await update(2, { external_id: 'order-2' })
    expect(ids((await zis.agent('GET /api/v2/tickets?sort=-updated_at')).body)).toEqual([2, 3, 1])
    expect(ids((await zis.agent('GET /api/v2/tickets?sort_by=priority&sort_order=desc')).body)).toEqual([
      1, 2, 3,
    ])
    expect(ids((await zis.agent('GET /api/v2/tickets?external_id=order-2')).body)).toEqual([2])
    const page = await zis.agent('GET /api/v2/tickets?page[size]=2&sort=-id')
    const next = new URL((page.body['links'] as JsonObject)['next'] as string)
    expect([ids(page.body), ids((await zis.agent(`GET ${next.pathname}${next.search}`)).body)]).toEqual([
      [3, 2],
      [1],
    ])
    expect(ids((await zis.agent('GET /api/v2/tickets/show_many?ids=3,1,99')).body)).toEqual([3, 1])
    expect((await zis.agent('GET /api/v2/tickets/count')).body).toMatchObject({ count: { value: 3 } })
  })

  it('many are changed by a job, which says of each how it went', async () => {
    const answer = await zis.agent('PUT /api/v2/tickets/update_many?ids=1,2,99', {
      ticket: { priority: 'low' },
    })
    expect(answer).toMatchObject({
      status: 200,
      body: { job_status: { status: 'queued', total: 3, results: null } },
    })
    const { id } = answer.body['job_status'] as { id: string }
    expect((await zis.agent(`GET /api/v2/job_statuses/${id}`)).body).toMatchObject({
      job_status: {
        status: 'completed',
        results: [
          { id: 1, success: true },
          { id: 2, success: true },
          { success: false, error: 'RecordNotFound' },
        ],
      },
    })
    expect((await zis.agent('GET /api/v2/tickets/2')).body).toMatchObject({ ticket: { priority: 'low' } })
    const made = await zis.agent('POST /api/v2/tickets/create_many', {
      tickets: [{ description: 'One' }, {}],
    })
    expect(made.status).toBe(200)
    expect((await zis.agent('GET /api/v2/tickets/count')).body).toMatchObject({ count: { value: 4 } })
    expect(await zis.agent('PUT /api/v2/tickets/update_many?ids=a', { ticket: {} })).toMatchObject({
      status: 400,
    })
  })

  it('a deleted one is gone from lists, can come back, and can be gone for good', async () => {
    await zis.agent('DELETE /api/v2/tickets/1')
    expect(await zis.agent('GET /api/v2/tickets/1')).toMatchObject({
      status: 404,
      body: { error: 'RecordNotFound' },
    })
    expect((await zis.agent('GET /api/v2/deleted_tickets')).body).toMatchObject({
      count: 1,
      deleted_tickets: [{ id: 1, actor: { id: 9002, name: 'Arlo Agent' }, previous_state: 'new' }],
    })
    await zis.agent('PUT /api/v2/deleted_tickets/restore_many?ids=1')
    expect(ids((await zis.agent('GET /api/v2/tickets')).body)).toEqual([1, 2, 3])
    await zis.agent('DELETE /api/v2/tickets/destroy_many?ids=1,2')
    expect(await zis.agent('DELETE /api/v2/deleted_tickets/1')).toMatchObject({ status: 403 })
    await zis.admin('DELETE /api/v2/deleted_tickets/destroy_many?ids=1,2')
    expect(ids((await zis.agent('GET /api/v2/deleted_tickets')).body, 'deleted_tickets')).toEqual([])
    expect(await zis.agent('PUT /api/v2/deleted_tickets/1/restore')).toMatchObject({ status: 404 })
  })

  it('a merge closes its sources and tells the target', async () => {
    await zis.agent('POST /api/v2/tickets/3/merge', { ids: [1, 2], target_comment: 'All in one' })
    expect((await zis.agent('GET /api/v2/tickets/1')).body).toMatchObject({
      ticket: { status: 'closed', tags: ['closed_by_merge'] },
    })
    expect((await zis.agent('GET /api/v2/tickets/3/comments')).body).toMatchObject({
      comments: [{}, { body: 'All in one', public: false }],
    })
    expect(await zis.agent('POST /api/v2/tickets/3/merge', { ids: [1] })).toMatchObject({ status: 422 })
    expect(await zis.agent('POST /api/v2/tickets/3/merge', { ids: [3] })).toMatchObject({ status: 422 })
  })

  it('are exported in the order of their changes, by a cursor that stays good', async () => {
    zis.clock.advance(60_000)
    await update(1, { priority: 'low' })
    await zis.agent('DELETE /api/v2/tickets/2')
    const first = await zis.admin('GET /api/v2/incremental/tickets/cursor.json?start_time=0&per_page=2')
    expect([ids(first.body), first.body['end_of_stream']]).toEqual([[3, 1], false])
    const next = new URL(first.body['after_url'] as string)
    const last = await zis.admin(`GET ${next.pathname}${next.search}`)
    expect(last.body).toMatchObject({ tickets: [{ id: 2, status: 'deleted' }], end_of_stream: true })
    const after = new URL(last.body['after_url'] as string)
    expect((await zis.admin(`GET ${after.pathname}${after.search}`)).body).toMatchObject({ tickets: [] })
    zis.clock.advance(1000)
    await update(3, { priority: 'low' })
    expect(ids((await zis.admin(`GET ${after.pathname}${after.search}`)).body)).toEqual([3])
    expect(await zis.agent('GET /api/v2/incremental/tickets/cursor?start_time=0')).toMatchObject({
      status: 403,
    })
    expect(await zis.admin('GET /api/v2/incremental/tickets/cursor')).toMatchObject({ status: 400 })
  })
})
