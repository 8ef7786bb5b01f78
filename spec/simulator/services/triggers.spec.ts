import type { JsonObject } from '../../../src/zis/json'
import { createMemoryStore } from '../../../src/simulator/store/memory'
import { recordingPartner } from '../../support/recording-partner'
import { startSimulator, type TestZis } from '../../support/start-simulator'

const template = JSON.stringify({
  id: '{{ticket.id}}',
  title: '{{ticket.title}}',
  status: '{{ ticket.status }}',
  priority: '{{ticket.priority}}',
  tags: '{{ticket.tags}}',
  from: '{{ticket.requester.email}}',
  comment: '{{ticket.latest_comment}}',
  role: '{{current_user.role}}',
  nothing: '{{ticket.unknown}}{{constructor.name}}',
})

describe('triggers and webhooks of the account', () => {
  let zis: TestZis
  let door: JsonObject | undefined
  const elsewhere = recordingPartner('hooks.example.com')
  beforeEach(async () => {
    elsewhere.received.length = 0
    door = undefined
    zis = await startSimulator({ partners: () => [elsewhere.partner] })
  })
  afterEach(() => zis.stop())

  /** An inbound webhook, made when first asked for: an integration's keys take long. */
  async function inbound(): Promise<JsonObject> {
    if (door) return door
    await zis.admin('POST /api/services/zis/registry/acme_a', {})
    const made = await zis.admin('POST /api/services/zis/inbound_webhooks/generic/acme_a', {
      source_system: 'acme',
      event_type: 'ticket.changed',
    })
    return (door = made.body)
  }

  async function webhook(more: JsonObject = {}): Promise<string> {
    const { path, username, password } = 'endpoint' in more ? {} : await inbound()
    const made = await zis.admin('POST /api/v2/webhooks', {
      webhook: {
        name: 'To ZIS',
        status: 'active',
        endpoint: `https://acme.zendesk.com${path}`,
        http_method: 'POST',
        request_format: 'json',
        ...(username !== undefined && {
          authentication: { type: 'basic_auth', data: { username, password }, add_position: 'header' },
        }),
        ...more,
      },
    })
    if (made.status !== 201) throw new Error(made.text)
    return (made.body['webhook'] as { id: string }).id
  }
  const trigger = async (conditions: object, id: string, body = template) =>
    zis.admin('POST /api/v2/triggers', {
      trigger: {
        title: 'Tell ZIS',
        conditions,
        actions: [{ field: 'notification_webhook', value: [id, body] }],
      },
    })
  const change = (ticket: object) => zis.agent('PUT /api/v2/tickets/1', { ticket })
  async function heard() {
    await zis.settle()
    const { body } = await zis.control('GET /_sim/events?limit=100')
    const events = body['events'] as Array<{ event_source: string; input: JsonObject }>
    return events.filter(({ event_source }) => event_source === 'acme').map(({ input }) => input)
  }

  it('post what a trigger renders to an inbound webhook', async () => {
    await trigger({ all: [{ field: 'status', operator: 'value', value: 'open' }] }, await webhook())
    await change({ status: 'open', tags: ['vip', 'new'], comment: { body: 'Say "hello"' } })
    expect(await heard()).toEqual([
      {
        id: '1',
        title: 'My parcel has not arrived',
        status: 'Open',
        priority: 'High',
        tags: 'vip new',
        from: 'emil@example.org',
        comment: 'Say "hello"',
        role: 'Agent',
        nothing: '',
      },
    ])
    await change({ subject: 'Another' })
    expect(await heard()).toHaveLength(1)
  })

  it('say what was sent and how it was answered, and mask the credential', async () => {
    const id = await webhook()
    await trigger({ all: [] }, id)
    await change({ status: 'open' })
    await zis.settle()
    expect((await zis.admin(`GET /api/v2/webhooks/${id}/invocations`)).body).toMatchObject({
      invocations: [{ webhook_id: id, status: 'success', status_code: 200 }],
    })
    const { text, body } = await zis.control('GET /_sim/outbound')
    expect(body['requests']).toMatchObject([{ answered_by: 'account', response: { status: 200 } }])
    expect(text).not.toContain(String(door!['password']))
    expect((await zis.admin(`GET /api/v2/webhooks/${id}`)).text).not.toContain(String(door!['password']))
  })

  it('fail when the credential is wrong, or nobody answers', async () => {
    const wrong = { type: 'basic_auth', data: { username: 'x', password: 'wrong-password' } }
    const ids = [
      await webhook({ authentication: wrong }),
      await webhook({ endpoint: 'https://nobody.example/' }),
    ]
    for (const id of ids) await trigger({ all: [] }, id)
    await change({ status: 'open' })
    expect(await heard()).toEqual([])
    const of = async (id: string) =>
      (await zis.admin(`GET /api/v2/webhooks/${id}/invocations`)).body['invocations']
    expect(await of(ids[0]!)).toMatchObject([{ status: 'failed', status_code: 401 }])
    expect(await of(ids[1]!)).toMatchObject([{ status: 'failed', status_code: null }])
  })

  it.each([
    [{ all: [{ field: 'update_type', value: 'Create' }] }, false],
    [{ all: [{ field: 'update_type', value: 'Change' }] }, true],
    [{ all: [{ field: 'status', operator: 'is', value: 'open' }] }, true],
    [{ all: [{ field: 'status', operator: 'is_not', value: 'open' }] }, false],
    [{ all: [{ field: 'status', operator: 'less_than', value: 'solved' }] }, true],
    [{ all: [{ field: 'status', operator: 'greater_than', value: 'open' }] }, false],
    [{ all: [{ field: 'status', operator: 'changed' }] }, true],
    [{ all: [{ field: 'priority', operator: 'not_changed' }] }, true],
    [{ all: [{ field: 'status', operator: 'value_previous', value: 'new' }] }, true],
    [{ all: [{ field: 'current_tags', operator: 'includes', value: 'other vip' }] }, true],
    [{ all: [{ field: 'current_tags', operator: 'not_includes', value: 'vip' }] }, false],
    [{ all: [{ field: 'subject_includes_word', operator: 'includes', value: 'PARCEL' }] }, true],
    [{ all: [{ field: 'group_id', value: 8001 }] }, true],
    [{ all: [{ field: 'assignee_id', value: null }] }, true],
    [{ all: [{ field: 'comment_is_public', value: true }] }, false],
    [
      {
        any: [
          { field: 'status', value: 'hold' },
          { field: 'priority', value: 'high' },
        ],
      },
      true,
    ],
    [{ any: [{ field: 'status', value: 'hold' }] }, false],
  ])('fire on %j: %s', async (conditions, fires) => {
    await trigger(conditions, await webhook({ endpoint: 'https://hooks.example.com/' }))
    await change({ status: 'open', tags: ['vip'] })
    await zis.settle()
    expect(elsewhere.received).toHaveLength(fires ? 1 : 0)
  })

  it('send the event itself to a webhook that subscribes to it', async () => {
    await webhook({ subscriptions: ['zen:event-type:ticket.status_changed'] })
    await change({ status: 'open', priority: 'low' })
    expect(await heard()).toMatchObject([
      {
        type: 'zen:event-type:ticket.status_changed',
        account_id: 12345678,
        zendesk_event_version: '2022-06-20',
        subject: 'zen:ticket:1',
        detail: { id: '1', status: 'OPEN', requester_id: '9101', actor_id: '9002', via: { channel: 'web' } },
        event: { previous: 'new', current: 'open' },
      },
    ])
  })

  it('send events of users and organizations', async () => {
    await webhook({
      subscriptions: ['zen:event-type:user.name_changed', 'zen:event-type:organization.created'],
    })
    await zis.admin('PUT /api/v2/users/9101', { user: { name: 'Emil Else' } })
    await zis.admin('POST /api/v2/organizations', { organization: { name: 'Made anew' } })
    expect(await heard()).toMatchObject([
      { type: 'zen:event-type:organization.created', detail: { name: 'Made anew' }, event: {} },
      {
        type: 'zen:event-type:user.name_changed',
        subject: 'zen:user:9101',
        detail: { id: '9101', role: 'end-user' },
        event: { previous: 'Emil End-User', current: 'Emil Else' },
      },
    ])
  })

  it('send a form where the webhook is for one', async () => {
    const id = await webhook({ endpoint: 'https://hooks.example.com/', request_format: 'form_encoded' })
    await trigger({ all: [] }, id, '{"id":"{{ticket.id}}","text":"a & b"}')
    await change({ status: 'open' })
    await zis.settle()
    expect(elsewhere.received).toMatchObject([
      { body: 'id=1&text=a+%26+b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ])
  })

  it('leave nothing to wait for while the clock stands still and the other system is slow', async () => {
    const id = await webhook({ endpoint: 'https://hooks.example.com/' })
    await trigger({ all: [] }, id)
    await zis.control('PUT /_sim/partners/hooks.example.com/fault', { kind: 'slow', seconds: 30 })
    await change({ status: 'open' })
    expect(await zis.settle()).toEqual({
      settled: false,
      waiting: 1,
      next_due: '2026-03-02T09:00:30.000Z',
    })
    zis.clock.advance(30_000)
    expect(await zis.settle()).toMatchObject({ settled: true, waiting: 0 })
    expect(elsewhere.received).toHaveLength(1)
  })

  it('go out again when the process ended before they were answered', async () => {
    const store = createMemoryStore()
    const before = await startSimulator({ store, partners: () => [elsewhere.partner] })
    const made = await before.admin('POST /api/v2/webhooks', {
      webhook: {
        ...{ name: 'Elsewhere', status: 'active', endpoint: 'https://hooks.example.com/' },
        ...{ http_method: 'POST', request_format: 'json' },
        subscriptions: ['zen:event-type:ticket.status_changed'],
      },
    })
    await before.control('PUT /_sim/partners/hooks.example.com/fault', { kind: 'no_answer', times: 1 })
    await before.agent('PUT /api/v2/tickets/1', { ticket: { status: 'open' } })
    expect(await before.settle()).toMatchObject({ settled: false })
    // It is left as it stands, as a process is that was killed.
    const after = await startSimulator({ store, partners: () => [elsewhere.partner] })
    expect(await after.settle()).toMatchObject({ settled: true })
    expect(elsewhere.received).toHaveLength(1)
    const { id } = made.body['webhook'] as { id: string }
    expect((await after.admin(`GET /api/v2/webhooks/${id}/invocations`)).body).toMatchObject({
      invocations: [{ status: 'success' }],
    })
    await before.stop()
  })

  it('are changed and deleted', async () => {
    const id = await webhook()
    const made = (await trigger({ all: [] }, id)).body['trigger'] as { id: number }
    const path = `/api/v2/triggers/${made.id}` as const
    expect((await zis.admin(`PUT ${path}`, { trigger: { active: false } })).body).toMatchObject({
      trigger: { active: false, title: 'Tell ZIS' },
    })
    await change({ status: 'open' })
    await zis.admin(`PUT ${path}`, { trigger: { active: true } })
    expect(
      (await zis.admin(`PATCH /api/v2/webhooks/${id}`, { webhook: { status: 'inactive' } })).status,
    ).toBe(204)
    await change({ status: 'pending' })
    expect(await heard()).toEqual([])
    expect((await zis.admin(`DELETE ${path}`)).status).toBe(204)
    expect((await zis.admin(`GET ${path}`)).status).toBe(404)
    expect((await zis.admin(`DELETE /api/v2/webhooks/${id}`)).status).toBe(204)
    expect((await zis.admin('GET /api/v2/webhooks')).body).toEqual({ webhooks: [] })
    expect((await trigger({ all: [] }, id)).status).toBe(422)
    expect((await zis.agent('GET /api/v2/webhooks')).status).toBe(403)
  })
})
