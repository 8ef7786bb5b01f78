import Type from 'typebox'
import { customFieldChanged } from './custom-field'
import { change, dates, Flag, Id, maybe, metaOf, shape, tags, Text, Time, type EventDomain } from './parts'

const Role = Type.Enum(['end-user', 'agent', 'admin'])
const Identity = shape({ id: Id, type: Text, value: Text, primary: Flag })
const group = { group: shape({ id: Id }) }
const organization = { organization: shape({ id: Id }) }

/** The events of users (zis-events 3). */
export const userEvent: EventDomain = {
  meta: metaOf('1.0', true),
  subject: {
    name: 'user',
    shape: shape({
      id: Id,
      external_id: maybe(Text),
      role: Role,
      email: maybe(Text),
      ...dates,
      organization_id: maybe(Id),
      default_group_id: maybe(Id),
    }),
  },
  members: {
    'user.CustomFieldChanged': customFieldChanged,
    'user.CustomRoleChanged': change(maybe(Id)),
    'user.ExternalIdChanged': change(maybe(Text)),
    'user.LastLoginChanged': change(maybe(Time)),
    'user.OnlyPrivateCommentsChanged': change(Flag),
    'user.TagsChanged': tags,
    'user.TimeZoneChanged': change(Text),
    'user.UserAliasChanged': change(maybe(Text)),
    'user.UserCreated': {},
    'user.UserDefaultGroupChanged': change(maybe(Id)),
    'user.UserDetailsChanged': change(maybe(Text)),
    'user.UserGroupAdded': group,
    'user.UserGroupRemoved': group,
    'user.UserIdentityChanged': change(Identity),
    'user.UserIdentityCreated': { identity: Identity },
    'user.UserIdentityRemoved': { identity: Identity },
    'user.UserIsActiveChanged': change(Flag),
    'user.UserMerged': { target_user_id: Id },
    'user.UserNameChanged': change(Text),
    'user.UserNotesChanged': change(maybe(Text)),
    'user.UserOrganizationAdded': organization,
    'user.UserOrganizationRemoved': organization,
    'user.UserPhotoChanged': change(maybe(Text)),
    'user.UserRoleChanged': change(Role),
  },
}
