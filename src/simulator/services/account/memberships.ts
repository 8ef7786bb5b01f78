import { memberships as wire } from '../../../zis/wire/memberships'
import { ZisProblem } from '../../../zis/wire/problems'
import {
  groupsOf,
  joinGroup,
  joinOrganization,
  leaveGroup,
  leaveOrganization,
  makeGroupDefault,
  makeOrganizationDefault,
  organizationsOf,
} from '../../account/memberships'
import { saveUser } from '../../account/save-user'
import type { Bus } from '../../events/bus'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { on, type RouteHandler, type User } from '../service'
import { findRow } from './find-row'
import { listPage } from './list-page'
import { refuse, taken } from './refusals'

/** Who is in which group and organization; every change raises its event (zis-events 3.2). */
export function membershipRoutes(world: World, bus: Bus): RouteHandler[] {
  const { store } = world
  const users = store.table('users')
  const inGroups = store.table('group_memberships')
  const inOrganizations = store.table('organization_memberships')

  function member(id: number): User {
    const user = users.get(keyOf(id))
    if (!user?.active) refuse('user', `User: ${id} is not an active user`)
    return user
  }
  const userOfRow = (row: { user_id: number }): User => findRow(users, String(row.user_id))
  function ownRow<Row extends { user_id: number }>(row: Row, user: User): Row {
    if (row.user_id !== user.id) throw new ZisProblem('RecordNotFound')
    return row
  }
  const withName = (row: Tables['organization_memberships']) => ({
    ...row,
    organization_name: store.table('organizations').get(keyOf(row.organization_id))?.name ?? '',
  })
  function groupsAnswer(list: Array<Tables['group_memberships']>, request: Request) {
    const { rows, page } = listPage(list, request)
    return { group_memberships: rows, ...page }
  }
  function organizationsAnswer(list: Array<Tables['organization_memberships']>, request: Request) {
    const { rows, page } = listPage(list, request)
    return { organization_memberships: rows.map(withName), ...page }
  }
  const allInGroups = () => inGroups.list().map(([, row]) => row)
  const allInOrganizations = () => inOrganizations.list().map(([, row]) => row)

  return [
    on(wire.listGroupMemberships, ({ request }) => groupsAnswer(allInGroups(), request)),
    on(wire.listGroupsOfUser, ({ params: { id }, request }) =>
      groupsAnswer(groupsOf(world, findRow(users, id).id), request),
    ),
    on(wire.listMembersOfGroup, ({ params: { id }, request }) => {
      const group = findRow(store.table('groups'), id)
      const members = allInGroups().filter(({ group_id }) => group_id === group.id)
      return groupsAnswer(members, request)
    }),
    on(wire.createGroupMembership, async ({ body: { group_membership: input } }) => {
      const user = member(input.user_id)
      if (user.role === 'end-user') refuse('user', 'User: must be an agent')
      if (!store.table('groups').has(keyOf(input.group_id))) {
        refuse('group', `Group: ${input.group_id} is not a group`)
      }
      if (groupsOf(world, user.id).some(({ group_id }) => group_id === input.group_id)) {
        refuse('user_id', taken('User', String(user.id)))
      }
      const joined = joinGroup(world, user, input.group_id, input.default)
      saveUser(world, bus, user, joined.user, joined.changes)
      await store.durable()
      return { group_membership: joined.row }
    }),
    on(wire.makeGroupDefault, async ({ params, request }) => {
      const user = findRow(users, params.id)
      const row = ownRow(findRow(inGroups, params.membership_id), user)
      saveUser(world, bus, user, makeGroupDefault(world, user, row.group_id))
      await store.durable()
      return groupsAnswer(groupsOf(world, user.id), request)
    }),
    on(wire.deleteGroupMembership, async ({ params: { id } }) => {
      const row = findRow(inGroups, id)
      const user = userOfRow(row)
      const left = leaveGroup(world, user, row)
      saveUser(world, bus, user, left.user, left.changes)
      await store.durable()
      return undefined
    }),

    on(wire.listOrganizationMemberships, ({ request }) => organizationsAnswer(allInOrganizations(), request)),
    on(wire.listOrganizationsOfUser, ({ params: { id }, request }) =>
      organizationsAnswer(organizationsOf(world, findRow(users, id).id), request),
    ),
    on(wire.listMembersOfOrganization, ({ params: { id }, request }) => {
      const organization = findRow(store.table('organizations'), id)
      const members = allInOrganizations().filter((row) => row.organization_id === organization.id)
      return organizationsAnswer(members, request)
    }),
    on(wire.createOrganizationMembership, async ({ body: { organization_membership: input } }) => {
      const user = member(input.user_id)
      const { organization_id: id } = input
      if (!store.table('organizations').has(keyOf(id))) {
        refuse('organization', `Organization: ${id} is not an organization`)
      }
      if (organizationsOf(world, user.id).some(({ organization_id }) => organization_id === id)) {
        refuse('user_id', taken('User', String(user.id)))
      }
      const joined = joinOrganization(world, user, id, input.default)
      saveUser(world, bus, user, joined.user, joined.changes)
      await store.durable()
      return { organization_membership: withName(joined.row) }
    }),
    on(wire.makeOrganizationDefault, async ({ params, request }) => {
      const user = findRow(users, params.id)
      const row = ownRow(findRow(inOrganizations, params.membership_id), user)
      saveUser(world, bus, user, makeOrganizationDefault(world, user, row.organization_id))
      await store.durable()
      return organizationsAnswer(organizationsOf(world, user.id), request)
    }),
    on(wire.deleteOrganizationMembership, async ({ params: { id } }) => {
      const row = findRow(inOrganizations, id)
      const user = userOfRow(row)
      const left = leaveOrganization(world, user, row)
      saveUser(world, bus, user, left.user, left.changes)
      await store.durable()
      return undefined
    }),
  ]
}
