import { ZisProblem } from '../../../zis/wire/problems'
import { identities as wire } from '../../../zis/wire/user-parts'
import {
  addIdentity,
  findIdentity,
  identitiesOf,
  identityOfEvent,
  withIdentities,
} from '../../account/identities'
import type { NativeChange } from '../../account/native-events'
import { saveUser } from '../../account/save-user'
import type { Bus } from '../../events/bus'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, userOf, type Caller, type RouteHandler, type User } from '../service'
import { identityChanged, refuseOthersThan } from './change-users'
import { findRowBelow } from './find'
import { findRow } from './find-row'
import { listPage } from './list-page'
import { refuse, taken } from './refusals'

type Identity = Tables['identities']

/** The addresses of users; every change raises its event (zis-events 3.2). */
export function identityRoutes(world: World, bus: Bus): RouteHandler[] {
  const { store } = world
  const table = store.table('identities')
  const users = store.table('users')

  /** A user whose identities the caller may change. */
  function changeable(id: string, caller: Caller): User {
    const user = findRow(users, id)
    if (!user.active) throw new ZisProblem('RecordNotFound')
    refuseOthersThan(userOf(caller), [user.role])
    return user
  }
  const identityOf = (userId: string, id: string): Identity => {
    const user = findRow(users, userId)
    return findRowBelow(table, user.id, id)
  }
  async function keep(user: User, changes: NativeChange[]) {
    saveUser(world, bus, user, withIdentities(world, user), changes)
    await store.durable()
  }
  function refuseTaken(type: Identity['type'], value: string, own?: Identity): void {
    if (type === 'email' && !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(value))
      refuse('value', `Email: ${value} is not properly formatted`)
    const holder = findIdentity(world, type, value)
    if (holder && holder.id !== own?.id) refuse('value', taken('Value', value))
  }
  const put = (identity: Identity) => table.put(keyOf(identity.user_id, identity.id), identity)

  /** Changes one identity; what is the same as before raises nothing. */
  async function change(user: User, before: Identity, members: Partial<Identity>) {
    const identity = { ...before, ...members, updated_at: stamp(world) }
    put(identity)
    const isSame = identity.value === before.value && identity.verified === before.verified
    await keep(user, isSame ? [] : [identityChanged(before, identity)])
    return { identity }
  }

  function makePrimary(identity: Identity): NativeChange[] {
    const others = identitiesOf(world, identity.user_id).filter(
      ({ type, primary, id }) => type === identity.type && primary && id !== identity.id,
    )
    return [
      ...others.map((one) => ({ before: one, after: { ...one, primary: false } })),
      ...(identity.primary ? [] : [{ before: identity, after: { ...identity, primary: true } }]),
    ].map(({ before, after }) => {
      put({ ...after, updated_at: stamp(world) })
      return identityChanged(before, after)
    })
  }

  return [
    on(wire.listIdentities, ({ params: { id }, request }) => {
      const { rows, page } = listPage(identitiesOf(world, findRow(users, id).id), request)
      return { identities: rows, ...page }
    }),

    on(wire.createIdentity, async ({ params: { id }, body: { identity: input }, caller }) => {
      const user = changeable(id, caller)
      refuseTaken(input.type, input.value)
      const { identity, changes } = addIdentity(world, user.id, input)
      const made = input.primary ? makePrimary(identity) : []
      await keep(user, [...changes, ...made])
      return { identity: findRowBelow(table, user.id, String(identity.id)) }
    }),

    on(wire.showIdentity, ({ params }) => ({ identity: identityOf(params.id, params.identity_id) })),

    on(wire.updateIdentity, ({ params, body: { identity: input }, caller }) => {
      const user = changeable(params.id, caller)
      const before = identityOf(params.id, params.identity_id)
      if (input.value !== undefined) refuseTaken(before.type, input.value, before)
      return change(user, before, {
        ...(input.value !== undefined && { value: input.value }),
        ...(input.verified !== undefined && { verified: input.verified }),
      })
    }),

    on(wire.makeIdentityPrimary, async ({ params, caller }) => {
      const user = changeable(params.id, caller)
      await keep(user, makePrimary(identityOf(params.id, params.identity_id)))
      return { identities: identitiesOf(world, user.id) }
    }),

    on(wire.verifyIdentity, ({ params, caller }) => {
      const user = changeable(params.id, caller)
      return change(user, identityOf(params.id, params.identity_id), { verified: true })
    }),

    on(wire.deleteIdentity, async ({ params, caller }) => {
      const user = changeable(params.id, caller)
      const identity = identityOf(params.id, params.identity_id)
      const others = identitiesOf(world, user.id).filter(({ id }) => id !== identity.id)
      // Zendesk keeps the last address of somebody who signs in.
      if (identity.primary && user.role !== 'end-user' && others.every(({ type }) => type !== 'email')) {
        refuse('base', 'The last address of an agent cannot be deleted')
      }
      table.delete(keyOf(user.id, identity.id))
      const next = identity.primary && others.find(({ type }) => type === identity.type)
      await keep(user, [
        { event_type: 'user.UserIdentityRemoved', members: { identity: identityOfEvent(identity) } },
        ...(next ? makePrimary(next) : []),
      ])
      return undefined
    }),
  ]
}
