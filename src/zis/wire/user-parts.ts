import Type from 'typebox'
import { endpoint } from './endpoint'
import { Timestamp } from './shapes'
import { forAgents, ListPage, ListQuery } from './support-endpoints'

export const identityTypes = ['email', 'phone_number', 'twitter', 'facebook', 'google'] as const

export const Identity = Type.Object({
  id: Type.Integer(),
  url: Type.String(),
  user_id: Type.Integer(),
  type: Type.Enum([...identityTypes]),
  value: Type.String(),
  primary: Type.Boolean(),
  verified: Type.Boolean(),
  deliverable_state: Type.String(),
  undeliverable_count: Type.Integer(),
  created_at: Timestamp,
  updated_at: Timestamp,
})
const OneIdentity = Type.Object({ identity: Identity })
const ManyIdentities = Type.Object({ identities: Type.Array(Identity), ...ListPage })

/** The addresses by which a user is known (zis-api 10, zis-events 3.2). */
export const identities = {
  listIdentities: endpoint('GET /api/v2/users/:id/identities', {
    ...forAgents,
    summary: 'List the identities of a user',
    query: Type.Object(ListQuery),
    status: 200,
    answer: ManyIdentities,
  }),
  createIdentity: endpoint('POST /api/v2/users/:id/identities', {
    ...forAgents,
    summary: 'Add an identity to a user',
    body: Type.Object({
      identity: Type.Object({
        type: Type.Enum([...identityTypes]),
        value: Type.String({ minLength: 1, maxLength: 254 }),
        verified: Type.Optional(Type.Boolean()),
        primary: Type.Optional(Type.Boolean()),
      }),
    }),
    status: 201,
    answer: OneIdentity,
  }),
  showIdentity: endpoint('GET /api/v2/users/:id/identities/:identity_id', {
    ...forAgents,
    summary: 'Show an identity',
    status: 200,
    answer: OneIdentity,
  }),
  updateIdentity: endpoint('PUT /api/v2/users/:id/identities/:identity_id', {
    ...forAgents,
    summary: 'Change the value of an identity, or say that it is verified',
    body: Type.Object({
      identity: Type.Object({
        value: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
        verified: Type.Optional(Type.Boolean()),
      }),
    }),
    status: 200,
    answer: OneIdentity,
  }),
  makeIdentityPrimary: endpoint('PUT /api/v2/users/:id/identities/:identity_id/make_primary', {
    ...forAgents,
    summary: 'Make an identity the primary one of its type',
    status: 200,
    answer: ManyIdentities,
  }),
  verifyIdentity: endpoint('PUT /api/v2/users/:id/identities/:identity_id/verify', {
    ...forAgents,
    summary: 'Verify an identity',
    status: 200,
    answer: OneIdentity,
  }),
  deleteIdentity: endpoint('DELETE /api/v2/users/:id/identities/:identity_id', {
    ...forAgents,
    summary: 'Take an identity from a user',
    status: 204,
  }),
}

const Tags = Type.Object({ tags: Type.Array(Type.String()) })

/** The tags of users and organizations, by themselves: set, add and remove. */
export const peopleTags = {
  listUserTags: endpoint('GET /api/v2/users/:id/tags', {
    ...forAgents,
    summary: 'List the tags of a user',
    status: 200,
    answer: Tags,
  }),
  setUserTags: endpoint('POST /api/v2/users/:id/tags', {
    ...forAgents,
    summary: 'Replace the tags of a user',
    body: Tags,
    status: 201,
    answer: Tags,
  }),
  addUserTags: endpoint('PUT /api/v2/users/:id/tags', {
    ...forAgents,
    summary: 'Add tags to a user',
    body: Tags,
    status: 200,
    answer: Tags,
  }),
  removeUserTags: endpoint('DELETE /api/v2/users/:id/tags', {
    ...forAgents,
    summary: 'Take tags from a user',
    body: Tags,
    status: 200,
    answer: Tags,
  }),
  listOrganizationTags: endpoint('GET /api/v2/organizations/:id/tags', {
    ...forAgents,
    summary: 'List the tags of an organization',
    status: 200,
    answer: Tags,
  }),
  setOrganizationTags: endpoint('POST /api/v2/organizations/:id/tags', {
    ...forAgents,
    summary: 'Replace the tags of an organization',
    body: Tags,
    status: 201,
    answer: Tags,
  }),
  addOrganizationTags: endpoint('PUT /api/v2/organizations/:id/tags', {
    ...forAgents,
    summary: 'Add tags to an organization',
    body: Tags,
    status: 200,
    answer: Tags,
  }),
  removeOrganizationTags: endpoint('DELETE /api/v2/organizations/:id/tags', {
    ...forAgents,
    summary: 'Take tags from an organization',
    body: Tags,
    status: 200,
    answer: Tags,
  }),
}
