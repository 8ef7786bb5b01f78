import { users as wire } from '../../../zis/wire/users'
import { ZisProblem } from '../../../zis/wire/problems'
import { keyOf } from '../../store/keys'
import { stamp, type World } from '../../world'
import { on, type Caller, type RouteHandler } from '../service'

export function userRoutes(world: World): RouteHandler[] {
  const table = world.store.table('users')
  return [
    on(wire.currentUser, ({ caller }) => ({
      user: caller.kind === 'anonymous' ? anonymous(world) : { ...caller.user, ...forgeryToken(caller) },
    })),

    on(wire.listUsers, () => {
      const users = table.list().map(([, row]) => row)
      return { users, next_page: null, previous_page: null, count: users.length }
    }),

    on(wire.showUser, ({ params: { id } }) => {
      const user = /^\d{1,15}$/.test(id) ? table.get(keyOf(Number(id))) : undefined
      if (!user) throw new ZisProblem('RecordNotFound')
      return { user }
    }),
  ]
}

/** What a browser session must send back with its writes (zis-api 1.3). */
const forgeryToken = (caller: Caller) =>
  caller.kind === 'session' ? { authenticity_token: caller.authenticityToken } : {}

/** Nobody is signed in: an end user without an id (zis-api 10.4). */
function anonymous(world: World) {
  const now = stamp(world)
  return {
    id: null,
    url: '',
    name: 'Anonymous user',
    email: null,
    role: 'end-user' as const,
    custom_role_id: null,
    locale: 'en-US',
    time_zone: 'UTC',
    iana_time_zone: 'Etc/UTC',
    active: true,
    verified: false,
    organization_id: null,
    default_group_id: null,
    tags: [],
    created_at: now,
    updated_at: now,
  }
}
