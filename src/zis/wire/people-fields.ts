import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable, Timestamp } from './shapes'
import { forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'

/** The kinds of field that users and organizations can have (zis-events 3.2). */
export const peopleFieldTypes = [
  'checkbox',
  'date',
  'decimal',
  'dropdown',
  'integer',
  'lookup',
  'multiselect',
  'regexp',
  'text',
  'textarea',
] as const
const FieldType = Type.Enum([...peopleFieldTypes])

const Option = Type.Object({ id: Type.Integer(), name: Type.String(), value: Type.String() })
const NewOption = Type.Object({ name: Type.String({ minLength: 1 }), value: Type.String({ minLength: 1 }) })

/** A field beyond the built-in ones, of users, organizations or the records of a custom object. */
export const PeopleField = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  key: Type.String(),
  type: FieldType,
  title: Type.String(),
  description: Type.String(),
  position: Type.Integer(),
  active: Type.Boolean(),
  system: Type.Boolean(),
  regexp_for_validation: Nullable(Type.String()),
  tag: Nullable(Type.String()),
  custom_field_options: Type.Optional(Type.Array(Option)),
  created_at: Timestamp,
  updated_at: Timestamp,
})

const changes = {
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  description: Type.Optional(Type.String()),
  active: Type.Optional(Type.Boolean()),
  regexp_for_validation: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
  custom_field_options: Type.Optional(Type.Array(NewOption, { maxItems: 2000 })),
}
/** What a new field needs. */
export const NewField = Type.Object({
  ...changes,
  key: Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z_][A-Za-z0-9_]*$' }),
  type: FieldType,
  title: Type.String({ minLength: 1, maxLength: 255 }),
})
const FieldChange = Type.Object(changes)
const query = Type.Object(ListQuery)

/** The fields that an account gives its users and organizations. */
export const peopleFields = {
  listUserFields: endpoint('GET /api/v2/user_fields', {
    ...forAgents,
    summary: 'List the fields of users',
    query,
    status: 200,
    answer: Type.Object({ user_fields: Type.Array(PeopleField), ...ListPage }),
  }),
  createUserField: endpoint('POST /api/v2/user_fields', {
    ...forAdmins,
    summary: 'Give users a field',
    body: Type.Object({ user_field: NewField }),
    status: 201,
    answer: Type.Object({ user_field: PeopleField }),
  }),
  showUserField: endpoint('GET /api/v2/user_fields/:id', {
    ...forAgents,
    summary: 'Show a field of users',
    status: 200,
    answer: Type.Object({ user_field: PeopleField }),
  }),
  updateUserField: endpoint('PUT /api/v2/user_fields/:id', {
    ...forAdmins,
    summary: 'Change a field of users',
    body: Type.Object({ user_field: FieldChange }),
    status: 200,
    answer: Type.Object({ user_field: PeopleField }),
  }),
  deleteUserField: endpoint('DELETE /api/v2/user_fields/:id', {
    ...forAdmins,
    summary: 'Delete a field of users and its values',
    status: 204,
  }),
  listOrganizationFields: endpoint('GET /api/v2/organization_fields', {
    ...forAgents,
    summary: 'List the fields of organizations',
    query,
    status: 200,
    answer: Type.Object({ organization_fields: Type.Array(PeopleField), ...ListPage }),
  }),
  createOrganizationField: endpoint('POST /api/v2/organization_fields', {
    ...forAdmins,
    summary: 'Give organizations a field',
    body: Type.Object({ organization_field: NewField }),
    status: 201,
    answer: Type.Object({ organization_field: PeopleField }),
  }),
  showOrganizationField: endpoint('GET /api/v2/organization_fields/:id', {
    ...forAgents,
    summary: 'Show a field of organizations',
    status: 200,
    answer: Type.Object({ organization_field: PeopleField }),
  }),
  updateOrganizationField: endpoint('PUT /api/v2/organization_fields/:id', {
    ...forAdmins,
    summary: 'Change a field of organizations',
    body: Type.Object({ organization_field: FieldChange }),
    status: 200,
    answer: Type.Object({ organization_field: PeopleField }),
  }),
  deleteOrganizationField: endpoint('DELETE /api/v2/organization_fields/:id', {
    ...forAdmins,
    summary: 'Delete a field of organizations and its values',
    status: 204,
  }),
}
