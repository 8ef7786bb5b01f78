import type { NativeEvent } from './events'
import type { JsonObject } from './json'

/**
 * The `$.input` of one event of a native type, complete and plausible, as zis-events 2 to 6 describe it.
 * Members that are not documented are as assumed there.
 */
export function eventSample({ event_source, event_type, display, wrapper }: NativeEvent): JsonObject {
  const kind = subjects[`${event_source} ${event_type.split('.')[0]}`]!
  const { version, hasSequence, members } = kind
  const own = ownMembers[`${event_source} ${event_type}`] ?? ownMembers[event_type] ?? {}
  return {
    [wrapper]: {
      meta: {
        version,
        occurred_at: changedAt,
        ref: '18-646602214',
        ...(hasSequence && { sequence: { id: '0A1B2C3D4E5F60718293A4B5C6D7E8F9', position: 1, total: 1 } }),
      },
      type: display,
      ...(event_type === 'customobject.CustomObjectDeleted' ? {} : members),
      ...own,
    },
  }
}

const createdAt = '2026-02-03T04:00:00Z'
const changedAt = '2026-02-03T04:05:06Z'
const dates = { created_at: createdAt, updated_at: changedAt }
const recordId = '01KGH2M3N4P5Q6R7S8T9V0W1X2'
const legacyId = '4f1c9f6e-7d0a-4a57-9d5b-0c7e8a9b1234'

interface Subject {
  version: string
  hasSequence: boolean
  /** The object that the event is about, under its name. */
  members: JsonObject
}

/** By source and the word before the dot. */
const subjects: Record<string, Subject> = {
  'support ticket': {
    version: '1.0',
    hasSequence: true,
    members: {
      ticket: {
        id: 1,
        ...dates,
        type: 'question',
        priority: 'normal',
        status: 'open',
        requester_id: 9011,
        submitter_id: 9011,
        assignee_id: 9001,
        organization_id: null,
        group_id: 8001,
        brand_id: 7001,
        form_id: 6001,
        external_id: null,
        tags: ['delivery'],
        via: { channel: 'web' },
      },
    },
  },
  'support user': {
    version: '1.0',
    hasSequence: true,
    members: {
      user: {
        id: 9011,
        external_id: null,
        role: 'end-user',
        email: 'emil@example.com',
        ...dates,
        organization_id: 5001,
        default_group_id: null,
      },
    },
  },
  'support organization': {
    version: '1.0',
    hasSequence: true,
    members: {
      organization: {
        id: 5001,
        external_id: null,
        name: 'Example Ltd',
        ...dates,
        shared_tickets: false,
        shared_comments: false,
        group_id: null,
      },
    },
  },
  'support customobject': {
    version: '2.0',
    hasSequence: false,
    members: {
      custom_object_record: {
        account_id: 12345678,
        custom_object_key: 'parcel',
        id: recordId,
        external_id: null,
        name: 'Parcel 1',
        custom_object_fields: { weight: 3, carrier: 'acme' },
        ...dates,
        created_by_user_id: 9001,
        updated_by_user_id: 9001,
      },
    },
  },
  'sunshine customobject': {
    version: '1.0',
    hasSequence: false,
    members: {
      custom_object: {
        account_id: '12345678',
        object_type: 'parcel',
        id: legacyId,
        external_id: null,
        attributes: { weight: 3 },
        ...dates,
      },
    },
  },
  'sunshine activity': {
    version: '1.0',
    hasSequence: false,
    members: {
      user_activity: {
        id: '01KGH2M3N4P5Q6R7S8T9V0W1X3',
        type: 'page_viewed',
        source: 'web_shop',
        description: 'Looked at a product',
        properties: { product: 'parcel' },
        namespace: { ref_id: 'shop' },
        profile_id: '01KGH2M3N4P5Q6R7S8T9V0W1X4',
        user_id: 9011,
        created_at: changedAt,
      },
    },
  },
}

const change = (previous: JsonObject[string], current: JsonObject[string]): JsonObject => ({
  previous,
  current,
})
const field = (title: string): JsonObject => ({
  custom_field: { id: 360001, title, field_type: 'checkbox' },
  ...change(false, true),
})
const people: JsonObject = { users_added: [9002], users_removed: [] }
const tags: JsonObject = { tags_added: ['delivery'], tags_removed: [] }
const attachment: JsonObject = {
  attachment: {
    id: 4001,
    content_url: 'https://acme.zendesk.com/attachments/token/abc/?name=label.pdf',
    content_type: 'application/pdf',
    filename: 'label.pdf',
    is_public: true,
  },
  comment: { id: 3001 },
}
const comment = (body: string, is_public: boolean): JsonObject => ({
  comment: { id: 3001, body, is_public, author: { id: 9001, name: 'Ada Admin', is_staff: true } },
})
const identity = (value: string): JsonObject => ({ id: 2001, type: 'email', value, primary: false })

/** Members beside `meta`, `type` and the subject; a type that is not here has none. */
const ownMembers: Record<string, JsonObject> = {
  'ticket.AgentAssignmentChanged': change(null, 9001),
  'ticket.AttachmentLinkedToComment': attachment,
  'ticket.AttachmentRedactedFromComment': attachment,
  'ticket.BrandChanged': change(7002, 7001),
  'ticket.CcsChanged': people,
  'ticket.CommentAdded': comment('It is on its way.', true),
  'ticket.CommentMadePrivate': comment('It is on its way.', false),
  'ticket.CommentRedacted': comment('Card ▇▇▇▇', true),
  'ticket.CustomFieldChanged': field('Delivered'),
  'ticket.DescriptionChanged': change('It was due.', 'It was due on Monday.'),
  'ticket.ExternalIdChanged': change(null, 'order-17'),
  'ticket.FollowersChanged': people,
  'ticket.GroupAssignmentChanged': change(null, 8001),
  'ticket.OrganizationChanged': change(null, 5001),
  'ticket.PriorityChanged': change(null, 'normal'),
  'ticket.ProblemLinkChanged': change(null, 2),
  'ticket.RequesterChanged': change(9012, 9011),
  'ticket.StatusChanged': change('new', 'open'),
  'ticket.SubjectChanged': change('Parcel', 'My parcel has not arrived'),
  'ticket.SubmitterChanged': change(9012, 9011),
  'ticket.TagsChanged': tags,
  'ticket.TaskDueAtChanged': change(null, '2026-02-10T12:00:00Z'),
  'ticket.TicketFormChanged': change(6002, 6001),
  'ticket.TicketMerged': { target_ticket_id: 2 },
  'ticket.TicketTypeChanged': change(null, 'question'),

  'user.CustomFieldChanged': field('Newsletter'),
  'user.CustomRoleChanged': change(null, 1001),
  'user.ExternalIdChanged': change(null, 'customer-17'),
  'user.LastLoginChanged': change(null, changedAt),
  'user.OnlyPrivateCommentsChanged': change(false, true),
  'user.TagsChanged': tags,
  'user.TimeZoneChanged': change('UTC', 'Europe/Berlin'),
  'user.UserAliasChanged': change('', 'Emil'),
  'user.UserDefaultGroupChanged': change(null, 8001),
  'user.UserDetailsChanged': change('', 'Second floor'),
  'user.UserGroupAdded': { group: { id: 8001 } },
  'user.UserGroupRemoved': { group: { id: 8001 } },
  'user.UserIdentityChanged': change(identity('emil@example.com'), identity('emil@example.org')),
  'user.UserIdentityCreated': { identity: identity('emil@example.org') },
  'user.UserIdentityRemoved': { identity: identity('emil@example.org') },
  'user.UserIsActiveChanged': change(true, false),
  'user.UserMerged': { target_user_id: 9012 },
  'user.UserNameChanged': change('Emil', 'Emil End-User'),
  'user.UserNotesChanged': change('', 'Prefers the phone'),
  'user.UserOrganizationAdded': { organization: { id: 5001 } },
  'user.UserOrganizationRemoved': { organization: { id: 5001 } },
  'user.UserPhotoChanged': change(null, 'https://acme.zendesk.com/system/photos/1/emil.png'),
  'user.UserRoleChanged': change('end-user', 'agent'),

  'organization.CustomFieldChanged': field('Partner'),
  'organization.ExternalIdChanged': change(null, 'account-17'),
  'organization.TagsChanged': tags,

  'customobject.CustomObjectDeleted': { object_id: legacyId },
}
