import type { World } from '../../world'
import type { User } from '../service'

/** Active users who fit, in the order of their ids. */
export const usersWhere = ({ store }: Pick<World, 'store'>, fits: (user: User) => boolean): User[] =>
  store
    .table('users')
    .list()
    .flatMap(([, user]) => (user.active && fits(user) ? user : []))

/** Active users by external_id, or by words: each has to be in the name, the address or the phone number;
 * `role:agent` keeps those of a role. */
export function findUsers(
  world: Pick<World, 'store'>,
  { query, external_id }: { query?: string; external_id?: string },
): User[] {
  if (external_id !== undefined) return usersWhere(world, (user) => user.external_id === external_id)
  const parts = (query ?? '').toLowerCase().split(/\s+/)
  const role = parts.find((part) => part.startsWith('role:'))?.slice('role:'.length)
  const words = parts
    .filter((part) => !part.startsWith('role:'))
    .map((word) => word.replace(/^(?:email|name|phone):/, '').replaceAll('"', ''))
    .filter((word) => word !== '')
  return usersWhere(world, ({ name, email, phone, external_id: external, role: own }) => {
    const text = [name, email, phone, external].join('\n').toLowerCase()
    return (role === undefined || own === role) && words.every((word) => text.includes(word))
  })
}
