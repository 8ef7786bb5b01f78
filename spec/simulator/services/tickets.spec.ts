import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

describe('tickets', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const update = (id: number, ticket: object) => zis.agent(`PUT /api/v2/tickets/${id}.json`, { ticket })
  /** Events, oldest first. */
  const events = async () =>
    ((await zis.control('GET /_sim/events')).body['events'] as JsonObject[]).reverse()

  it('are there from the start, the same every time', async () => {
    const { body } = await zis.agent('GET /api/v2/tickets.json')
    expect(body).toMatchObject({ count: 3, tickets: [{ id: 1, status: 'new', priority: 'high' }, {}, {}] })
  })

  it('raise one event for each changed property, with one sequence', async () => {
    await update(1, { status: 'open', priority: 'low', tags: ['vip'], subject: 'My parcel has not arrived' })
    const raised = await events()
    expect(raised.map(({ event_type }) => event_type)).toEqual([
      'ticket.StatusChanged',
      'ticket.PriorityChanged',
      'ticket.TagsChanged',
    ])
    const [status, , tags] = raised.map(({ input }) => (input as { ticket_event: JsonObject }).ticket_event)
    expect(status).toMatchObject({
      type: 'Status Changed',
      previous: 'new',
      current: 'open',
      meta: { version: '1.0', occurred_at: '2026-03-02T09:00:00Z', sequence: { position: 1, total: 3 } },
      ticket: { id: 1, status: 'open', priority: 'low', form_id: 6001, tags: ['vip'] },
    })
    expect(status!['ticket']).not.toHaveProperty('subject')
    expect(tags).toMatchObject({ tags_added: ['vip'], tags_removed: [], meta: { sequence: { position: 3 } } })
    const ids = raised.map(
      ({ input }) => JSON.stringify(input).match(/"sequence":{"id":"([0-9A-F]{32})"/)![1],
    )
    expect(new Set(ids).size).toBe(1)
  })

  it('raise nothing when nothing changes', async () => {
    await update(1, { status: 'new' })
    expect(await events()).toEqual([])
  })

  it('raise an event for a comment, with its author', async () => {
    await update(1, { comment: { body: 'On its way', public: false } })
    expect(await events()).toMatchObject([
      {
        event_type: 'ticket.CommentAdded',
        origin: 'Ticket 1 was changed',
        input: {
          ticket_event: {
            type: 'Comment Created',
            comment: {
              body: 'On its way',
              is_public: false,
              author: { id: 9002, name: 'Arlo Agent', is_staff: true },
            },
          },
        },
      },
    ])
    const { body } = await zis.agent('GET /api/v2/tickets/1/comments')
    expect(body).toMatchObject({ count: 2, comments: [{}, { body: 'On its way', author_id: 9002 }] })
  })

  it('raise their creation, the comment and every property that was set', async () => {
    const made = await zis.agent('POST /api/v2/tickets', {
      ticket: { subject: 'New', priority: 'urgent', comment: { body: 'Hello' }, requester_id: 9101 },
    })
    expect(made).toMatchObject({
      status: 201,
      body: { ticket: { id: 4, requester_id: 9101, submitter_id: 9002 } },
    })
    expect((await events()).map(({ event_type }) => event_type)).toEqual(
      expect.arrayContaining(['ticket.TicketCreated', 'ticket.CommentAdded', 'ticket.PriorityChanged']),
    )
  })

  it('cannot be changed once closed', async () => {
    await update(1, { status: 'closed' })
    expect(await update(1, { status: 'open' })).toMatchObject({
      status: 422,
      body: {
        error: 'RecordInvalid',
        details: { status: [{ description: 'Status: closed prevents ticket update' }] },
      },
    })
  })

  it('refuse what they cannot be, with the place', async () => {
    expect(await update(1, { status: 'happy' })).toMatchObject({
      status: 422,
      body: { error: 'RecordInvalid', details: { 'body.ticket.status': [{}] } },
    })
    expect(await update(99, { status: 'open' })).toMatchObject({
      status: 404,
      body: { error: 'RecordNotFound' },
    })
    expect(await zis.agent('GET /api/v2/tickets/1e0')).toMatchObject({ status: 404 })
  })

  it('are for the signed-in', async () => {
    expect(await zis.nobody('GET /api/v2/tickets')).toMatchObject({
      status: 401,
      body: { error: "Couldn't authenticate you" },
    })
  })

  it('know an anonymous visitor as an end user without an id', async () => {
    expect(await zis.nobody('GET /api/v2/users/me.json')).toMatchObject({
      status: 200,
      body: { user: { id: null, role: 'end-user' } },
    })
  })
})
