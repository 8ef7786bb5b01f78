import type { JsonObject } from '../../../src/zis/json'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

/** What is open about triggers and webhooks of the account: each switch in both positions. */
describe('switches of triggers and webhooks', () => {
  let zis: TestZis
  let statuses: number[]
  const elsewhere = recordingPartner('hooks.example.com', () =>
    Response.json({}, { status: statuses.shift() ?? 200 }),
  )
  beforeEach(async () => {
    elsewhere.received.length = 0
    statuses = []
    zis = await startSimulator({ partners: () => [elsewhere.partner] })
  })
  afterEach(() => zis.stop())

  const turn = (switches: object) => zis.control('PUT /_sim/assumptions', switches)
  async function webhook(more: JsonObject): Promise<string> {
    const { body } = await zis.admin('POST /api/v2/webhooks', {
      webhook: {
        ...{ name: 'Elsewhere', status: 'active', endpoint: 'https://hooks.example.com/' },
        ...{ http_method: 'POST', request_format: 'json' },
        ...more,
      },
    })
    return (body['webhook'] as { id: string }).id
  }
  const trigger = (id: string, body: string) =>
    zis.admin('POST /api/v2/triggers', {
      trigger: {
        title: 'Tell',
        conditions: { all: [] },
        actions: [{ field: 'notification_webhook', value: [id, body] }],
      },
    })
  /** What came there, in order. */
  async function sent(): Promise<string[]> {
    await zis.settle()
    return elsewhere.received.splice(0).map(({ body }) => body)
  }
  const events = async () => (await sent()).map((body) => JSON.parse(body) as JsonObject)
  const change = (ticket: object) => zis.admin('PUT /api/v2/tickets/1', { ticket })

  it('webhookRetries: once, or up to three times more while the clock goes on', async () => {
    const id = await webhook({})
    await trigger(id, '{}')
    statuses = [503, 429]
    await change({ status: 'open' })
    expect(await sent()).toHaveLength(1)
    const invocations = async () =>
      (await zis.admin(`GET /api/v2/webhooks/${id}/invocations`)).body['invocations']
    expect(await invocations()).toMatchObject([{ status: 'failed', status_code: 503 }])

    await turn({ webhookRetries: 3 })
    statuses = [503, 429]
    await change({ status: 'pending' })
    expect(await sent()).toHaveLength(1)
    expect(await invocations()).toMatchObject([{ status: 'in progress' }, {}])
    zis.clock.advance(5000)
    expect(await sent()).toHaveLength(1)
    zis.clock.advance(5000)
    expect(await sent()).toHaveLength(1)
    expect(await invocations()).toMatchObject([{ status: 'success', status_code: 200 }, {}])

    // What the other system refuses for good is not sent again; what it never takes ends.
    statuses = [400]
    await change({ status: 'open' })
    expect(await sent()).toHaveLength(1)
    statuses = [503, 503, 503, 503]
    await change({ status: 'hold' })
    let tries = (await sent()).length
    for (let again = 0; again < 5; again += 1) {
      zis.clock.advance(5000)
      tries += (await sent()).length
    }
    expect(tries).toBe(4)
    expect(await invocations()).toMatchObject([{ status: 'failed', status_code: 503 }, {}, {}, {}])
  })

  it('webhookRetries: none for a webhook that was switched off meanwhile', async () => {
    await turn({ webhookRetries: 3 })
    const id = await webhook({})
    await trigger(id, '{}')
    statuses = [503]
    await change({ status: 'open' })
    expect(await sent()).toHaveLength(1)
    await zis.admin(`PATCH /api/v2/webhooks/${id}`, { webhook: { status: 'inactive' } })
    zis.clock.advance(5000)
    expect(await sent()).toEqual([])
    expect((await zis.admin(`GET /api/v2/webhooks/${id}/invocations`)).body['invocations']).toMatchObject([
      { status: 'failed', status_code: 503 },
    ])
  })

  it('webhookEventVersion, webhookEventNumbers, webhookNoTags: how an event is written', async () => {
    await webhook({ subscriptions: ['zen:event-type:ticket.group_assignment_changed'] })
    await change({ group_id: 8002 })
    expect(await events()).toMatchObject([
      { zendesk_event_version: '2022-06-20', detail: { tags: [] }, event: { current: '8002' } },
    ])
    await turn({ webhookEventVersion: '2022-11-06', webhookEventNumbers: 'number', webhookNoTags: 'null' })
    await change({ group_id: 8001 })
    expect(await events()).toMatchObject([
      { zendesk_event_version: '2022-11-06', detail: { id: '1', tags: null }, event: { current: 8001 } },
    ])
  })

  it('webhookUserTypes: a colon or a slash before the type of an event of a user', async () => {
    await webhook({ subscriptions: ['zen:event-type:user.name_changed'] })
    await webhook({ subscriptions: ['zen:event-type/user.name_changed'] })
    const rename = (name: string) => zis.admin('PUT /api/v2/users/9101', { user: { name } })
    await rename('Emil Else')
    const colon = { type: 'zen:event-type:user.name_changed' }
    expect(await events()).toMatchObject([colon, colon])
    await turn({ webhookUserTypes: 'zen:event-type/' })
    await rename('Emil Otherwise')
    const slash = { type: 'zen:event-type/user.name_changed' }
    expect(await events()).toMatchObject([slash, slash])
  })

  it('formWebhookBody: fields of a form, or the text as it is', async () => {
    const id = await webhook({ request_format: 'form_encoded' })
    await trigger(id, '{"id":"{{ticket.id}}"}')
    await change({ status: 'open' })
    expect(await sent()).toEqual(['id=1'])
    await turn({ formWebhookBody: 'text' })
    await change({ status: 'pending' })
    expect(await sent()).toEqual(['{"id":"1"}'])
  })

  it('placeholdersEscaped: a quotation mark inside of JSON', async () => {
    const id = await webhook({})
    await trigger(id, '{"title":"{{ticket.title}}"}')
    await change({ subject: 'Say "hello"' })
    expect(await sent()).toEqual(['{"title":"Say \\"hello\\""}'])
    await turn({ placeholdersEscaped: false })
    await change({ subject: 'Say "bye"' })
    expect(await sent()).toEqual(['{"title":"Say "bye""}'])
  })

  it('say what else happens to a ticket: custom fields, visibility, deletion and its end', async () => {
    const names = ['custom_field_changed', 'comment_added', 'soft_deleted', 'permanently_deleted']
    await webhook({ subscriptions: names.map((name) => `zen:event-type:ticket.${name}`) })
    await change({ custom_fields: [{ id: 360_012, value: 'A-1' }] })
    expect(await events()).toMatchObject([
      {
        event: {
          custom_field: { id: '360012', title: 'Order number', type: 'text' },
          previous: { value: null },
          current: { value: 'A-1' },
        },
      },
    ])
    const { body } = await zis.admin('POST /api/v2/tickets', {
      ticket: { subject: 'Inside', comment: { body: 'Only for us', public: false } },
    })
    const { id } = body['ticket'] as { id: number }
    expect(await events()).toMatchObject([
      { detail: { id: String(id), is_public: false, subject: 'Inside' } },
    ])
    await zis.admin(`DELETE /api/v2/tickets/${id}`)
    expect(await events()).toMatchObject([
      {
        type: 'zen:event-type:ticket.soft_deleted',
        detail: { id: String(id), status: 'DELETED' },
        event: {},
      },
    ])
    await zis.admin(`DELETE /api/v2/deleted_tickets/${id}`)
    expect(await events()).toMatchObject([
      { type: 'zen:event-type:ticket.permanently_deleted', detail: { id: String(id) } },
    ])
  })
})
