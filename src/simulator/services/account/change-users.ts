import { ZisProblem } from '../../../zis/wire/problems'
import { blankUser } from '../../account/blank-user'
import { addIdentity, identitiesOf, identityOfEvent, withIdentities } from '../../account/identities'
import {
  joinGroup,
  leaveAllGroups,
  moveToOrganization,
  organizationOfDomain,
  type Moved,
} from '../../account/memberships'
import type { NativeChange } from '../../account/native-events'
import { saveUser } from '../../account/save-user'
import type { Bus } from '../../events/bus'
import { below, keyOf } from '../../store/keys'
import { stamp, type World } from '../../world'
import type { User } from '../service'
import { refuse, refuseInvalid } from './refusals'
import { faultsOfInput, withInput, type UserInput } from './user-input'

/** Ways to change users, each with the events that it raises. Nothing is kept when one throws. */
export function createUserChanges(world: World, bus: Bus) {
  const { store } = world

  /** @throws {ZisProblem} RecordInvalid, SupportForbidden */
  function create(input: UserInput & { name: string }, by: User): User {
    refuseOthersThan(by, [input.role ?? 'end-user'])
    refuseInvalid(faultsOfInput(world, input))
    const id = store.nextNumber('users', 9201)
    const person = {
      id,
      name: input.name,
      email: input.email ?? null,
      role: input.role ?? 'end-user',
    } as const
    const user = withInput(world, blankUser(person, stamp(world)), input)
    const added = input.email
      ? addIdentity(world, id, { type: 'email', value: input.email, verified: input.verified ?? false })
          .changes
      : []
    const fromDomain = input.email ? organizationOfDomain(world, input.email) : null
    const moved = withMemberships(
      { user: withIdentities(world, user), changes: added },
      {
        ...input,
        organization_id: input.organization_id ?? fromDomain,
      },
    )
    return saveUser(world, bus, undefined, moved.user, moved.changes)
  }

  /** @throws {ZisProblem} RecordInvalid, SupportForbidden, RecordNotFound for a deleted user */
  function update(before: User, input: UserInput, by: User): User {
    if (!before.active) throw new ZisProblem('RecordNotFound')
    refuseOthersThan(by, [before.role, input.role ?? 'end-user'])
    const isLess = (input.role !== undefined && input.role !== 'admin') || input.suspended === true
    if (isLess && isOwner(world, before)) {
      refuse(input.suspended ? 'suspended' : 'role', 'The owner of the account stays an admin')
    }
    refuseInvalid(faultsOfInput(world, input, before))
    const changes = input.email ? emailChanges(before, input.email, input.verified ?? false) : []
    if (input.verified) verifyPrimary(before)
    const moved = withMemberships({ user: withInput(world, before, input), changes }, input)
    return saveUser(world, bus, before, withIdentities(world, moved.user), moved.changes)
  }

  /** What a new email in an update does; the same address again does nothing. */
  function emailChanges({ id }: User, email: string, verified: boolean): NativeChange[] {
    const own = identitiesOf(world, id).filter(({ type }) => type === 'email')
    if (own.some(({ value }) => value.toLowerCase() === email.toLowerCase())) return []
    const primary = own.find((identity) => identity.primary)
    if (!primary || world.assume('emailUpdate') === 'adds') {
      return addIdentity(world, id, { type: 'email', value: email, verified }).changes
    }
    const after = { ...primary, value: email, verified, updated_at: stamp(world) }
    store.table('identities').put(keyOf(id, after.id), after)
    return [identityChanged(primary, after)]
  }

  /** Events show nothing of it: their identities have no `verified`. */
  function verifyPrimary({ id }: User): void {
    for (const identity of identitiesOf(world, id)) {
      if (!identity.primary || identity.verified) continue
      store.table('identities').put(keyOf(id, identity.id), { ...identity, verified: true })
    }
  }

  function withMemberships({ user, changes }: Moved, input: UserInput): Moved {
    let moved = { user, changes }
    const go = ({ user, changes }: Moved) => (moved = { user, changes: [...moved.changes, ...changes] })
    const { organization_id, default_group_id } = input
    if (organization_id !== undefined && organization_id !== user.organization_id) {
      go(moveToOrganization(world, moved.user, organization_id))
    }
    if (user.role === 'end-user') go(leaveAllGroups(world, moved.user))
    else if (default_group_id) go(joinGroup(world, moved.user, default_group_id, true))
    return moved
  }

  /**
   * Deletes softly: the user stays on the tickets, with the address but without the identity, so that
   * the address can be given to somebody else.
   *
   * @throws {ZisProblem} RecordNotFound for a deleted user, SupportForbidden, RecordInvalid for the owner or oneself
   */
  function remove(before: User, by: User, more: NativeChange[] = []): User {
    if (!before.active) throw new ZisProblem('RecordNotFound')
    refuseOthersThan(by, [before.role])
    if (before.id === by.id) refuse('base', 'You cannot delete yourself')
    if (isOwner(world, before)) refuse('base', 'The owner of the account cannot be deleted')
    for (const [key] of store.table('identities').list({ prefix: below(before.id) })) {
      store.table('identities').delete(key)
    }
    return saveUser(world, bus, before, { ...before, active: false }, more)
  }

  /** What is left of a user who is gone for good: the number, so that tickets stay whole. */
  function removeForGood(before: User): User {
    if (before.active || before.permanently_deleted) throw new ZisProblem('RecordNotFound')
    const nobody = blankUser(
      { id: before.id, name: 'Permanently deleted user', email: null, role: 'end-user' },
      before.created_at,
    )
    const row = { ...nobody, active: false, permanently_deleted: true, updated_at: stamp(world) }
    store.table('users').put(keyOf(row.id), row)
    world.changes.tell('users', String(row.id))
    return row
  }

  return { create, update, remove, removeForGood }
}

export type UserChanges = ReturnType<typeof createUserChanges>

/** A change of an identity as events tell it (zis-events 3.2). */
export const identityChanged = (
  before: Parameters<typeof identityOfEvent>[0],
  after: Parameters<typeof identityOfEvent>[0],
): NativeChange => ({
  event_type: 'user.UserIdentityChanged',
  members: { previous: identityOfEvent(before), current: identityOfEvent(after) },
})

/** Agents change end users; who is staff, and who becomes it, is the affair of admins. */
export function refuseOthersThan(by: User, roles: Array<User['role']>): void {
  if (by.role !== 'admin' && roles.some((role) => role !== 'end-user'))
    throw new ZisProblem('SupportForbidden')
}

/** The first user of the account owns it. */
const isOwner = ({ store }: World, { id }: User): boolean =>
  store.table('users').list({ limit: 1 })[0]?.[1].id === id
