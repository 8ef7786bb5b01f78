import Type from 'typebox'
import { endpoint } from './endpoint'
import { NewField, PeopleField } from './people-fields'
import { AnyObject, Nullable, Timestamp } from './shapes'
import { Clearable, forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'

export const CustomObject = Type.Object({
  key: Type.String(),
  url: Type.String(),
  title: Type.String(),
  title_pluralized: Type.String(),
  raw_title: Type.String(),
  raw_title_pluralized: Type.String(),
  description: Type.String(),
  raw_description: Type.String(),
  created_by_user_id: Type.String(),
  updated_by_user_id: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

/** Ids of users are texts here, and numbers in the events (zis-events 5.1). */
export const CustomObjectRecord = Type.Object({
  id: Type.String({ description: '26 characters' }),
  url: Type.String(),
  custom_object_key: Type.String(),
  name: Type.String(),
  external_id: Nullable(Type.String()),
  custom_object_fields: AnyObject,
  created_by_user_id: Type.String(),
  updated_by_user_id: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

const title = Type.String({ minLength: 1, maxLength: 255 })
const record = {
  name: Type.Optional(title),
  external_id: Clearable(Type.String({ minLength: 1, maxLength: 255 })),
  custom_object_fields: Type.Optional(AnyObject),
}
const OneRecord = Type.Object({ custom_object_record: CustomObjectRecord })
const ManyRecords = Type.Object({ custom_object_records: Type.Array(CustomObjectRecord), ...ListPage })
const Change = Type.Object({ custom_object_record: Type.Object(record) })
const ByExternalId = Type.Object({ external_id: Type.String({ minLength: 1, maxLength: 255 }) })

/** Objects that an account defines, their fields and their records (zis-events 5.1). */
export const customObjects = {
  listCustomObjects: endpoint('GET /api/v2/custom_objects', {
    ...forAgents,
    summary: 'List the custom objects of the account',
    status: 200,
    answer: Type.Object({ custom_objects: Type.Array(CustomObject), ...ListPage }),
  }),
  createCustomObject: endpoint('POST /api/v2/custom_objects', {
    ...forAdmins,
    summary: 'Define a custom object',
    body: Type.Object({
      custom_object: Type.Object({
        key: Type.String({ minLength: 1, maxLength: 100, pattern: '^[a-z][a-z0-9_]*$' }),
        title,
        title_pluralized: title,
        description: Type.Optional(Type.String()),
      }),
    }),
    status: 201,
    answer: Type.Object({ custom_object: CustomObject }),
  }),
  showCustomObject: endpoint('GET /api/v2/custom_objects/:key', {
    ...forAgents,
    summary: 'Show a custom object',
    status: 200,
    answer: Type.Object({ custom_object: CustomObject }),
  }),
  updateCustomObject: endpoint('PATCH /api/v2/custom_objects/:key', {
    ...forAdmins,
    summary: 'Change the words of a custom object',
    body: Type.Object({
      custom_object: Type.Object({
        title: Type.Optional(title),
        title_pluralized: Type.Optional(title),
        description: Type.Optional(Type.String()),
      }),
    }),
    status: 200,
    answer: Type.Object({ custom_object: CustomObject }),
  }),
  deleteCustomObject: endpoint('DELETE /api/v2/custom_objects/:key', {
    ...forAdmins,
    summary: 'Delete a custom object with its fields and records',
    status: 204,
  }),
  listCustomObjectFields: endpoint('GET /api/v2/custom_objects/:key/fields', {
    ...forAgents,
    summary: 'List the fields of a custom object',
    status: 200,
    answer: Type.Object({ custom_object_fields: Type.Array(PeopleField), ...ListPage }),
  }),
  createCustomObjectField: endpoint('POST /api/v2/custom_objects/:key/fields', {
    ...forAdmins,
    summary: 'Give a custom object a field',
    body: Type.Object({ custom_object_field: NewField }),
    status: 201,
    answer: Type.Object({ custom_object_field: PeopleField }),
  }),
  listCustomObjectRecords: endpoint('GET /api/v2/custom_objects/:key/records', {
    ...forAgents,
    summary: 'List the records of a custom object',
    query: Type.Object({
      ...ListQuery,
      'filter[ids]': Type.Optional(Type.String({ description: 'parted by commas' })),
      'filter[external_ids]': Type.Optional(Type.String({ description: 'parted by commas' })),
    }),
    status: 200,
    answer: ManyRecords,
  }),
  searchCustomObjectRecords: endpoint('GET /api/v2/custom_objects/:key/records/search', {
    ...forAgents,
    summary: 'Find records by a word in their name or fields',
    query: Type.Object({ ...ListQuery, query: Type.Optional(Type.String()) }),
    status: 200,
    answer: ManyRecords,
  }),
  countCustomObjectRecords: endpoint('GET /api/v2/custom_objects/:key/records/count', {
    ...forAgents,
    summary: 'Count the records of a custom object',
    status: 200,
    answer: Type.Object({ count: Type.Object({ value: Type.Integer(), refreshed_at: Timestamp }) }),
  }),
  createCustomObjectRecord: endpoint('POST /api/v2/custom_objects/:key/records', {
    ...forAgents,
    summary: 'Create a record',
    body: Type.Object({ custom_object_record: Type.Object({ ...record, name: title }) }),
    status: 201,
    answer: OneRecord,
  }),
  setCustomObjectRecord: endpoint('PATCH /api/v2/custom_objects/:key/records', {
    ...forAgents,
    summary: 'Update the record with this external_id, or create one',
    query: ByExternalId,
    body: Change,
    status: 200,
    answer: OneRecord,
  }),
  deleteCustomObjectRecordByExternalId: endpoint('DELETE /api/v2/custom_objects/:key/records', {
    ...forAgents,
    summary: 'Delete the record with this external_id',
    query: ByExternalId,
    status: 204,
  }),
  showCustomObjectRecord: endpoint('GET /api/v2/custom_objects/:key/records/:id', {
    ...forAgents,
    summary: 'Show a record',
    status: 200,
    answer: OneRecord,
  }),
  updateCustomObjectRecord: endpoint('PATCH /api/v2/custom_objects/:key/records/:id', {
    ...forAgents,
    summary: 'Update a record; fields that are not named stay',
    body: Change,
    status: 200,
    answer: OneRecord,
  }),
  deleteCustomObjectRecord: endpoint('DELETE /api/v2/custom_objects/:key/records/:id', {
    ...forAgents,
    summary: 'Delete a record',
    status: 204,
  }),
}
