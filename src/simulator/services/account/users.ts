import { users as wire } from '../../../zis/wire/users'
import { blankUser } from '../../account/blank-user'
import type { TicketSaver } from '../../account/tickets'
import type { Bus } from '../../events/bus'
import { stamp, type World } from '../../world'
import { on, Reply, userOf, type Caller, type RouteHandler, type User } from '../service'
import { createUserChanges } from './change-users'
import { findUsers, usersWhere } from './find-users'
import { partsOf } from './find'
import { findRow } from './find-row'
import { listPage } from './list-page'
import { mergeUsers } from './merge-users'
import { byOf } from './tickets'
import { findUpserted, presentUser } from './user-input'

/** Users; every change raises the events that Zendesk raises (zis-api 10.4, zis-events 3). */
export function userRoutes(world: World, bus: Bus, saver: TicketSaver): RouteHandler[] {
  const { store } = world
  const table = store.table('users')
  const changes = createUserChanges(world, bus)

  /** Answers with a user once it is on disk. */
  async function kept(user: User) {
    await store.durable()
    return { user: presentUser(world, user) }
  }
  function answer(users: User[], request: Request) {
    const { rows, page } = listPage(users, request)
    return { users: rows.map((user) => presentUser(world, user)), ...page }
  }

  return [
    on(wire.currentUser, ({ caller }) => ({
      user:
        caller.kind === 'anonymous'
          ? anonymous(world)
          : { ...presentUser(world, caller.user), ...forgeryToken(caller) },
    })),

    on(wire.listUsers, ({ query: { external_id }, request }) => {
      const { searchParams } = new URL(request.url)
      const roles = [...searchParams.getAll('role'), ...searchParams.getAll('role[]')]
      return answer(
        usersWhere(
          world,
          (user) =>
            (roles.length === 0 || roles.includes(user.role)) &&
            (external_id === undefined || user.external_id === external_id),
        ),
        request,
      )
    }),

    on(wire.searchUsers, ({ query, request }) => answer(findUsers(world, query), request)),

    on(wire.autocompleteUsers, ({ query: { name }, request }) => {
      const wanted = name.toLowerCase()
      const begins = (text: string) => text.toLowerCase().startsWith(wanted)
      return answer(
        usersWhere(world, (user) => begins(user.name) || user.name.split(/\s+/).some(begins)),
        request,
      )
    }),

    on(wire.showManyUsers, ({ query: { ids, external_ids }, request }) => {
      const wanted = new Set(partsOf(ids ?? external_ids).slice(0, 100))
      const nameOf = (user: User) => (ids === undefined ? user.external_id : String(user.id))
      return answer(
        table.list().flatMap(([, user]) => (wanted.has(nameOf(user) ?? '') ? user : [])),
        request,
      )
    }),

    on(wire.createUser, ({ body: { user: input }, caller }) => kept(changes.create(input, userOf(caller)))),

    on(wire.createOrUpdateUser, async ({ body: { user: input }, caller }) => {
      const known = findUpserted(world, input)
      const by = userOf(caller)
      return known
        ? new Reply(200, await kept(changes.update(known, input, by)))
        : kept(changes.create(input, by))
    }),

    on(wire.showUser, ({ params: { id } }) => ({ user: presentUser(world, findRow(table, id)) })),

    on(wire.updateUser, ({ params: { id }, body: { user: input }, caller }) =>
      kept(changes.update(findRow(table, id), input, userOf(caller))),
    ),

    on(wire.mergeUser, ({ params: { id }, body, caller }) => {
      const parts = { bus, saver, by: byOf(caller) }
      return kept(mergeUsers(world, parts, findRow(table, id), findRow(table, String(body.user.id))))
    }),

    on(wire.deleteUser, ({ params: { id }, caller }) =>
      kept(changes.remove(findRow(table, id), userOf(caller))),
    ),

    on(wire.listDeletedUsers, ({ request }) => {
      const deleted = table.list().flatMap(([, user]) => (isDeleted(user) ? user : []))
      const { rows, page } = listPage(deleted, request)
      return { deleted_users: rows, ...page }
    }),

    on(wire.deleteUserForGood, async ({ params: { id } }) => {
      const deleted_user = changes.removeForGood(findRow(table, id))
      await store.durable()
      return { deleted_user }
    }),
  ]
}

const isDeleted = ({ active, permanently_deleted }: User) => !active && !permanently_deleted

/** What a browser session must send back with its writes (zis-api 1.3). */
const forgeryToken = (caller: Caller) =>
  caller.kind === 'session' ? { authenticity_token: caller.authenticityToken } : {}

/** Nobody is signed in: an end user without an id (zis-api 10.4). */
const anonymous = (world: World) => ({
  ...blankUser({ id: 0, name: 'Anonymous user', email: null, role: 'end-user' }, stamp(world)),
  id: null,
  url: '',
})
