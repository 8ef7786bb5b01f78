import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable, Timestamp } from './shapes'
import { forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'

export const Group = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  name: Type.String(),
  description: Type.String(),
  default: Type.Boolean(),
  is_public: Type.Boolean(),
  deleted: Type.Boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

export const Brand = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  name: Type.String(),
  brand_url: Type.String(),
  subdomain: Type.String(),
  host_mapping: Nullable(Type.String()),
  has_help_center: Type.Boolean(),
  help_center_state: Type.String(),
  active: Type.Boolean(),
  default: Type.Boolean(),
  is_deleted: Type.Boolean(),
  logo: Type.Null(),
  ticket_form_ids: Type.Array(Type.Integer()),
  signature_template: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

const name = Type.String({ minLength: 1, maxLength: 255 })
const GroupInput = {
  description: Type.Optional(Type.String()),
  is_public: Type.Optional(Type.Boolean()),
}
const BrandInput = {
  active: Type.Optional(Type.Boolean()),
  signature_template: Type.Optional(Type.String()),
}
const subdomain = Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 63 })
const query = Type.Object(ListQuery)
const OneGroup = Type.Object({ group: Group })
const Groups = Type.Object({ groups: Type.Array(Group), ...ListPage })
const OneBrand = Type.Object({ brand: Brand })

/** The groups of agents and the brands of the account. */
export const groups = {
  listGroups: endpoint('GET /api/v2/groups', {
    ...forAgents,
    summary: 'List groups',
    query,
    status: 200,
    answer: Groups,
  }),
  listAssignableGroups: endpoint('GET /api/v2/groups/assignable', {
    ...forAgents,
    summary: 'List the groups that tickets can be assigned to',
    query,
    status: 200,
    answer: Groups,
  }),
  showGroup: endpoint('GET /api/v2/groups/:id', {
    ...forAgents,
    summary: 'Show a group',
    status: 200,
    answer: OneGroup,
  }),
  createGroup: endpoint('POST /api/v2/groups', {
    ...forAdmins,
    summary: 'Create a group',
    body: Type.Object({ group: Type.Object({ ...GroupInput, name }) }),
    status: 201,
    answer: OneGroup,
  }),
  updateGroup: endpoint('PUT /api/v2/groups/:id', {
    ...forAdmins,
    summary: 'Change a group',
    body: Type.Object({ group: Type.Object({ ...GroupInput, name: Type.Optional(name) }) }),
    status: 200,
    answer: OneGroup,
  }),
  listBrands: endpoint('GET /api/v2/brands', {
    ...forAgents,
    summary: 'List brands',
    query,
    status: 200,
    answer: Type.Object({ brands: Type.Array(Brand), ...ListPage }),
  }),
  showBrand: endpoint('GET /api/v2/brands/:id', {
    ...forAgents,
    summary: 'Show a brand',
    status: 200,
    answer: OneBrand,
  }),
  createBrand: endpoint('POST /api/v2/brands', {
    ...forAdmins,
    summary: 'Create a brand',
    body: Type.Object({ brand: Type.Object({ ...BrandInput, name, subdomain }) }),
    status: 201,
    answer: OneBrand,
  }),
  updateBrand: endpoint('PUT /api/v2/brands/:id', {
    ...forAdmins,
    summary: 'Change a brand',
    body: Type.Object({ brand: Type.Object({ ...BrandInput, name: Type.Optional(name) }) }),
    status: 200,
    answer: OneBrand,
  }),
}
