import type { JsonObject } from '../../zis/json'
import { below, keyOf } from '../store/keys'
import type { Tables } from '../store/tables'
import { stamp, type World } from '../world'
import type { NativeChange } from './native-events'
import { apiUrl } from './api-url'

type Identity = Tables['identities']
type User = Tables['users']

export const identitiesOf = ({ store }: Pick<World, 'store'>, userId: number): Identity[] =>
  store
    .table('identities')
    .list({ prefix: below(userId) })
    .map(([, row]) => row)

/** How an event speaks of an identity (zis-events 3.2). */
export const identityOfEvent = ({ id, type, value, primary }: Identity): JsonObject => ({
  id,
  type,
  value,
  primary,
})

/** The identity of this type and value of any user; addresses count without their capitals. */
export function findIdentity(
  { store }: Pick<World, 'store'>,
  type: Identity['type'],
  value: string,
): Identity | undefined {
  const wanted = value.toLowerCase()
  return store
    .table('identities')
    .list()
    .find(([, row]) => row.type === type && row.value.toLowerCase() === wanted)?.[1]
}

/** Gives a user an identity; the first one of its type is the primary one. */
export function addIdentity(
  world: World,
  userId: number,
  { type, value, verified = false }: Pick<Identity, 'type' | 'value'> & { verified?: boolean },
): { identity: Identity; changes: NativeChange[] } {
  const id = world.store.nextNumber('identities', 350_001)
  const now = stamp(world)
  const identity: Identity = {
    id,
    url: apiUrl(`users/${userId}/identities/${id}`),
    user_id: userId,
    type,
    value,
    primary: !identitiesOf(world, userId).some((other) => other.type === type && other.primary),
    verified,
    deliverable_state: 'deliverable',
    undeliverable_count: 0,
    created_at: now,
    updated_at: now,
  }
  world.store.table('identities').put(keyOf(userId, id), identity)
  return {
    identity,
    changes: [{ event_type: 'user.UserIdentityCreated', members: { identity: identityOfEvent(identity) } }],
  }
}

/** The user with what follows from the identities: the primary email, and whether any is verified. */
export function withIdentities(world: World, user: User): User {
  const identities = identitiesOf(world, user.id)
  const email = identities.find(({ type, primary }) => type === 'email' && primary)?.value ?? null
  return { ...user, email, verified: identities.some(({ verified }) => verified) }
}
