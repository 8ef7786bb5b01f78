import { keyOf } from '../store/keys'
import type { Tables } from '../store/tables'
import { stamp, type World } from '../world'
import type { NativeChange } from './native-events'
import { apiUrl } from './api-url'

type User = Tables['users']
type InGroup = Tables['group_memberships']
type InOrganization = Tables['organization_memberships']

/** A user after a change of memberships, and the changes as events tell them. */
export interface Moved {
  user: User
  changes: NativeChange[]
}

export const groupsOf = ({ store }: Pick<World, 'store'>, userId: number): InGroup[] =>
  store
    .table('group_memberships')
    .list()
    .map(([, row]) => row)
    .filter(({ user_id }) => user_id === userId)

export const organizationsOf = ({ store }: Pick<World, 'store'>, userId: number): InOrganization[] =>
  store
    .table('organization_memberships')
    .list()
    .map(([, row]) => row)
    .filter(({ user_id }) => user_id === userId)

/** Puts an agent into a group; the first group is the default one. */
export function joinGroup(
  world: World,
  user: User,
  groupId: number,
  isDefault = false,
): Moved & { row: InGroup } {
  const present = groupsOf(world, user.id).find(({ group_id }) => group_id === groupId)
  const row = present ?? newRow(world, 'group_memberships', { user_id: user.id, group_id: groupId })
  world.store.table('group_memberships').put(keyOf(row.id), row)
  const moved = isDefault || user.default_group_id === null ? makeGroupDefault(world, user, groupId) : user
  return {
    row: { ...row, default: moved.default_group_id === groupId },
    user: moved,
    changes: present ? [] : [{ event_type: 'user.UserGroupAdded', members: { group: { id: groupId } } }],
  }
}

export function makeGroupDefault(world: World, user: User, groupId: number | null): User {
  const table = world.store.table('group_memberships')
  for (const row of groupsOf(world, user.id)) {
    table.put(keyOf(row.id), { ...row, default: row.group_id === groupId })
  }
  return { ...user, default_group_id: groupId }
}

/** Takes an agent out of a group; another group becomes the default one where there is one. */
export function leaveGroup(world: World, user: User, row: InGroup): Moved {
  world.store.table('group_memberships').delete(keyOf(row.id))
  const next = groupsOf(world, user.id)[0]?.group_id ?? null
  return {
    user: user.default_group_id === row.group_id ? makeGroupDefault(world, user, next) : user,
    changes: [{ event_type: 'user.UserGroupRemoved', members: { group: { id: row.group_id } } }],
  }
}

/** An end user is in no group. */
export function leaveAllGroups(world: World, user: User): Moved {
  return groupsOf(world, user.id).reduce<Moved>(
    (moved, row) => {
      const left = leaveGroup(world, moved.user, row)
      return { user: left.user, changes: [...moved.changes, ...left.changes] }
    },
    { user, changes: [] },
  )
}

/** Puts a user into an organization; the first one is the default one. */
export function joinOrganization(
  world: World,
  user: User,
  organizationId: number,
  isDefault = false,
): Moved & { row: InOrganization } {
  const present = organizationsOf(world, user.id).find(
    ({ organization_id }) => organization_id === organizationId,
  )
  const row = present ?? {
    ...newRow(world, 'organization_memberships', { user_id: user.id, organization_id: organizationId }),
    view_tickets: false,
  }
  world.store.table('organization_memberships').put(keyOf(row.id), row)
  const moved =
    isDefault || user.organization_id === null ? makeOrganizationDefault(world, user, organizationId) : user
  return {
    row: { ...row, default: moved.organization_id === organizationId },
    user: moved,
    changes: present
      ? []
      : [{ event_type: 'user.UserOrganizationAdded', members: { organization: { id: organizationId } } }],
  }
}

export function makeOrganizationDefault(world: World, user: User, organizationId: number | null): User {
  const table = world.store.table('organization_memberships')
  for (const row of organizationsOf(world, user.id)) {
    table.put(keyOf(row.id), { ...row, default: row.organization_id === organizationId })
  }
  return { ...user, organization_id: organizationId }
}

/** Takes a user out of an organization; another one becomes the default one where there is one. */
export function leaveOrganization(world: World, user: User, row: InOrganization): Moved {
  world.store.table('organization_memberships').delete(keyOf(row.id))
  const next = organizationsOf(world, user.id)[0]?.organization_id ?? null
  return {
    user: user.organization_id === row.organization_id ? makeOrganizationDefault(world, user, next) : user,
    changes: [
      { event_type: 'user.UserOrganizationRemoved', members: { organization: { id: row.organization_id } } },
    ],
  }
}

/** Moves a user from the default organization, if there is one, to another one or to none. */
export function moveToOrganization(world: World, user: User, organizationId: number | null): Moved {
  const row = organizationsOf(world, user.id).find(
    ({ organization_id }) => organization_id === user.organization_id,
  )
  const left = row ? leaveOrganization(world, user, row) : { user, changes: [] }
  if (organizationId === null) return left
  const joined = joinOrganization(world, left.user, organizationId, true)
  return { user: joined.user, changes: [...left.changes, ...joined.changes] }
}

/** The organization that has the domain of an address; users come into it at their creation. */
export function organizationOfDomain({ store }: World, email: string): number | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  const found = store
    .table('organizations')
    .list()
    .find(([, { domain_names }]) => domain_names.some((name) => name.toLowerCase() === domain))
  return found?.[1].id ?? null
}

function newRow<Members extends object>(
  world: World,
  table: 'group_memberships' | 'organization_memberships',
  members: Members,
) {
  const id = world.store.nextNumber(table, 420_001)
  const now = stamp(world)
  return { id, url: apiUrl(`${table}/${id}`), ...members, default: false, created_at: now, updated_at: now }
}
