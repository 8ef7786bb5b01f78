import { AnyMembers, Id, metaOf, shape, Text, Time, type EventDomain } from './parts'

/** What users did, as tracked through the Events API (zis-events 6). */
export const activityEvent: EventDomain = {
  meta: metaOf('1.0', false),
  subject: {
    name: 'user_activity',
    shape: shape({
      id: Text,
      type: Text,
      source: Text,
      description: Text,
      properties: AnyMembers,
      namespace: AnyMembers,
      profile_id: Text,
      user_id: Id,
      created_at: Time,
    }),
  },
  members: { 'activity.UserActivityCreated': {} },
}
