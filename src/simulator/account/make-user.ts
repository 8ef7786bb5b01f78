import type { Bus } from '../events/bus'
import { keyOf } from '../store/keys'
import type { Tables } from '../store/tables'
import { stamp, type World } from '../world'
import { blankUser } from './blank-user'
import { addIdentity, findIdentity } from './identities'
import { moveToOrganization, organizationOfDomain } from './memberships'
import { saveUser } from './save-user'

/** The active user who has this address; undefined when nobody has it. */
export function findUserByEmail(world: Pick<World, 'store'>, email: string): Tables['users'] | undefined {
  const identity = findIdentity(world, 'email', email)
  const user = identity && world.store.table('users').get(keyOf(identity.user_id))
  return user?.active ? user : undefined
}

/**
 * The user with this address, or a new end user: what a ticket does that names its requester by name and
 * email (`requester: { name, email }`). A new one raises UserCreated and what comes with it, in the same
 * turn as the caller's own writes; the caller awaits `store.durable()` as always.
 *
 * @param email undefined for somebody without an address, who is always new
 */
export function findOrMakeUser(
  world: World,
  bus: Bus,
  { name, email }: { name: string; email?: string },
): Tables['users'] {
  const known = email === undefined ? undefined : findUserByEmail(world, email)
  if (known) return known
  const id = world.store.nextNumber('users', 9201)
  const user = blankUser({ id, name, email: email ?? null, role: 'end-user' }, stamp(world))
  if (email === undefined) return saveUser(world, bus, undefined, user)
  const { changes } = addIdentity(world, id, { type: 'email', value: email })
  const moved = moveToOrganization(world, user, organizationOfDomain(world, email))
  return saveUser(world, bus, undefined, moved.user, [...changes, ...moved.changes])
}
