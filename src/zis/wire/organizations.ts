import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject, Nullable, Timestamp } from './shapes'
import { Clearable, forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'
import { Id } from './support-shapes'
import { User } from './users'

export const Organization = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  name: Type.String(),
  shared_tickets: Type.Boolean(),
  shared_comments: Type.Boolean(),
  external_id: Nullable(Type.String()),
  domain_names: Type.Array(Type.String()),
  details: Nullable(Type.String()),
  notes: Nullable(Type.String()),
  group_id: Id,
  tags: Type.Array(Type.String()),
  organization_fields: AnyObject,
  created_at: Timestamp,
  updated_at: Timestamp,
})

const changes = {
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  shared_tickets: Type.Optional(Type.Boolean()),
  shared_comments: Type.Optional(Type.Boolean()),
  external_id: Clearable(Type.String({ maxLength: 255 })),
  domain_names: Type.Optional(Type.Array(Type.String({ maxLength: 253 }))),
  details: Clearable(Type.String()),
  notes: Clearable(Type.String()),
  group_id: Type.Optional(Id),
  tags: Type.Optional(Type.Array(Type.String())),
  organization_fields: Type.Optional(AnyObject),
}
const NewOrganization = Type.Object({ ...changes, name: Type.String({ minLength: 1, maxLength: 255 }) })
const One = Type.Object({ organization: Organization })
const Many = Type.Object({ organizations: Type.Array(Organization), ...ListPage })

/** Organizations, to which users belong. Fixed paths stand before `:id`, which would take them. */
export const organizations = {
  listOrganizations: endpoint('GET /api/v2/organizations', {
    ...forAgents,
    summary: 'List organizations',
    query: Type.Object(ListQuery),
    status: 200,
    answer: Many,
  }),
  searchOrganizations: endpoint('GET /api/v2/organizations/search', {
    ...forAgents,
    summary: 'Find organizations by name or external_id',
    query: Type.Object({
      ...ListQuery,
      name: Type.Optional(Type.String()),
      external_id: Type.Optional(Type.String()),
    }),
    status: 200,
    answer: Many,
  }),
  autocompleteOrganizations: endpoint('GET /api/v2/organizations/autocomplete', {
    ...forAgents,
    summary: 'Find organizations whose name begins so',
    query: Type.Object({ ...ListQuery, name: Type.String({ minLength: 2 }) }),
    status: 200,
    answer: Many,
  }),
  showManyOrganizations: endpoint('GET /api/v2/organizations/show_many', {
    ...forAgents,
    summary: 'Show organizations by their ids or external ids',
    query: Type.Object({
      ids: Type.Optional(Type.String({ description: 'parted by commas, 100 at most' })),
      external_ids: Type.Optional(Type.String({ description: 'parted by commas, 100 at most' })),
    }),
    status: 200,
    answer: Many,
  }),
  createOrUpdateOrganization: endpoint('POST /api/v2/organizations/create_or_update', {
    ...forAdmins,
    summary: 'Update the organization with this id, external_id or name, or create one',
    body: Type.Object({
      organization: Type.Object({ ...NewOrganization.properties, id: Type.Optional(Type.Integer()) }),
    }),
    status: 201,
    answer: One,
  }),
  createOrganization: endpoint('POST /api/v2/organizations', {
    ...forAdmins,
    summary: 'Create an organization',
    body: Type.Object({ organization: NewOrganization }),
    status: 201,
    answer: One,
  }),
  showOrganization: endpoint('GET /api/v2/organizations/:id', {
    ...forAgents,
    summary: 'Show an organization',
    status: 200,
    answer: One,
  }),
  updateOrganization: endpoint('PUT /api/v2/organizations/:id', {
    ...forAdmins,
    summary: 'Update an organization',
    body: Type.Object({ organization: Type.Object(changes) }),
    status: 200,
    answer: One,
  }),
  deleteOrganization: endpoint('DELETE /api/v2/organizations/:id', {
    ...forAdmins,
    summary: 'Delete an organization; its users and tickets stay, without it',
    status: 204,
  }),
  listUsersOfOrganization: endpoint('GET /api/v2/organizations/:id/users', {
    ...forAgents,
    summary: 'List the users of an organization',
    query: Type.Object(ListQuery),
    status: 200,
    answer: Type.Object({ users: Type.Array(User), ...ListPage }),
  }),
}
