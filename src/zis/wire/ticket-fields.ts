import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable, Timestamp } from './shapes'
import { forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'

/** The kinds of field that an account can add (zis-events 2.3), spelled as the Support API does. */
export const customFieldTypes = [
  'checkbox',
  'date',
  'decimal',
  'integer',
  'lookup',
  'multiselect',
  'partialcreditcard',
  'regexp',
  'tagger',
  'text',
  'textarea',
] as const
export type CustomFieldType = (typeof customFieldTypes)[number]

const SystemOption = Type.Object({ name: Type.String(), value: Type.String() })
const Option = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  raw_name: Type.String(),
  value: Type.String(),
  default: Type.Boolean(),
})

export const TicketField = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  type: Type.String(),
  title: Type.String(),
  raw_title: Type.String(),
  description: Type.String(),
  raw_description: Type.String(),
  agent_description: Nullable(Type.String()),
  position: Type.Integer(),
  active: Type.Boolean(),
  required: Type.Boolean(),
  collapsed_for_agents: Type.Boolean(),
  regexp_for_validation: Nullable(Type.String()),
  title_in_portal: Type.String(),
  raw_title_in_portal: Type.String(),
  visible_in_portal: Type.Boolean(),
  editable_in_portal: Type.Boolean(),
  required_in_portal: Type.Boolean(),
  tag: Nullable(Type.String()),
  removable: Type.Boolean(),
  system_field_options: Type.Optional(Type.Array(SystemOption)),
  custom_field_options: Type.Optional(Type.Array(Option)),
  relationship_target_type: Type.Optional(Type.String()),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const TicketForm = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  name: Type.String(),
  raw_name: Type.String(),
  display_name: Type.String(),
  raw_display_name: Type.String(),
  position: Type.Integer(),
  active: Type.Boolean(),
  default: Type.Boolean(),
  end_user_visible: Type.Boolean(),
  in_all_brands: Type.Boolean(),
  restricted_brand_ids: Type.Array(Type.Integer()),
  ticket_field_ids: Type.Array(Type.Integer()),
  created_at: Timestamp,
  updated_at: Timestamp,
})

const text = Type.String({ minLength: 1, maxLength: 255 })
const NewOption = Type.Object({ name: text, value: text })
const FieldInput = {
  description: Type.Optional(Type.String()),
  active: Type.Optional(Type.Boolean()),
  required: Type.Optional(Type.Boolean()),
  regexp_for_validation: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
  tag: Type.Optional(Nullable(text)),
  custom_field_options: Type.Optional(Type.Array(NewOption, { maxItems: 2000 })),
}
const FormInput = {
  active: Type.Optional(Type.Boolean()),
  end_user_visible: Type.Optional(Type.Boolean()),
  ticket_field_ids: Type.Optional(Type.Array(Type.Integer())),
}
const query = Type.Object(ListQuery)
const OneField = Type.Object({ ticket_field: TicketField })
const OneForm = Type.Object({ ticket_form: TicketForm })

/** The fields of tickets, those of Zendesk and the account's own, and the forms that show them. */
export const ticketFields = {
  listTicketFields: endpoint('GET /api/v2/ticket_fields', {
    ...forAgents,
    summary: 'List the fields of tickets',
    query,
    status: 200,
    answer: Type.Object({ ticket_fields: Type.Array(TicketField), ...ListPage }),
  }),
  showTicketField: endpoint('GET /api/v2/ticket_fields/:id', {
    ...forAgents,
    summary: 'Show a field of tickets',
    status: 200,
    answer: OneField,
  }),
  createTicketField: endpoint('POST /api/v2/ticket_fields', {
    ...forAdmins,
    summary: 'Give tickets a field',
    body: Type.Object({
      ticket_field: Type.Object({ ...FieldInput, title: text, type: Type.Enum([...customFieldTypes]) }),
    }),
    status: 201,
    answer: OneField,
  }),
  updateTicketField: endpoint('PUT /api/v2/ticket_fields/:id', {
    ...forAdmins,
    summary: 'Change a field of tickets',
    body: Type.Object({ ticket_field: Type.Object({ ...FieldInput, title: Type.Optional(text) }) }),
    status: 200,
    answer: OneField,
  }),
  listTicketForms: endpoint('GET /api/v2/ticket_forms', {
    ...forAgents,
    summary: 'List the forms of tickets',
    query,
    status: 200,
    answer: Type.Object({ ticket_forms: Type.Array(TicketForm), ...ListPage }),
  }),
  showTicketForm: endpoint('GET /api/v2/ticket_forms/:id', {
    ...forAgents,
    summary: 'Show a form of tickets',
    status: 200,
    answer: OneForm,
  }),
  createTicketForm: endpoint('POST /api/v2/ticket_forms', {
    ...forAdmins,
    summary: 'Create a form of tickets',
    body: Type.Object({ ticket_form: Type.Object({ ...FormInput, name: text }) }),
    status: 201,
    answer: OneForm,
  }),
  updateTicketForm: endpoint('PUT /api/v2/ticket_forms/:id', {
    ...forAdmins,
    summary: 'Change a form of tickets',
    body: Type.Object({ ticket_form: Type.Object({ ...FormInput, name: Type.Optional(text) }) }),
    status: 200,
    answer: OneForm,
  }),
}
