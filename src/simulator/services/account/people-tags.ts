import type { peopleTags } from '../../../zis/wire/user-parts'
import { peopleTags as wire } from '../../../zis/wire/user-parts'
import { saveUser } from '../../account/save-user'
import type { Bus } from '../../events/bus'
import type { World } from '../../world'
import { on, userOf, type Caller, type RouteHandler } from '../service'
import { refuseOthersThan } from './change-users'
import { findRow } from './find-row'
import { saveOrganization } from './organizations'
import { uniqueTags } from './user-input'

type Change = (before: string[], given: string[]) => string[]
type Endpoint = (typeof peopleTags)[keyof typeof peopleTags]

const set: Change = (_, given) => given
const add: Change = (before, given) => [...before, ...given]
const remove: Change = (before, given) => before.filter((tag) => !given.includes(tag))

/** The tags of users and organizations: POST replaces them, PUT adds to them, DELETE takes from them. */
export function peopleTagRoutes(world: World, bus: Bus): RouteHandler[] {
  const { store } = world
  const users = store.table('users')
  const organizations = store.table('organizations')

  async function changeUser(id: string, given: string[], change: Change, caller: Caller) {
    const user = findRow(users, id)
    refuseOthersThan(userOf(caller), [user.role])
    const tags = uniqueTags(change(user.tags, uniqueTags(given)))
    saveUser(world, bus, user, { ...user, tags })
    await store.durable()
    return { tags }
  }
  async function changeOrganization(id: string, given: string[], change: Change) {
    const organization = findRow(organizations, id)
    const tags = uniqueTags(change(organization.tags, uniqueTags(given)))
    saveOrganization(world, bus, organization, { ...organization, tags })
    await store.durable()
    return { tags }
  }
  const forUsers = (endpoint: Endpoint & { body: unknown }, change: Change) =>
    on(endpoint as typeof wire.addUserTags, ({ params: { id }, body: { tags }, caller }) =>
      changeUser(id, tags, change, caller),
    )
  const forOrganizations = (endpoint: Endpoint & { body: unknown }, change: Change) =>
    on(endpoint as typeof wire.addOrganizationTags, ({ params: { id }, body: { tags } }) =>
      changeOrganization(id, tags, change),
    )

  return [
    on(wire.listUserTags, ({ params: { id } }) => ({ tags: findRow(users, id).tags })),
    forUsers(wire.setUserTags, set),
    forUsers(wire.addUserTags, add),
    forUsers(wire.removeUserTags, remove),
    on(wire.listOrganizationTags, ({ params: { id } }) => ({ tags: findRow(organizations, id).tags })),
    forOrganizations(wire.setOrganizationTags, set),
    forOrganizations(wire.addOrganizationTags, add),
    forOrganizations(wire.removeOrganizationTags, remove),
  ]
}
