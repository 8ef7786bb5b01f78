import Type, { type TObject, type TSchema } from 'typebox'
import Value from 'typebox/value'
import { eventSample } from '../../src/zis/event-samples'
import { nativeEvents, type NativeEvent } from '../../src/zis/events'

const closed = { additionalProperties: false }
const Time = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' })
const maybe = (schema: TSchema) => Type.Union([schema, Type.Null()])
const Id = Type.Integer({ minimum: 1 })
const dates = { created_at: Time, updated_at: Time }

const Sequence = Type.Object(
  { id: Type.String({ pattern: '^[0-9A-F]{32}$' }), position: Type.Integer(), total: Type.Integer() },
  closed,
)
const metaOf = (version: string, rest: Record<string, TSchema> = {}) =>
  Type.Object({ version: Type.Literal(version), occurred_at: Time, ref: Type.String(), ...rest }, closed)

/** What an event is about, by source and wrapper (zis-events 2.1, 3.1, 4, 5, 6). */
const domains: Record<string, { meta: TObject; name: string; subject: TObject }> = {
  'support ticket_event': {
    meta: metaOf('1.0', { sequence: Sequence }),
    name: 'ticket',
    subject: Type.Object(
      {
        id: Id,
        ...dates,
        type: maybe(Type.String()),
        priority: maybe(Type.String()),
        status: Type.Enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']),
        requester_id: Id,
        submitter_id: Id,
        assignee_id: maybe(Id),
        organization_id: maybe(Id),
        group_id: maybe(Id),
        brand_id: Id,
        form_id: maybe(Id),
        external_id: maybe(Type.String()),
        tags: Type.Array(Type.String()),
        via: Type.Object({ channel: Type.String() }, closed),
      },
      closed,
    ),
  },
  'support user_event': {
    meta: metaOf('1.0', { sequence: Sequence }),
    name: 'user',
    subject: Type.Object(
      {
        id: Id,
        external_id: maybe(Type.String()),
        role: Type.Enum(['end-user', 'agent', 'admin']),
        email: maybe(Type.String()),
        ...dates,
        organization_id: maybe(Id),
        default_group_id: maybe(Id),
      },
      closed,
    ),
  },
  'support organization_event': {
    meta: metaOf('1.0', { sequence: Sequence }),
    name: 'organization',
    subject: Type.Object(
      {
        id: Id,
        external_id: maybe(Type.String()),
        name: Type.String(),
        ...dates,
        shared_tickets: Type.Boolean(),
        shared_comments: Type.Boolean(),
        group_id: maybe(Id),
      },
      closed,
    ),
  },
  'support custom_object_event': {
    meta: metaOf('2.0'),
    name: 'custom_object_record',
    subject: Type.Object(
      {
        account_id: Id,
        custom_object_key: Type.String(),
        id: Type.String({ pattern: '^[0-9A-Z]{26}$' }),
        external_id: maybe(Type.String()),
        name: Type.String(),
        custom_object_fields: Type.Record(Type.String(), Type.Unknown()),
        ...dates,
        created_by_user_id: Id,
        updated_by_user_id: Id,
      },
      closed,
    ),
  },
  'sunshine custom_object_event': {
    meta: metaOf('1.0'),
    name: 'custom_object',
    subject: Type.Object(
      {
        account_id: Type.String(),
        object_type: Type.String(),
        id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
        external_id: maybe(Type.String()),
        attributes: Type.Record(Type.String(), Type.Unknown()),
        ...dates,
      },
      closed,
    ),
  },
  'sunshine activity_event': {
    meta: metaOf('1.0'),
    name: 'user_activity',
    subject: Type.Object(
      {
        id: Type.String(),
        type: Type.String(),
        source: Type.String(),
        description: Type.String(),
        properties: Type.Record(Type.String(), Type.Unknown()),
        namespace: Type.Object({ ref_id: Type.String() }, closed),
        profile_id: Type.String(),
        user_id: Id,
        created_at: Time,
      },
      closed,
    ),
  },
}

/** One schema for every native event: one wrapper, its meta, its display name and its subject. */
function envelopeOf({ event_source, event_type, display, wrapper }: NativeEvent): TSchema {
  const { meta, name, subject } = domains[`${event_source} ${wrapper}`]!
  const about: Record<string, TSchema> =
    event_type === 'customobject.CustomObjectDeleted' ? { object_id: Type.String() } : { [name]: subject }
  return Type.Object({ [wrapper]: Type.Object({ meta, type: Type.Literal(display), ...about }) }, closed)
}

it.each(nativeEvents.map((event) => [`${event.event_source} ${event.event_type}`, event] as const))(
  '%s has a sample that fits the envelope',
  (_, event) => {
    expect([...Value.Errors(envelopeOf(event), eventSample(event))]).toEqual([])
  },
)

/** The members of a type beside those that every event of its domain has. */
function ownMembers(type: string, source = 'support'): string[] {
  const event = nativeEvents.find((one) => one.event_type === type && one.event_source === source)!
  const { name } = domains[`${source} ${event.wrapper}`]!
  const members = Object.keys(Object(eventSample(event)[event.wrapper]) as object)
  return members.filter((member) => !['meta', 'type', name].includes(member))
}

it.each([
  ['ticket.TicketCreated', []],
  ['ticket.MarkedAsSpam', []],
  ['ticket.StatusChanged', ['previous', 'current']],
  ['ticket.CommentAdded', ['comment']],
  ['ticket.CustomFieldChanged', ['custom_field', 'previous', 'current']],
  ['ticket.CcsChanged', ['users_added', 'users_removed']],
  ['ticket.TagsChanged', ['tags_added', 'tags_removed']],
  ['ticket.TicketMerged', ['target_ticket_id']],
  ['ticket.AttachmentLinkedToComment', ['attachment', 'comment']],
  ['user.UserCreated', []],
  ['user.UserGroupAdded', ['group']],
  ['organization.TagsChanged', ['tags_added', 'tags_removed']],
])('%s has the members %j', (type, members) => {
  expect(ownMembers(type)).toEqual(members)
})

it('has what a type changed, for every type that says so', () => {
  const changes = nativeEvents.filter(
    ({ event_type }) => /Changed$/.test(event_type) && !event_type.startsWith('customobject.'),
  )
  const lists = ['users_added', 'tags_added']
  for (const { event_type } of changes) {
    const members = ownMembers(event_type)
    expect({
      event_type,
      says: members.includes('current') || lists.some((list) => members.includes(list)),
    }).toEqual({
      event_type,
      says: true,
    })
  }
})

it('says of a legacy object that is gone only which one it was', () => {
  expect(ownMembers('customobject.CustomObjectDeleted', 'sunshine')).toEqual(['object_id'])
})
