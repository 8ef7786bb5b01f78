import type { JsonObject } from '../../../src/zis/json'
import { raised } from '../../support/raised'
import { startSimulator, type TestZis } from '../../support/start-simulator'

/** Changes that reach further than the one record that a caller names. */
describe('a change', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  const ticket = async (id: number) =>
    (await zis.agent(`GET /api/v2/tickets/${id}`)).body['ticket'] as JsonObject
  const newestAudit = async (id: number) =>
    ((await zis.agent(`GET /api/v2/tickets/${id}/audits`)).body['audits'] as JsonObject[]).at(-1)
  const people = async () =>
    ((await zis.agent('GET /api/v2/users')).body['users'] as JsonObject[]).map(({ email }) => email)
  const eventsOf = async (type: string) => (await raised(zis)).filter(({ event_type }) => event_type === type)

  const nora = { name: 'Nora', email: 'nora@example.net' }
  it.each<[string, 'POST' | 'PUT', JsonObject]>([
    ['by an unknown author', 'POST', { comment: { body: 'Hello', author_id: 1 }, requester: nora }],
    ['by an unknown submitter', 'POST', { comment: { body: 'Hello' }, submitter_id: 1, requester: nora }],
    ['without words', 'PUT', { comment: { public: true }, requester: nora }],
    ['with a file that is not there', 'PUT', { comment: { body: 'a', uploads: ['gone'] }, requester: nora }],
    ['for an unknown organization', 'PUT', { requester: nora, organization_id: 1 }],
    [
      'for a nameless requester',
      'PUT',
      { email_ccs: [{ user_email: nora.email }], requester: { name: '', email: 'nobody@example.net' } },
    ],
    [
      'to somebody who cannot be',
      'PUT',
      { email_ccs: [{ user_email: nora.email }, { user_email: 'at home' }] },
    ],
  ])('that is refused leaves nobody behind: %s', async (_, method, input) => {
    const before = await people()
    const path = method === 'POST' ? '/api/v2/tickets' : '/api/v2/tickets/1'
    expect(await zis.agent(`${method} ${path}`, { ticket: input })).toMatchObject({ status: 422 })
    expect(await people()).toEqual(before)
    expect(await raised(zis)).toEqual([])
    expect((await zis.agent('GET /api/v2/users/search?query=nora')).body).toMatchObject({ users: [] })
  })

  it('makes the same new person once, however often it names them', async () => {
    const { body } = await zis.agent('POST /api/v2/tickets', {
      ticket: {
        comment: { body: 'Hello' },
        requester: nora,
        email_ccs: [{ user_email: 'NORA@example.net' }, { user_email: 'other@example.net' }],
      },
    })
    const made = body['ticket'] as { requester_id: number; email_cc_ids: number[] }
    expect(made.email_cc_ids).toContain(made.requester_id)
    expect((await people()).slice(-2)).toEqual(['nora@example.net', 'other@example.net'])
    expect((await zis.agent(`GET /api/v2/users/${made.requester_id}`)).body).toMatchObject({
      user: { name: 'Nora' },
    })
    expect(await eventsOf('user.UserCreated')).toHaveLength(2)
  })

  it('that is refused leaves its files to the next one', async () => {
    const upload = await zis.agent('POST /api/v2/uploads?filename=a.txt', 'words')
    const { token } = upload.body['upload'] as { token: string }
    const comment = (uploads: string[]) => ({ ticket: { comment: { body: 'See', uploads } } })
    expect((await zis.agent('PUT /api/v2/tickets/1', comment([token, 'gone']))).status).toBe(422)
    expect(await zis.agent('PUT /api/v2/tickets/1', comment([token]))).toMatchObject({ status: 200 })
  })

  it('that merges users takes their tickets along, each with an audit and its events', async () => {
    await zis.agent('PUT /api/v2/tickets/2', { ticket: { email_ccs: [{ user_id: 9101 }] } })
    await zis.agent('PUT /api/v2/tickets/3', { ticket: { status: 'closed' } })
    zis.clock.advance(60_000)
    await zis.agent('PUT /api/v2/users/9101/merge', { user: { id: 9102 } })
    for (const id of [1, 3]) {
      expect(await ticket(id)).toMatchObject({ requester_id: 9102, updated_at: '2026-03-02T09:01:00Z' })
      expect(await newestAudit(id)).toMatchObject({
        author_id: 9002,
        events: [{ type: 'Change', field_name: 'requester_id', previous_value: 9101, value: 9102 }],
      })
    }
    expect(await ticket(2)).toMatchObject({ requester_id: 9102, email_cc_ids: [9102] })
    expect((await eventsOf('ticket.RequesterChanged')).map(({ event }) => event)).toMatchObject([
      { previous: 9101, current: 9102, ticket: { id: 1, requester_id: 9102 } },
      { previous: 9101, current: 9102, ticket: { id: 3 } },
    ])
    expect((await eventsOf('ticket.CcsChanged')).at(-1)).toMatchObject({
      event: { users_added: [9102], users_removed: [9101], ticket: { id: 2 } },
    })
  })

  it('that deletes an organization takes it from its tickets, each with an audit and its event', async () => {
    expect(await ticket(1)).toMatchObject({ organization_id: 5001 })
    await zis.admin('DELETE /api/v2/organizations/5001')
    expect(await ticket(1)).toMatchObject({ organization_id: null })
    expect(await newestAudit(1)).toMatchObject({
      author_id: 9001,
      events: [{ type: 'Change', field_name: 'organization_id', previous_value: 5001, value: null }],
    })
    expect((await eventsOf('ticket.OrganizationChanged')).map(({ event }) => event)).toMatchObject(
      [1, 2, 3].map((id) => ({ previous: 5001, current: null, ticket: { id } })),
    )
  })

  it('ticketsFollowPeople: of users and organizations reaches their tickets in silence', async () => {
    await zis.control('PUT /_sim/assumptions', { ticketsFollowPeople: 'silence' })
    await zis.agent('PUT /api/v2/users/9101/merge', { user: { id: 9102 } })
    await zis.admin('DELETE /api/v2/organizations/5001')
    expect(await ticket(1)).toMatchObject({ requester_id: 9102, organization_id: null })
    expect((await raised(zis)).filter(({ event_type }) => event_type.startsWith('ticket.'))).toEqual([])
    // The audit of its creation.
    expect(await newestAudit(1)).toMatchObject({ author_id: 9101 })
  })

  it('that marks a ticket as spam suspends who sent it, unless it is staff', async () => {
    const user = async (id: number) => (await zis.agent(`GET /api/v2/users/${id}`)).body['user']
    await zis.agent('PUT /api/v2/tickets/1/mark_as_spam', {})
    expect(await user(9101)).toMatchObject({ suspended: true, active: true })
    expect(await user(9102)).toMatchObject({ suspended: false })
    const { body } = await zis.agent('POST /api/v2/tickets', { ticket: { comment: { body: 'Buy!' } } })
    await zis.admin(`PUT /api/v2/tickets/${(body['ticket'] as { id: number }).id}/mark_as_spam`, {})
    expect(await user(9002)).toMatchObject({ suspended: false })
  })
})
