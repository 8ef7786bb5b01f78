import Type from 'typebox'
import { endpoint } from './endpoint'
import { Timestamp } from './shapes'
import { forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'

const common = {
  id: Type.Integer(),
  url: Type.String(),
  user_id: Type.Integer(),
  default: Type.Boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
}
export const GroupMembership = Type.Object({ ...common, group_id: Type.Integer() })
export const OrganizationMembership = Type.Object({
  ...common,
  organization_id: Type.Integer(),
  organization_name: Type.String(),
  view_tickets: Type.Boolean(),
})

const InGroups = Type.Object({ group_memberships: Type.Array(GroupMembership), ...ListPage })
const InOrganizations = Type.Object({
  organization_memberships: Type.Array(OrganizationMembership),
  ...ListPage,
})
const query = Type.Object(ListQuery)

/** Which agents are in which groups, and which users in which organizations. */
export const memberships = {
  listGroupMemberships: endpoint('GET /api/v2/group_memberships', {
    ...forAgents,
    summary: 'List who is in which group',
    query,
    status: 200,
    answer: InGroups,
  }),
  listGroupsOfUser: endpoint('GET /api/v2/users/:id/group_memberships', {
    ...forAgents,
    summary: 'List the group memberships of an agent',
    query,
    status: 200,
    answer: InGroups,
  }),
  listMembersOfGroup: endpoint('GET /api/v2/groups/:id/memberships', {
    ...forAgents,
    summary: 'List the memberships of a group',
    query,
    status: 200,
    answer: InGroups,
  }),
  createGroupMembership: endpoint('POST /api/v2/group_memberships', {
    ...forAdmins,
    summary: 'Put an agent into a group',
    body: Type.Object({
      group_membership: Type.Object({
        user_id: Type.Integer(),
        group_id: Type.Integer(),
        default: Type.Optional(Type.Boolean()),
      }),
    }),
    status: 201,
    answer: Type.Object({ group_membership: GroupMembership }),
  }),
  makeGroupDefault: endpoint('PUT /api/v2/users/:id/group_memberships/:membership_id/make_default', {
    ...forAdmins,
    summary: 'Make a group the default one of an agent',
    status: 200,
    answer: InGroups,
  }),
  deleteGroupMembership: endpoint('DELETE /api/v2/group_memberships/:id', {
    ...forAdmins,
    summary: 'Take an agent out of a group',
    status: 204,
  }),

  listOrganizationMemberships: endpoint('GET /api/v2/organization_memberships', {
    ...forAgents,
    summary: 'List who is in which organization',
    query,
    status: 200,
    answer: InOrganizations,
  }),
  listOrganizationsOfUser: endpoint('GET /api/v2/users/:id/organization_memberships', {
    ...forAgents,
    summary: 'List the organization memberships of a user',
    query,
    status: 200,
    answer: InOrganizations,
  }),
  listMembersOfOrganization: endpoint('GET /api/v2/organizations/:id/organization_memberships', {
    ...forAgents,
    summary: 'List the memberships of an organization',
    query,
    status: 200,
    answer: InOrganizations,
  }),
  createOrganizationMembership: endpoint('POST /api/v2/organization_memberships', {
    ...forAgents,
    summary: 'Put a user into an organization',
    body: Type.Object({
      organization_membership: Type.Object({
        user_id: Type.Integer(),
        organization_id: Type.Integer(),
        default: Type.Optional(Type.Boolean()),
      }),
    }),
    status: 201,
    answer: Type.Object({ organization_membership: OrganizationMembership }),
  }),
  makeOrganizationDefault: endpoint(
    'PUT /api/v2/users/:id/organization_memberships/:membership_id/make_default',
    {
      ...forAgents,
      summary: 'Make an organization the default one of a user',
      status: 200,
      answer: InOrganizations,
    },
  ),
  deleteOrganizationMembership: endpoint('DELETE /api/v2/organization_memberships/:id', {
    ...forAgents,
    summary: 'Take a user out of an organization',
    status: 204,
  }),
}
