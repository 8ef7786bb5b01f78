import type { JsonObject } from '../../zis/json'
import type { NewEvent } from '../events/bus'
import type { Tables } from '../store/tables'
import type { World } from '../world'
import { blankUser } from './blank-user'
import { changed, fieldsChanged, fieldsOf, tagsChanged } from './changes-of'
import { nativeEventsOf, type NativeChange } from './native-events'

type User = Tables['users']

/** What raises an event of its own when it changes (zis-events 3.2). */
const watched: Array<[event_type: string, read: (user: User) => unknown]> = [
  ['user.UserNameChanged', ({ name }) => name],
  ['user.UserRoleChanged', ({ role }) => role],
  ['user.CustomRoleChanged', ({ custom_role_id }) => custom_role_id],
  ['user.UserAliasChanged', ({ alias }) => alias ?? ''],
  ['user.UserDetailsChanged', ({ details }) => details ?? ''],
  ['user.UserNotesChanged', ({ notes }) => notes ?? ''],
  ['user.ExternalIdChanged', ({ external_id }) => external_id],
  ['user.TimeZoneChanged', ({ time_zone }) => time_zone],
  ['user.OnlyPrivateCommentsChanged', ({ only_private_comments }) => only_private_comments],
  ['user.UserDefaultGroupChanged', ({ default_group_id }) => default_group_id],
  ['user.UserPhotoChanged', ({ photo }) => photo?.content_url ?? null],
  ['user.LastLoginChanged', ({ last_login_at }) => last_login_at],
  ['user.UserIsActiveChanged', ({ active }) => active],
]

/**
 * The events that Zendesk raises for one save of one user (zis-events 3).
 *
 * @param before undefined for a user who was just created
 * @param more changes of what belongs to the user: identities, groups, organizations
 */
export function userEvents(
  world: World,
  before: User | undefined,
  after: User,
  more: NativeChange[] = [],
): NewEvent[] {
  // A name and a time zone, every user has from the start: they are no change.
  const from = before ?? {
    ...blankUser({ ...after, role: 'end-user' }, after.created_at),
    time_zone: after.time_zone,
  }
  const changes: NativeChange[] = [
    ...watched
      .filter(([, read]) => read(from) !== read(after))
      .map(([event_type, read]) => changed(event_type, read(from), read(after))),
    ...tagsChanged(world, 'user.TagsChanged', from.tags, after.tags),
    ...fieldsChanged(
      fieldsOf(world, 'users'),
      'user.CustomFieldChanged',
      from.user_fields,
      after.user_fields,
    ),
    ...more,
  ]
  const created: NativeChange = { event_type: 'user.UserCreated', members: {} }
  const isAlone = world.assume('peopleCreationRaises') === 'creation'
  return nativeEventsOf(world, before ? changes : isAlone ? [created] : [created, ...changes], {
    origin: `User ${after.id} was ${before ? 'changed' : 'created'}`,
    subject: { user: userOfEvent(after) },
  })
}

/** The `user` object of an event: no name, phone, tags or fields in it (zis-events 3.1). */
function userOfEvent(user: User): JsonObject {
  const { id, external_id, role, email, created_at, updated_at, organization_id, default_group_id } = user
  return { id, external_id, role, email, created_at, updated_at, organization_id, default_group_id }
}
