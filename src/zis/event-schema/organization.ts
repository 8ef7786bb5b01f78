import { customFieldChanged } from './custom-field'
import { change, dates, Flag, Id, maybe, metaOf, shape, tags, Text, type EventDomain } from './parts'

/** The events of organizations (zis-events 4). */
export const organizationEvent: EventDomain = {
  meta: metaOf('1.0', true),
  subject: {
    name: 'organization',
    shape: shape({
      id: Id,
      external_id: maybe(Text),
      name: Text,
      ...dates,
      shared_tickets: Flag,
      shared_comments: Flag,
      group_id: maybe(Id),
    }),
  },
  members: {
    'organization.CustomFieldChanged': customFieldChanged,
    'organization.ExternalIdChanged': change(maybe(Text)),
    'organization.OrganizationCreated': {},
    'organization.TagsChanged': tags,
  },
}
