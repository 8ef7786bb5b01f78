import Type from 'typebox'
import { AnyMembers, dates, Id, maybe, metaOf, shape, Text, type EventDomain } from './parts'

/** The events of records of custom objects: the new state only (zis-events 5.1). */
export const customObjectRecordEvent: EventDomain = {
  meta: metaOf('2.0', false),
  subject: {
    name: 'custom_object_record',
    shape: shape({
      account_id: Id,
      custom_object_key: Text,
      id: Type.String({ pattern: '^[0-9A-Z]{26}$' }),
      external_id: maybe(Text),
      name: Text,
      custom_object_fields: AnyMembers,
      ...dates,
      created_by_user_id: Id,
      updated_by_user_id: Id,
    }),
  },
  members: {
    'customobject.CustomObjectRecordCreated': {},
    'customobject.CustomObjectRecordChanged': {},
    'customobject.CustomObjectRecordDeleted': {},
  },
}

const LegacyId = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })

/** The events of legacy custom objects (zis-events 5.2). */
export const legacyObjectEvent: EventDomain = {
  meta: metaOf('1.0', false),
  subject: {
    name: 'custom_object',
    shape: shape({
      account_id: Text,
      object_type: Text,
      id: LegacyId,
      external_id: maybe(Text),
      attributes: AnyMembers,
      ...dates,
    }),
  },
  members: {
    'customobject.CustomObjectChanged': {},
    'customobject.CustomObjectDeleted': { object_id: LegacyId },
  },
  withoutSubject: ['customobject.CustomObjectDeleted'],
}
