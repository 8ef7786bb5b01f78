import Value from 'typebox/value'
import { eventSchema } from '../../../src/zis/event-schema'
import { nativeEvent, nativeEvents } from '../../../src/zis/events'
import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

type Change = (zis: TestZis) => Promise<unknown>

const update =
  (ticket: object): Change =>
  (zis) =>
    zis.agent('PUT /api/v2/tickets/1', { ticket })
const inTurn =
  (...changes: Change[]): Change =>
  async (zis) => {
    for (const change of changes) await change(zis)
  }

/** Adds a comment with a file to ticket 1. */
const attach: Change = async (zis) => {
  const upload = await zis.agent('POST /api/v2/uploads?filename=label.txt', 'Acme 1')
  const { token } = upload.body['upload'] as { token: string }
  await zis.agent('PUT /api/v2/tickets/1', { ticket: { comment: { body: 'The label', uploads: [token] } } })
}

/** A real change for each type that Zendesk has, and what of the event must be so. */
const changes: Record<string, [change: Change, members: object]> = {
  'ticket.AgentAssignmentChanged': [update({ assignee_id: 9002 }), { previous: null, current: 9002 }],
  'ticket.AttachmentLinkedToComment': [
    attach,
    { attachment: { id: 400001, filename: 'label.txt', is_public: true }, comment: { id: 500004 } },
  ],
  'ticket.AttachmentRedactedFromComment': [
    inTurn(attach, (zis) => zis.agent('PUT /api/v2/tickets/1/comments/500004/attachments/400001/redact', {})),
    { attachment: { id: 400001, filename: 'redacted.txt' }, comment: { id: 500004 } },
  ],
  'ticket.BrandChanged': [update({ brand_id: 7002 }), { previous: 7001, current: 7002 }],
  'ticket.CcsChanged': [
    update({ email_ccs: [{ user_id: 9102 }] }),
    { users_added: [9102], users_removed: [] },
  ],
  'ticket.CommentAdded': [
    update({ comment: { html_body: '<p>On <b>its</b> way</p>', public: false } }),
    { comment: { body: 'On its way', is_public: false, author: { id: 9002, is_staff: true } } },
  ],
  'ticket.CommentMadePrivate': [
    (zis) => zis.agent('PUT /api/v2/tickets/1/comments/500001/make_private', {}),
    { comment: { id: 500001, is_public: false, author: { id: 9101, is_staff: false } } },
  ],
  'ticket.CommentRedacted': [
    (zis) => zis.agent('PUT /api/v2/tickets/1/comments/500001/redact', { text: 'Monday' }),
    { comment: { id: 500001, body: 'It was due on ▇▇▇▇▇▇.' } },
  ],
  'ticket.CustomFieldChanged': [
    update({ custom_fields: [{ id: 360013, value: true }] }),
    {
      custom_field: { id: 360013, title: 'Delivered', field_type: 'checkbox' },
      previous: false,
      current: true,
    },
  ],
  'ticket.DescriptionChanged': [
    (zis) => zis.agent('PUT /api/v2/tickets/1/comments/500001/redact', { text: 'Monday' }),
    { previous: 'It was due on Monday.', current: 'It was due on ▇▇▇▇▇▇.' },
  ],
  'ticket.ExternalIdChanged': [update({ external_id: 'order-17' }), { previous: null, current: 'order-17' }],
  'ticket.FollowersChanged': [
    inTurn(
      update({ followers: [{ user_id: 9001 }] }),
      update({ followers: [{ user_email: 'admin@example.com', action: 'delete' }, { user_id: 9002 }] }),
    ),
    { users_added: [9002], users_removed: [9001] },
  ],
  'ticket.GroupAssignmentChanged': [update({ group_id: 8002 }), { previous: 8001, current: 8002 }],
  'ticket.MarkedAsSpam': [(zis) => zis.agent('PUT /api/v2/tickets/1/mark_as_spam', {}), {}],
  'ticket.OrganizationChanged': [update({ organization_id: null }), { previous: 5001, current: null }],
  'ticket.PriorityChanged': [update({ priority: 'urgent' }), { previous: 'high', current: 'urgent' }],
  'ticket.ProblemLinkChanged': [
    inTurn(
      (zis) => zis.agent('PUT /api/v2/tickets/2', { ticket: { type: 'problem' } }),
      update({ type: 'incident', problem_id: 2 }),
    ),
    { previous: null, current: 2 },
  ],
  'ticket.RequesterChanged': [update({ requester_id: 9102 }), { previous: 9101, current: 9102 }],
  'ticket.StatusChanged': [update({ status: 'hold' }), { previous: 'new', current: 'hold' }],
  'ticket.SubjectChanged': [
    update({ subject: 'Late parcel' }),
    { previous: 'My parcel has not arrived', current: 'Late parcel' },
  ],
  'ticket.SubmitterChanged': [
    (zis) => zis.agent('POST /api/v2/tickets', { ticket: { comment: { body: 'Hello' } } }),
    { previous: null, current: 9002 },
  ],
  'ticket.TagsChanged': [
    inTurn(update({ tags: ['vip'] }), update({ additional_tags: ['Late'], remove_tags: ['vip'] })),
    { tags_added: ['late'], tags_removed: ['vip'] },
  ],
  'ticket.TaskDueAtChanged': [
    update({ type: 'task', due_at: '2026-03-05T12:00:00+01:00' }),
    { previous: null, current: '2026-03-05T11:00:00Z' },
  ],
  'ticket.TicketCreated': [
    (zis) => zis.agent('POST /api/v2/tickets', { ticket: { comment: { body: 'Hello' } } }),
    { ticket: { id: 4, via: { channel: 'web' } } },
  ],
  'ticket.TicketFormChanged': [update({ ticket_form_id: 6002 }), { previous: 6001, current: 6002 }],
  'ticket.TicketMerged': [
    (zis) => zis.agent('POST /api/v2/tickets/2/merge', { ids: [1] }),
    { target_ticket_id: 2, ticket: { id: 1, status: 'closed', tags: ['closed_by_merge'] } },
  ],
  'ticket.TicketPermanentlyDeleted': [
    inTurn(
      (zis) => zis.agent('DELETE /api/v2/tickets/1'),
      (zis) => zis.admin('DELETE /api/v2/deleted_tickets/1'),
    ),
    { ticket: { id: 1, status: 'deleted' } },
  ],
  'ticket.TicketSoftDeleted': [
    (zis) => zis.agent('DELETE /api/v2/tickets/1'),
    { ticket: { id: 1, status: 'deleted' } },
  ],
  'ticket.TicketTypeChanged': [update({ type: 'question' }), { previous: null, current: 'question' }],
  'ticket.TicketUndeleted': [
    inTurn(
      (zis) => zis.agent('DELETE /api/v2/tickets/1'),
      (zis) => zis.agent('PUT /api/v2/deleted_tickets/1/restore'),
    ),
    { ticket: { id: 1, status: 'new' } },
  ],
}

describe('the events of tickets', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  /** Events, oldest first. */
  const raised = async () =>
    ((await zis.control('GET /_sim/events')).body['events'] as JsonObject[]).reverse() as unknown as Array<{
      event_type: string
      input: { ticket_event: JsonObject }
    }>
  const typesOf = (events: Array<{ event_type: string }>) =>
    events.map(({ event_type }) => event_type.replace('ticket.', ''))

  it('are all made to happen here', () => {
    const types = nativeEvents.filter(({ wrapper }) => wrapper === 'ticket_event')
    expect(Object.keys(changes)).toEqual(types.map(({ event_type }) => event_type))
  })

  it.each(Object.entries(changes))(
    '%s is raised by a real change, in its exact shape',
    async (type, [change, members]) => {
      await change(zis)
      const events = await raised()
      const found = events.filter(({ event_type }) => event_type === type)
      expect(found.at(-1)?.input.ticket_event).toMatchObject(members)
      for (const { event_type, input } of events) {
        const known = nativeEvent('support', event_type)!
        expect({ event_type, faults: [...Value.Errors(eventSchema(known), input)] }).toEqual({
          event_type,
          faults: [],
        })
      }
    },
  )

  it.each([
    [360011, 'product_parcel', 'tagger', null],
    [360012, 'A-17', 'text', null],
    [360014, '2026-03-04', 'date', null],
    [360015, 3, 'integer', null],
    [360016, ['damage_wet'], 'multi-select', []],
    [360017, 1.5, 'decimal', null],
  ])('tell the value of field %d as its kind does', async (id, value, field_type, previous) => {
    await update({ custom_fields: [{ id, value }] })(zis)
    const [event] = (await raised()).filter(({ event_type }) => event_type === 'ticket.CustomFieldChanged')
    expect(event!.input.ticket_event).toMatchObject({
      custom_field: { id, field_type },
      previous,
      current: value,
    })
    expect([
      ...Value.Errors(eventSchema(nativeEvent('support', 'ticket.CustomFieldChanged')!), event!.input),
    ]).toEqual([])
  })

  it('of a creation are one sequence: creation, comment, and every property that is not empty', async () => {
    await zis.agent('POST /api/v2/tickets', {
      ticket: { subject: 'New', comment: { body: 'Hello' }, requester_id: 9101 },
    })
    const events = await raised()
    expect(typesOf(events)).toEqual([
      'TicketCreated',
      'CommentAdded',
      'SubjectChanged',
      'DescriptionChanged',
      'RequesterChanged',
      'SubmitterChanged',
      'GroupAssignmentChanged',
      'OrganizationChanged',
      'BrandChanged',
      'TicketFormChanged',
    ])
    const sequences = events.map(
      ({ input }) => (input.ticket_event['meta'] as { sequence: JsonObject }).sequence,
    )
    expect(new Set(sequences.map(({ id }) => id)).size).toBe(1)
    expect(sequences.map(({ position, total }) => [position, total])).toEqual(
      events.map((_, at) => [at + 1, events.length]),
    )
  })

  it('of a creation can be the creation and the comment alone', async () => {
    await zis.control('PUT /_sim/assumptions', { ticketCreationEvents: 'created' })
    await zis.agent('POST /api/v2/tickets', { ticket: { comment: { body: 'Hello' } } })
    expect(typesOf(await raised())).toEqual(['TicketCreated', 'CommentAdded'])
  })

  it('of a deletion can keep the last status', async () => {
    await zis.control('PUT /_sim/assumptions', { deletedTicketStatus: 'last' })
    await zis.agent('DELETE /api/v2/tickets/1')
    expect((await raised())[0]!.input.ticket_event).toMatchObject({ ticket: { status: 'new' } })
  })

  it('tell of a new requester before the ticket', async () => {
    await zis.agent('POST /api/v2/tickets', {
      ticket: { comment: { body: 'Hello' }, requester: { name: 'Nia New', email: 'nia@example.org' } },
    })
    const events = await raised()
    expect(events[0]!.event_type).toBe('user.UserCreated')
    const user = nativeEvent('support', 'user.UserCreated')!
    expect([...Value.Errors(eventSchema(user), events[0]!.input)]).toEqual([])
  })
})
