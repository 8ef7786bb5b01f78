import { identitiesOf, identityOfEvent, withIdentities } from '../../account/identities'
import type { NativeChange } from '../../account/native-events'
import type { By, TicketSaver } from '../../account/tickets'
import { followTickets } from '../../account/tickets/follow-tickets'
import { saveUser } from '../../account/save-user'
import type { Bus } from '../../events/bus'
import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import type { User } from '../service'
import { refuse } from './refusals'

/**
 * Merges an end user into another one: identities and tickets go over, and the first user is not active any more.
 *
 * @throws {ZisProblem} RecordInvalid for staff, for a deleted user and for a merge with oneself
 */
export function mergeUsers(
  world: World,
  { bus, saver, by }: { bus: Bus; saver: TicketSaver; by: By },
  from: User,
  into: User,
): User {
  const { store } = world
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
  const after = (id: number) => (id === from.id ? into.id : id)
  followTickets(world, saver, by, (ticket) =>
    ticket.requester_id === from.id || ticket.email_cc_ids.includes(from.id)
      ? {
          ...ticket,
          requester_id: after(ticket.requester_id),
          email_cc_ids: [...new Set(ticket.email_cc_ids.map(after))],
        }
      : undefined,
  )

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
