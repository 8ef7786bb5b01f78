import type { Bus } from '../events/bus'
import { keyOf } from '../store/keys'
import type { Tables } from '../store/tables'
import { stamp, type World } from '../world'
import { blankUser } from './blank-user'
import { addIdentity, findIdentity } from './identities'
import { moveToOrganization, organizationOfDomain } from './memberships'
import { saveUser } from './save-user'

type User = Tables['users']

/** The active user who has this address; undefined when nobody has it. */
export function findUserByEmail(world: Pick<World, 'store'>, email: string): User | undefined {
  const identity = findIdentity(world, 'email', email)
  const user = identity && world.store.table('users').get(keyOf(identity.user_id))
  return user?.active ? user : undefined
}

/** Name and address; without an address somebody is always new. */
interface Named {
  name: string
  email?: string
}

/** People whom one change needs and whom the account does not know yet. */
export interface Newcomers {
  /**
   * The user with this address, or the one who is going to be made: with the number and the organization that they
   * will have. Nothing is kept yet.
   */
  find(named: Named): User
  /** Makes them all, with their events, in the turn of the caller's own writes. */
  make(): User[]
}

/**
 * What a ticket does that names people by name and email (`requester: { name, email }`): whoever is not known
 * becomes an end user, but only when nothing of the change can be refused any more. The caller awaits
 * `store.durable()` as always.
 */
export function createNewcomers(world: World, bus: Bus): Newcomers {
  const waiting: User[] = []

  function makeOne(user: User): User {
    if (user.email === null) return saveUser(world, bus, undefined, user)
    const { changes } = addIdentity(world, user.id, { type: 'email', value: user.email })
    const blank = { ...user, organization_id: null }
    const moved = moveToOrganization(world, blank, user.organization_id)
    return saveUser(world, bus, undefined, moved.user, [...changes, ...moved.changes])
  }

  return {
    find({ name, email }) {
      const isSame = (user: User) => user.email?.toLowerCase() === email?.toLowerCase()
      const known = email === undefined ? undefined : (findUserByEmail(world, email) ?? waiting.find(isSame))
      if (known) return known
      const id = world.store.nextNumber('users', 9201)
      const blank = blankUser({ id, name, email: email ?? null, role: 'end-user' }, stamp(world))
      const user = {
        ...blank,
        organization_id: email === undefined ? null : organizationOfDomain(world, email),
      }
      waiting.push(user)
      return user
    },
    make: () => waiting.splice(0).map(makeOne),
  }
}

/** {@link Newcomers} for one person, who is made at once. */
export function findOrMakeUser(world: World, bus: Bus, named: Named): User {
  const newcomers = createNewcomers(world, bus)
  const user = newcomers.find(named)
  return newcomers.make()[0] ?? user
}
