import type { World } from '../../world'
import type { User } from '../service'

/** Active users who fit, in the order of their ids. */
export const usersWhere = ({ store }: Pick<World, 'store'>, fits: (user: User) => boolean): User[] =>
  store
    .table('users')
    .list()
    .flatMap(([, user]) => (user.active && fits(user) ? user : []))

/** Active users by external_id, or by words: each has to be in the name, the address or the phone number. */
export function findUsers(
  world: Pick<World, 'store'>,
  { query, external_id }: { query?: string; external_id?: string },
): User[] {
  if (external_id !== undefined) return usersWhere(world, (user) => user.external_id === external_id)
  const words = (query ?? '')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^(?:email|name|phone):/, '').replaceAll('"', ''))
    .filter((word) => word !== '')
  return usersWhere(world, ({ name, email, phone, external_id: external }) => {
    const text = [name, email, phone, external].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
