import type { CustomFieldType } from '../../zis/wire/ticket-fields'
import type { Tables } from '../store/tables'
import { apiUrl } from './api-url'

/** What a field is made from; everything else is the same for all. */
export interface FieldInput {
  id: number
  type: string
  title: string
  position: number
  now: string
  description?: string
  required?: boolean
  tag?: string | null
  regexp_for_validation?: string | null
  options?: Array<{ id: number; name: string; value: string }>
  systemOptions?: Array<{ name: string; value: string }>
}

/** Fields that hold one of their options, or several of them; each option is a tag of the ticket, too. */
const withOptions: readonly string[] = ['tagger', 'multiselect'] satisfies CustomFieldType[]

/** A field of tickets, whole in its shape. */
export function makeTicketField(input: FieldInput): Tables['ticket_fields'] {
  const { id, type, title, position, now, description = title, tag = null } = input
  const isSystem = input.systemOptions !== undefined || systemTypes.includes(type)
  return {
    id,
    url: apiUrl(`ticket_fields/${id}`),
    type,
    title,
    raw_title: title,
    description,
    raw_description: description,
    agent_description: null,
    position,
    active: true,
    required: input.required ?? false,
    collapsed_for_agents: false,
    regexp_for_validation: input.regexp_for_validation ?? null,
    title_in_portal: title,
    raw_title_in_portal: title,
    visible_in_portal: !isSystem,
    editable_in_portal: !isSystem,
    required_in_portal: false,
    tag,
    removable: !isSystem,
    ...(input.systemOptions && { system_field_options: input.systemOptions }),
    ...(withOptions.includes(type) && {
      custom_field_options: (input.options ?? []).map(({ id: option, name, value }) => ({
        id: option,
        name,
        raw_name: name,
        value,
        default: false,
      })),
    }),
    ...(type === 'lookup' && { relationship_target_type: 'zen:user' }),
    created_at: now,
    updated_at: now,
  }
}

const systemTypes = ['subject', 'description', 'group', 'assignee', 'status', 'tickettype', 'priority']

/** True for a field that the account itself added: only these have values in `custom_fields`. */
export const isCustomField = ({ removable }: Pick<Tables['ticket_fields'], 'removable'>): boolean => removable

export function makeTicketForm(
  id: number,
  name: string,
  fields: number[],
  now: string,
  isDefault = false,
): Tables['ticket_forms'] {
  return {
    id,
    url: apiUrl(`ticket_forms/${id}`),
    name,
    raw_name: name,
    display_name: name,
    raw_display_name: name,
    position: 1,
    active: true,
    default: isDefault,
    end_user_visible: true,
    in_all_brands: true,
    restricted_brand_ids: [],
    ticket_field_ids: fields,
    created_at: now,
    updated_at: now,
  }
}

export function makeGroup(id: number, name: string, now: string, isDefault = false): Tables['groups'] {
  return {
    id,
    url: apiUrl(`groups/${id}`),
    name,
    description: '',
    default: isDefault,
    is_public: true,
    deleted: false,
    created_at: now,
    updated_at: now,
  }
}

export function makeBrand(
  id: number,
  name: string,
  subdomain: string,
  now: string,
  isDefault = false,
): Tables['brands'] {
  return {
    id,
    url: apiUrl(`brands/${id}`),
    name,
    brand_url: `https://${subdomain}.zendesk.com`,
    subdomain,
    host_mapping: null,
    has_help_center: false,
    help_center_state: 'disabled',
    active: true,
    default: isDefault,
    is_deleted: false,
    logo: null,
    ticket_form_ids: [6001],
    signature_template: '{{agent.signature}}',
    created_at: now,
    updated_at: now,
  }
}
