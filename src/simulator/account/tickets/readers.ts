import { keyOf } from '../../store/keys'
import type { World } from '../../world'
import { findUserByEmail, type Newcomers } from '../make-user'
import type { TicketInput } from './change-ticket'
import { refuse } from './refuse'
import type { TicketRow } from './ticket-row'

interface Reader {
  user_id?: number | string
  user_email?: string
  user_name?: string
  action?: 'put' | 'delete'
}

/**
 * Who else reads along: followers, who are agents, and people who get copies. A list of collaborators stands
 * for the copies.
 *
 * @throws {ZisProblem} RecordInvalid for somebody who cannot be
 */
export function readersAfter(
  world: World,
  newcomers: Newcomers,
  row: TicketRow,
  input: TicketInput,
): Pick<TicketRow, 'follower_ids' | 'email_cc_ids'> {
  const { collaborator_ids, collaborators, additional_collaborators = [] } = input
  const isReplaced = collaborator_ids !== undefined || collaborators !== undefined
  const listed = [...(collaborator_ids ?? []), ...(collaborators ?? []), ...additional_collaborators]
  const copies: Reader[] = [
    ...listed.map((one): Reader => {
      if (typeof one === 'number') return { user_id: one }
      return typeof one === 'string'
        ? { user_email: one }
        : {
            ...(one.email !== undefined && { user_email: one.email }),
            ...(one.name !== undefined && { user_name: one.name }),
          }
    }),
    ...(input.email_ccs ?? []),
  ]
  return {
    follower_ids: after(world, newcomers, row.follower_ids, input.followers ?? [], 'followers'),
    email_cc_ids: after(world, newcomers, isReplaced ? [] : row.email_cc_ids, copies, 'email_ccs'),
  }
}

function after(
  world: World,
  newcomers: Newcomers,
  before: number[],
  changes: Reader[],
  field: string,
): number[] {
  let ids = before
  for (const change of changes) {
    const id = idOf(world, newcomers, change, field)
    ids = ids.filter((one) => one !== id)
    if (change.action !== 'delete') ids = [...ids, id]
  }
  return ids
}

function idOf(
  world: World,
  newcomers: Newcomers,
  { user_id, user_email: email, user_name }: Reader,
  field: string,
): number {
  const id = Number(user_id)
  const user = Number.isSafeInteger(id)
    ? world.store.table('users').get(keyOf(id))
    : email === undefined
      ? undefined
      : findUserByEmail(world, email)
  if (field === 'followers') {
    if (!user || user.role === 'end-user')
      refuse(field, `Followers: ${user_id ?? email ?? ''} is not an agent`)
    return user.id
  }
  if (user) return user.id
  if (email === undefined || !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email)) {
    refuse(field, `Email CCs: ${user_id ?? email ?? ''} is not a user`)
  }
  return newcomers.find({ name: user_name ?? email.split('@')[0]!, email }).id
}
