import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject, Timestamp } from './shapes'
import { forAgents, ListPage, ListQuery } from './support-endpoints'

const name = Type.String({ minLength: 1, maxLength: 255 })

export const Activity = Type.Object({
  id: Type.String(),
  source: Type.String(),
  type: Type.String(),
  description: Type.String(),
  properties: AnyObject,
  created_at: Timestamp,
  received_at: Timestamp,
})

const NewActivity = Type.Object({
  source: name,
  type: name,
  description: Type.Optional(Type.String()),
  properties: Type.Optional(AnyObject),
  created_at: Type.Optional(Type.String({ description: 'RFC 3339' })),
})

/** A person as another system knows them; the identifiers lead to the user of the account. */
const Profile = Type.Object({
  source: name,
  type: name,
  name: Type.Optional(name),
  identifiers: Type.Array(Type.Object({ type: name, value: name }), { minItems: 1, maxItems: 20 }),
  attributes: Type.Optional(AnyObject),
})

const Tracked = Type.Object({ profile: Profile, event: NewActivity })
const Received = Type.Object({ status: Type.Literal('received') })
const Many = Type.Object({ events: Type.Array(Activity), ...ListPage })
const forEvents = { ...forAgents, source: 'zis-events 6' } as const

/** What users did elsewhere, tracked through the Events API (zis-events 6). */
export const activities = {
  trackActivity: endpoint('POST /api/v2/user_profiles/events', {
    ...forEvents,
    summary: 'Track an activity of the person with this profile',
    body: Tracked,
    status: 202,
    answer: Received,
  }),
  trackSunshineActivity: endpoint('POST /api/sunshine/events', {
    ...forEvents,
    summary: 'The same under its older path',
    body: Tracked,
    status: 202,
    answer: Received,
  }),
  trackActivityOfUser: endpoint('POST /api/v2/users/:id/events', {
    ...forEvents,
    summary: 'Track an activity of a user of the account',
    body: Tracked,
    status: 202,
    answer: Received,
  }),
  listActivitiesOfUser: endpoint('GET /api/v2/users/:id/events', {
    ...forEvents,
    summary: 'List the activities of a user, newest first',
    query: Type.Object(ListQuery),
    status: 200,
    answer: Many,
  }),
}
