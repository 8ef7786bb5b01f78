import { nativeEvents } from '../../../src/zis/events'
import type { Answer } from '../../support/callers'
import { raised } from '../../support/raised'
import { startSimulator, type TestZis } from '../../support/start-simulator'

type Change = (zis: TestZis) => Promise<Answer>

const emil = '/api/v2/users/9101'
const arlo = '/api/v2/users/9002'
const update =
  (user: object, path = emil): Change =>
  (zis) =>
    zis.admin(`PUT ${path}`, { user })
const object = async (zis: TestZis) => {
  await zis.admin('POST /api/v2/custom_objects', {
    custom_object: { key: 'parcel', title: 'Parcel', title_pluralized: 'Parcels' },
  })
  await zis.admin('POST /api/v2/custom_objects/parcel/fields', {
    custom_object_field: { key: 'weight', type: 'integer', title: 'Weight' },
  })
  return zis.agent('POST /api/v2/custom_objects/parcel/records', {
    custom_object_record: { name: 'Parcel 1', custom_object_fields: { weight: 3 } },
  })
}
const legacy = (zis: TestZis) =>
  zis.admin('POST /api/sunshine/objects/records', {
    data: { type: 'parcel', external_id: 'p-1', attributes: { weight: 3 } },
  })
const fieldOf = (kind: 'user' | 'organization') => (zis: TestZis) =>
  zis.admin(`POST /api/v2/${kind}_fields`, {
    [`${kind}_field`]: { key: 'partner', type: 'checkbox', title: 'Partner' },
  })

/** Every native type that is not about tickets, the change that raises it, and what it has to say. */
const cases: Record<string, { change: Change; says: object }> = {
  'support user.CustomFieldChanged': {
    async change(zis) {
      const { body } = await fieldOf('user')(zis)
      expect(body).toMatchObject({ user_field: { key: 'partner' } })
      return update({ user_fields: { partner: true } })(zis)
    },
    says: { custom_field: { title: 'Partner', field_type: 'checkbox' }, previous: false, current: true },
  },
  'support user.CustomRoleChanged': {
    change: update({ custom_role_id: 1001 }, arlo),
    says: { previous: null, current: 1001, user: { id: 9002, role: 'agent' } },
  },
  'support user.ExternalIdChanged': {
    change: update({ external_id: 'customer-17' }),
    says: { previous: null, current: 'customer-17', user: { external_id: 'customer-17' } },
  },
  'support user.LastLoginChanged': {
    async change(zis) {
      const opened = await zis.control('POST /_sim/session', { user_id: 9001 })
      const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
      return zis.with({ cookie, authorization: 'Bearer control-token-of-specs' })('POST /_sim/session', {
        user_id: 9002,
      })
    },
    says: { previous: null, current: '2026-03-02T09:00:00Z', user: { id: 9002 } },
  },
  'support user.OnlyPrivateCommentsChanged': {
    change: update({ only_private_comments: true }, arlo),
    says: { previous: false, current: true },
  },
  'support user.TagsChanged': {
    change: update({ tags: ['Vip', 'vip', 'a b'] }),
    says: { tags_added: ['a', 'b', 'vip'], tags_removed: [] },
  },
  'support user.TimeZoneChanged': {
    change: update({ time_zone: 'Berlin' }),
    says: { previous: 'UTC', current: 'Berlin' },
  },
  'support user.UserAliasChanged': {
    change: update({ alias: 'Em' }),
    says: { previous: '', current: 'Em' },
  },
  'support user.UserCreated': {
    change: (zis) =>
      zis.agent('POST /api/v2/users', { user: { name: 'Nora New', email: 'nora@example.net' } }),
    says: { type: 'User Created', user: { role: 'end-user', email: 'nora@example.net' } },
  },
  'support user.UserDefaultGroupChanged': {
    async change(zis) {
      const made = await zis.admin('POST /api/v2/groups', { group: { name: 'Second line' } })
      return update({ default_group_id: (made.body['group'] as { id: number }).id }, arlo)(zis)
    },
    says: { previous: 8001, current: 8101, user: { default_group_id: 8101 } },
  },
  'support user.UserDetailsChanged': {
    change: update({ details: 'Second floor' }),
    says: { previous: '', current: 'Second floor' },
  },
  'support user.UserGroupAdded': {
    async change(zis) {
      const made = await zis.admin('POST /api/v2/groups', { group: { name: 'Second line' } })
      const group_id = (made.body['group'] as { id: number }).id
      return zis.admin('POST /api/v2/group_memberships', { group_membership: { user_id: 9002, group_id } })
    },
    says: { group: { id: 8101 }, user: { id: 9002, default_group_id: 8001 } },
  },
  'support user.UserGroupRemoved': {
    async change(zis) {
      const { body } = await zis.admin(`GET ${arlo}/group_memberships`)
      const [membership] = body['group_memberships'] as Array<{ id: number }>
      return zis.admin(`DELETE /api/v2/group_memberships/${membership!.id}`)
    },
    says: { group: { id: 8001 }, user: { id: 9002, default_group_id: null } },
  },
  'support user.UserIdentityChanged': {
    async change(zis) {
      const { body } = await zis.agent(`GET ${emil}/identities`)
      const [identity] = body['identities'] as Array<{ id: number }>
      return zis.agent(`PUT ${emil}/identities/${identity!.id}`, { identity: { value: 'e@example.org' } })
    },
    says: {
      previous: { type: 'email', value: 'emil@example.org', primary: true },
      current: { type: 'email', value: 'e@example.org', primary: true },
      user: { email: 'e@example.org' },
    },
  },
  'support user.UserIdentityCreated': {
    change: update({ email: 'second@example.org' }),
    says: {
      identity: { type: 'email', value: 'second@example.org', primary: false },
      user: { email: 'emil@example.org' },
    },
  },
  'support user.UserIdentityRemoved': {
    async change(zis) {
      const { body } = await zis.agent(`GET ${emil}/identities`)
      const [identity] = body['identities'] as Array<{ id: number }>
      return zis.agent(`DELETE ${emil}/identities/${identity!.id}`)
    },
    says: { type: 'Identity Deleted', identity: { value: 'emil@example.org' }, user: { email: null } },
  },
  'support user.UserIsActiveChanged': {
    change: (zis) => zis.agent(`DELETE ${emil}`),
    says: { previous: true, current: false, user: { id: 9101 } },
  },
  'support user.UserMerged': {
    change: (zis) => zis.agent(`PUT ${emil}/merge`, { user: { id: 9102 } }),
    says: { target_user_id: 9102, user: { id: 9101 } },
  },
  'support user.UserNameChanged': {
    change: update({ name: 'Emil Newname' }),
    says: { previous: 'Emil End-User', current: 'Emil Newname' },
  },
  'support user.UserNotesChanged': {
    change: update({ notes: 'Prefers the phone' }),
    says: { previous: '', current: 'Prefers the phone' },
  },
  'support user.UserOrganizationAdded': {
    async change(zis) {
      const made = await zis.admin('POST /api/v2/organizations', { organization: { name: 'Other' } })
      const organization_id = (made.body['organization'] as { id: number }).id
      return zis.agent('POST /api/v2/organization_memberships', {
        organization_membership: { user_id: 9101, organization_id },
      })
    },
    says: { organization: { id: 5101 }, user: { organization_id: 5001 } },
  },
  'support user.UserOrganizationRemoved': {
    change: update({ organization_id: null }),
    says: { organization: { id: 5001 }, user: { organization_id: null } },
  },
  'support user.UserPhotoChanged': {
    change: update({ remote_photo_url: 'https://example.org/emil.png' }),
    says: { previous: null, current: 'https://example.org/emil.png' },
  },
  'support user.UserRoleChanged': {
    change: update({ role: 'agent' }),
    says: { previous: 'end-user', current: 'agent', user: { role: 'agent' } },
  },

  'support organization.CustomFieldChanged': {
    async change(zis) {
      await fieldOf('organization')(zis)
      return zis.admin('PUT /api/v2/organizations/5001', {
        organization: { organization_fields: { partner: true } },
      })
    },
    says: { custom_field: { title: 'Partner', field_type: 'checkbox' }, previous: false, current: true },
  },
  'support organization.ExternalIdChanged': {
    change: (zis) => zis.admin('PUT /api/v2/organizations/5001', { organization: { external_id: 'o-1' } }),
    says: { previous: null, current: 'o-1', organization: { external_id: 'o-1' } },
  },
  'support organization.OrganizationCreated': {
    change: (zis) => zis.admin('POST /api/v2/organizations', { organization: { name: 'Other' } }),
    says: { type: 'Organization Created', organization: { id: 5101, name: 'Other', group_id: null } },
  },
  'support organization.TagsChanged': {
    change: (zis) => zis.agent('PUT /api/v2/organizations/5001/tags', { tags: ['gold'] }),
    says: { tags_added: ['gold'], tags_removed: [] },
  },

  'support customobject.CustomObjectRecordCreated': {
    change: object,
    says: {
      meta: { version: '2.0' },
      custom_object_record: {
        account_id: 12345678,
        custom_object_key: 'parcel',
        name: 'Parcel 1',
        custom_object_fields: { weight: 3 },
        created_by_user_id: 9002,
      },
    },
  },
  'support customobject.CustomObjectRecordChanged': {
    async change(zis) {
      const { body } = await object(zis)
      const { id } = body['custom_object_record'] as { id: string }
      return zis.admin(`PATCH /api/v2/custom_objects/parcel/records/${id}`, {
        custom_object_record: { custom_object_fields: { weight: 4 } },
      })
    },
    says: {
      custom_object_record: {
        custom_object_fields: { weight: 4 },
        created_by_user_id: 9002,
        updated_by_user_id: 9001,
      },
    },
  },
  'support customobject.CustomObjectRecordDeleted': {
    async change(zis) {
      const { body } = await object(zis)
      const { id } = body['custom_object_record'] as { id: string }
      return zis.admin(`DELETE /api/v2/custom_objects/parcel/records/${id}`)
    },
    says: { custom_object_record: { name: 'Parcel 1', custom_object_fields: { weight: 3 } } },
  },
  'sunshine customobject.CustomObjectChanged': {
    change: legacy,
    says: {
      custom_object: {
        account_id: '12345678',
        object_type: 'parcel',
        external_id: 'p-1',
        attributes: { weight: 3 },
      },
    },
  },
  'sunshine customobject.CustomObjectDeleted': {
    async change(zis) {
      const { body } = await legacy(zis)
      return zis.admin(`DELETE /api/sunshine/objects/records/${(body['data'] as { id: string }).id}`)
    },
    says: { object_id: expect.any(String) },
  },
  'sunshine activity.UserActivityCreated': {
    change: (zis) =>
      zis.admin('POST /api/v2/user_profiles/events', {
        profile: {
          source: 'web_shop',
          type: 'customer',
          identifiers: [{ type: 'email', value: 'emil@example.org' }],
        },
        event: { source: 'web_shop', type: 'page_viewed', description: 'Looked', properties: { page: 7 } },
      }),
    says: {
      user_activity: { user_id: 9101, type: 'page_viewed', source: 'web_shop', properties: { page: 7 } },
    },
  },
}

it('leaves out no native type that is not about tickets', () => {
  const types = nativeEvents.map(({ event_source, event_type }) => `${event_source} ${event_type}`)
  expect(Object.keys(cases).sort()).toEqual(types.filter((type) => !type.includes(' ticket.')).sort())
})

it.each(Object.entries(cases))('%s is raised by a change over HTTP', async (type, { change, says }) => {
  const zis = await startSimulator()
  const { status, text } = await change(zis)
  expect({ isDone: status < 300, text }).toEqual({ isDone: true, text })
  const events = (await raised(zis)).filter(
    ({ event_source, event_type }) => `${event_source} ${event_type}` === type,
  )
  expect(events).toHaveLength(1)
  expect(events[0]!.event).toMatchObject(says)
  await zis.stop()
})
