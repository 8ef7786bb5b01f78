import { identitiesOf, identityOfEvent, withIdentities } from '../../account/identities'
import type { NativeChange } from '../../account/native-events'
import { saveUser } from '../../account/save-user'
import type { Bus } from '../../events/bus'
import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import type { User } from '../service'
import { refuse } from './refusals'

/**
 * Merges an end user into another one: identities and requested tickets go over, and the first user is not
 * active any more. The tickets raise no events of their own.
 *
 * @throws {ZisProblem} RecordInvalid for staff, for a deleted user and for a merge with oneself
 */
export function mergeUsers(world: World, bus: Bus, from: User, into: User): User {
  const { store, changes } = world
  for (const user of [from, into]) {
    if (!user.active) refuse('base', `User ${user.id} is deleted`)
    if (user.role !== 'end-user') refuse('base', `User ${user.id} is not an end user, and cannot be merged`)
  }
  if (from.id === into.id) refuse('base', 'A user cannot be merged with itself')

  const moved = identitiesOf(world, from.id).map((identity) => ({
    ...identity,
    user_id: into.id,
    url: identity.url.replace(`/users/${from.id}/`, `/users/${into.id}/`),
    primary:
      identity.primary &&
      !identitiesOf(world, into.id).some(({ type, primary }) => primary && type === identity.type),
  }))
  for (const identity of moved) {
    store.table('identities').delete(keyOf(from.id, identity.id))
    store.table('identities').put(keyOf(into.id, identity.id), identity)
  }
  for (const [key, ticket] of store.table('tickets').list()) {
    if (ticket.requester_id !== from.id) continue
    store.table('tickets').put(key, { ...ticket, requester_id: into.id })
    changes.tell('tickets', String(ticket.id))
  }

  const merged: NativeChange = {
    event_type: 'user.UserMerged',
    members: { target_user_id: into.id },
  }
  saveUser(world, bus, from, { ...from, active: false }, [merged])
  return saveUser(
    world,
    bus,
    into,
    withIdentities(world, into),
    moved.map((identity) => ({
      event_type: 'user.UserIdentityCreated',
      members: { identity: identityOfEvent(identity) },
    })),
  )
}
