import type { Bus } from '../events/bus'
import { keyOf } from '../store/keys'
import type { Tables } from '../store/tables'
import { stamp, type World } from '../world'
import type { NativeChange } from './native-events'
import { userEvents } from './user-events'

/**
 * Keeps a user and the events of the change in one turn: both are on disk, or neither is, once
 * `store.durable()` resolves.
 *
 * @param before undefined for a new user
 * @param more changes of identities, groups and organizations that come with it
 * @returns the user as kept
 */
export function saveUser(
  world: World,
  bus: Bus,
  before: Tables['users'] | undefined,
  after: Tables['users'],
  more: NativeChange[] = [],
): Tables['users'] {
  const kept = before ? { ...after, updated_at: stamp(world) } : after
  world.store.table('users').put(keyOf(kept.id), kept)
  bus.publish(userEvents(world, before, kept, more))
  world.changes.tell('users', String(kept.id))
  return kept
}
