import type { JsonObject } from '../../../src/zis/json'
import { startSimulator, type TestZis } from '../../support/start-simulator'

type Change = (zis: TestZis) => Promise<unknown>

const ticket =
  (change: JsonObject): Change =>
  (zis) =>
    zis.agent('PUT /api/v2/tickets/1', { ticket: change })
const fieldOf = (type: string, more: JsonObject = {}) => ({
  type: 'ticket.CustomFieldChanged',
  async change(zis: TestZis) {
    const made = await zis.admin('POST /api/v2/ticket_fields', { ticket_field: { type, title: type } })
    const { id } = made.body['ticket_field'] as { id: number }
    await ticket({ custom_fields: [{ id, value: 'some words' }] })(zis)
  },
  ...more,
})

/** [switch, its other position, the event and what raises it, what it says before and after] */
const cases: Array<{
  name: string
  position: unknown
  type: string
  change: Change
  before: JsonObject
  after: JsonObject
  /** What is there no more. */
  lacks?: string
}> = [
  {
    name: 'attachmentEvents',
    lacks: 'attachment',
    position: 'inside',
    type: 'ticket.AttachmentLinkedToComment',
    async change(zis) {
      const { body } = await zis.agent('POST /api/v2/uploads?filename=a.txt', 'words')
      const { token } = body['upload'] as { token: string }
      await ticket({ comment: { body: 'See', uploads: [token] } })(zis)
    },
    before: { attachment: { filename: 'a.txt' }, comment: { id: expect.any(Number) } } as never,
    after: {
      comment: { id: expect.any(Number), attachment: { filename: 'a.txt' } },
    } as never,
  },
  {
    name: 'commentChangeEvents',
    lacks: 'comment.body',
    position: 'reference',
    type: 'ticket.CommentMadePrivate',
    async change(zis) {
      await ticket({ comment: { body: 'Public words' } })(zis)
      const { body } = await zis.agent('GET /api/v2/tickets/1/comments')
      const { id } = (body['comments'] as Array<{ id: number }>).at(-1)!
      await zis.agent(`PUT /api/v2/tickets/1/comments/${id}/make_private`, {})
    },
    before: { comment: { body: 'Public words', is_public: false } },
    after: { comment: { is_public: false } } as never,
  },
  {
    name: 'permanentlyDeletedTicket',
    lacks: 'ticket.requester_id',
    position: 'id',
    type: 'ticket.TicketPermanentlyDeleted',
    async change(zis) {
      const { body } = await zis.agent('POST /api/v2/tickets', { ticket: { comment: { body: 'Gone soon' } } })
      const { id } = body['ticket'] as { id: number }
      await zis.admin(`DELETE /api/v2/tickets/${id}`)
      await zis.admin(`DELETE /api/v2/deleted_tickets/${id}`)
    },
    before: { ticket: { requester_id: 9002 } },
    after: { ticket: { id: expect.any(Number) } } as never,
  },
  {
    name: 'numbersInEvents',
    position: 'text',
    type: 'ticket.CustomFieldChanged',
    change: async (zis) => {
      await ticket({ custom_fields: [{ id: 360_015, value: null }] })(zis)
      await ticket({ custom_fields: [{ id: 360_015, value: 3 }] })(zis)
    },
    before: { custom_field: { id: 360_015, field_type: 'integer' }, previous: null, current: 3 },
    after: { custom_field: { id: 360_015, field_type: 'integer' }, previous: null, current: '3' },
  },
  {
    name: 'multiselectInEvents',
    position: 'text',
    type: 'ticket.CustomFieldChanged',
    change: async (zis) => {
      await ticket({ custom_fields: [{ id: 360_016, value: [] }] })(zis)
      await ticket({ custom_fields: [{ id: 360_016, value: ['damage_wet', 'damage_torn'] }] })(zis)
    },
    before: { previous: [], current: ['damage_wet', 'damage_torn'] },
    after: { previous: '', current: 'damage_wet damage_torn' },
  },
  {
    name: 'clearedDropdown',
    position: 'empty',
    type: 'ticket.CustomFieldChanged',
    change: async (zis) => {
      await ticket({ custom_fields: [{ id: 360_011, value: null }] })(zis)
      await ticket({ custom_fields: [{ id: 360_011, value: 'product_letter' }] })(zis)
    },
    before: { previous: null, current: 'product_letter' },
    after: { previous: '', current: 'product_letter' },
  },
  {
    name: 'fieldTypeNames',
    position: 'documentation',
    ...fieldOf('textarea'),
    before: { custom_field: { field_type: 'textarea' } },
    after: { custom_field: { field_type: 'text area' } },
  },
  {
    name: 'membershipEvents',
    lacks: 'organization',
    position: 'id',
    type: 'user.UserOrganizationRemoved',
    change: async (zis) => {
      await zis.agent('PUT /api/v2/users/9101', { user: { organization_id: 5001 } })
      await zis.agent('PUT /api/v2/users/9101', { user: { organization_id: null } })
    },
    before: { organization: { id: 5001 } },
    after: { organization_id: 5001 } as never,
  },
  {
    name: 'identityEvents',
    position: 'value',
    type: 'user.UserIdentityCreated',
    change: (zis) =>
      zis.agent('POST /api/v2/users/9101/identities', {
        identity: { type: 'email', value: `emil-${zis.clock.now()}@example.org` },
      }),
    before: { identity: { type: 'email' } },
    after: { identity: expect.stringMatching(/^emil-\d+@example\.org$/) } as never,
  },
  {
    name: 'deletedRecord',
    lacks: 'custom_object_record.name',
    position: 'reference',
    type: 'customobject.CustomObjectRecordDeleted',
    async change(zis) {
      await zis.admin('POST /api/v2/custom_objects', {
        custom_object: { key: 'car', title: 'Car', title_pluralized: 'Cars' },
      })
      const made = await zis.admin('POST /api/v2/custom_objects/car/records', {
        custom_object_record: { name: 'Beetle' },
      })
      const { id } = made.body['custom_object_record'] as { id: string }
      await zis.admin(`DELETE /api/v2/custom_objects/car/records/${id}`)
    },
    before: { custom_object_record: { name: 'Beetle', custom_object_key: 'car' } },
    after: { custom_object_record: { custom_object_key: 'car' } } as never,
  },
]

/** What is open about the members of events: each switch in both positions. */
describe('switches of events', () => {
  let zis: TestZis
  beforeEach(async () => {
    zis = await startSimulator()
  })
  afterEach(() => zis.stop())

  it.each(cases)('$name: $position', async ({ name, position, type, change, before, after, lacks }) => {
    const newest = async () => {
      const { body } = await zis.control('GET /_sim/events?limit=500')
      const found = (body['events'] as JsonObject[]).find(({ event_type }) => event_type === type)
      return Object.values(found!['input'] as JsonObject)[0]
    }
    await change(zis)
    expect(await newest()).toMatchObject(before)
    if (lacks) expect(await newest()).toHaveProperty(lacks)
    expect((await zis.control('PUT /_sim/assumptions', { [name]: position })).status).toBe(200)
    zis.clock.advance(1000)
    await change(zis)
    expect(await newest()).toMatchObject(after)
    if (lacks) expect(await newest()).not.toHaveProperty(lacks)
  })
})
