import { ZisProblem } from '../../../zis/wire/problems'
import { saveUser } from '../../account/save-user'
import type { Bus } from '../../events/bus'
import { keyOf } from '../../store/keys'
import { accountOf, stamp, type World } from '../../world'
import { on, Reply, type Caller, type RouteHandler, type User } from '../service'
import { controlWire as wire, type SessionState, type SessionUser } from './wire'

/** What the session paths need from the outside: the app in the frame, and how sessions are made. */
export interface SessionParts {
  readApp(): Promise<SessionState['app']>
  open(userId: number): Promise<{ cookie: string; authenticityToken: string }>
}

/** Who is signed in on the page, and the switch to somebody else. */
export function sessionRoutes(world: World, bus: Bus, { readApp, open }: SessionParts): RouteHandler[] {
  const { store, changes } = world

  async function stateFor(user: User, authenticityToken: string): Promise<SessionState> {
    const users = store
      .table('users')
      .list()
      .map(([, row]) => row)
    const account = accountOf(world)
    return {
      account: { subdomain: account.subdomain, id: account.id, name: account.name },
      user: present(user),
      users: users.filter(isStaff).map(present),
      app: await readApp(),
      authenticity_token: authenticityToken,
    }
  }

  return [
    on(wire.showSession, ({ caller }) => {
      const { user, authenticityToken } = signedIn(caller)
      return stateFor(user, authenticityToken)
    }),

    on(wire.changeSession, async ({ body, caller }) => {
      const current = caller.kind === 'session' ? caller.user.id : undefined
      const id = body.user_id ?? current
      const user = id === undefined ? undefined : store.table('users').get(keyOf(id))
      if (!user || !isStaff(user)) {
        throw new ZisProblem('BadRequest', { detail: `user ${id ?? ''} is no admin or agent of the account` })
      }
      // Somebody else sits down at the page. A program that takes a session for its calls is nobody's sign-in.
      const isSignIn = caller.kind === 'session' && caller.user.id !== user.id
      const changed = {
        ...user,
        ...(body.locale !== undefined && { locale: body.locale }),
        ...(isSignIn && { last_login_at: stamp(world) }),
      }
      if (isSignIn || changed.locale !== user.locale) saveUser(world, bus, user, changed)
      // Another user is another session: what the old one was given opens nothing any more.
      const { cookie, authenticityToken } = await open(user.id)
      if (caller.kind === 'session') store.table('sessions').delete(caller.sessionKey)
      changes.tell('session')
      await store.durable()
      return new Reply(200, await stateFor(changed, authenticityToken), { 'set-cookie': cookie })
    }),
  ]
}

/** Who works here: deleted and suspended people do not. */
const isStaff = ({ role, active, suspended }: User): boolean => role !== 'end-user' && active && !suspended

function signedIn(caller: Caller) {
  if (caller.kind !== 'session') {
    throw new ZisProblem('BadRequest', {
      detail: 'nobody is signed in; POST /_sim/session with a user_id first',
    })
  }
  return caller
}

const present = ({ id, name, email, role, locale, iana_time_zone }: User): SessionUser => ({
  id,
  name,
  email: email ?? '',
  role: role === 'admin' ? 'admin' : 'agent',
  locale,
  time_zone: iana_time_zone,
})
