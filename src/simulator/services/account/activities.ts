import type { Static } from 'typebox'
import { firstInexactInteger } from '../../../zis/integers'
import type { JsonObject } from '../../../zis/json'
import { activities as wire } from '../../../zis/wire/activities'
import { ZisProblem } from '../../../zis/wire/problems'
import { findOrMakeUser, findUserByEmail } from '../../account/make-user'
import { nativeEventsOf } from '../../account/native-events'
import type { Bus } from '../../events/bus'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, type RouteHandler, type User } from '../service'
import { makeUlid } from '../../ulid'
import { findRow } from './find-row'
import { listPage } from './list-page'
import { refuse } from './refusals'

type Tracked = Static<(typeof wire)['trackActivity']['body']>
type Identifier = Tracked['profile']['identifiers'][number]

/** Activities that other systems track through the Events API (zis-events 6). */
export function activityRoutes(world: World, bus: Bus): RouteHandler[] {
  const { store } = world
  const profiles = store.table('profiles')

  /** The user whom an identifier names: by address, by external_id, or by the account's own id. */
  function userBy({ type, value }: Identifier): User | undefined {
    if (type === 'email') return findUserByEmail(world, value)
    const users = store.table('users').list()
    return users.find(
      ([, user]) =>
        user.active &&
        ((type === 'external_id' && user.external_id === value) ||
          (type === 'user_id' && String(user.id) === value)),
    )?.[1]
  }

  /** The profile, made or found by its identifiers, and the user behind it. */
  function profileOf({ profile }: Tracked, user?: User): Tables['profiles'] {
    const { source, type, identifiers, name } = profile
    const keyOfProfile = (one: Identifier) => keyOf(source, type, one.type, one.value)
    const known = identifiers.map((one) => profiles.get(keyOfProfile(one))).find(Boolean)
    const isStillThere = known && (!user || known.user_id === user.id)
    const row = isStillThere
      ? known
      : { id: makeUlid(world.ids, world.clock.now()), user_id: (user ?? userOfProfile(identifiers, name)).id }
    for (const one of identifiers) profiles.put(keyOfProfile(one), row)
    return row
  }

  function userOfProfile(identifiers: Identifier[], name?: string): User {
    const known = identifiers.map(userBy).find(Boolean)
    if (known) return known
    if (!world.assume('activityMakesUser')) throw new ZisProblem('RecordNotFound')
    const email = identifiers.find(({ type }) => type === 'email')?.value
    return findOrMakeUser(world, bus, {
      name: name ?? identifiers[0]!.value,
      ...(email !== undefined && { email }),
    })
  }

  async function track({ body, text = '' }: { body: Tracked; text?: string }, user?: User) {
    const { event, profile } = body
    const inexact = firstInexactInteger(text) ?? null
    const moment = event.created_at === undefined ? world.clock.now() : Date.parse(event.created_at)
    if (Number.isNaN(moment)) refuse('created_at', 'Created at: must be a time such as 2026-03-02T09:00:00Z')
    const { id: profileId, user_id: userId } = profileOf(body, user)
    const activity: Tables['activities'] = {
      id: makeUlid(world.ids, world.clock.now()),
      source: event.source,
      type: event.type,
      description: event.description ?? '',
      properties: event.properties ?? {},
      created_at: stamp(world, moment),
      received_at: stamp(world),
    }
    store.table('activities').put(keyOf(userId, store.nextNumber('activities')), activity)
    bus.publish(
      nativeEventsOf(
        world,
        [{ event_source: 'sunshine', event_type: 'activity.UserActivityCreated', members: {} }],
        {
          origin: `Activity ${event.type} of user ${userId} was tracked`,
          subject: {
            user_activity: {
              id: activity.id,
              type: activity.type,
              source: activity.source,
              description: activity.description,
              properties: activity.properties as JsonObject,
              // What it refers to is not documented; the profile's source is assumed.
              namespace: { ref_id: profile.source },
              profile_id: profileId,
              user_id: userId,
              created_at: activity.created_at,
            },
          },
          hasSequence: false,
        },
      ).map((raised) => ({ ...raised, inexact })),
    )
    world.changes.tell('users', String(userId))
    await store.durable()
    return { status: 'received' as const }
  }

  return [
    on(wire.trackActivity, (call) => track(call)),
    on(wire.trackSunshineActivity, (call) => track(call)),
    on(wire.trackActivityOfUser, (call) => track(call, findRow(store.table('users'), call.params.id))),

    on(wire.listActivitiesOfUser, ({ params: { id }, request }) => {
      const user = findRow(store.table('users'), id)
      const newest = store.table('activities').list({ prefix: below(user.id), reverse: true })
      const { rows, page } = listPage(
        newest.map(([, row]) => row),
        request,
        true,
      )
      return { events: rows, ...page }
    }),
  ]
}
