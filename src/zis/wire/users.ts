import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject, Nullable, Timestamp } from './shapes'
import { Clearable, forAdmins, forAgents, ListPage, ListQuery } from './support-endpoints'
import { Id } from './support-shapes'

export const userRoles = ['end-user', 'agent', 'admin'] as const
const Role = Type.Enum([...userRoles])

export const User = Type.Object({
  id: Nullable(Type.Integer()),
  url: Type.String(),
  name: Type.String(),
  email: Nullable(Type.String()),
  role: Role,
  role_type: Nullable(Type.Integer()),
  custom_role_id: Id,
  locale: Type.String(),
  locale_id: Type.Integer(),
  time_zone: Type.String(),
  iana_time_zone: Type.String(),
  active: Type.Boolean(),
  verified: Type.Boolean(),
  suspended: Type.Boolean(),
  shared: Type.Boolean(),
  shared_agent: Type.Boolean(),
  moderator: Type.Boolean(),
  only_private_comments: Type.Boolean(),
  restricted_agent: Type.Boolean(),
  ticket_restriction: Nullable(Type.String()),
  two_factor_auth_enabled: Nullable(Type.Boolean()),
  report_csv: Type.Boolean(),
  phone: Nullable(Type.String()),
  shared_phone_number: Nullable(Type.Boolean()),
  photo: Nullable(
    Type.Object({
      id: Type.Integer(),
      file_name: Type.String(),
      content_url: Type.String(),
      content_type: Type.String(),
      size: Type.Integer(),
      inline: Type.Boolean(),
    }),
  ),
  alias: Nullable(Type.String()),
  details: Nullable(Type.String()),
  notes: Nullable(Type.String()),
  signature: Nullable(Type.String()),
  external_id: Nullable(Type.String()),
  organization_id: Id,
  default_group_id: Id,
  tags: Type.Array(Type.String()),
  user_fields: AnyObject,
  last_login_at: Nullable(Timestamp),
  created_at: Timestamp,
  updated_at: Timestamp,
  permanently_deleted: Type.Optional(Type.Boolean({ description: 'only of a user who is gone for good' })),
  authenticity_token: Type.Optional(Type.String({ description: 'of the current session, only on users/me' })),
})

const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@<>,;]+@[^\\s@<>,;]+$' })

/** What a caller can set; everything else in a body is passed over, as Zendesk does. */
const UserChange = {
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  email: Clearable(Email),
  role: Type.Optional(Role),
  custom_role_id: Clearable(Type.Integer()),
  locale: Type.Optional(Type.String({ minLength: 2, maxLength: 20 })),
  time_zone: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  verified: Type.Optional(Type.Boolean()),
  suspended: Type.Optional(Type.Boolean()),
  moderator: Type.Optional(Type.Boolean()),
  only_private_comments: Type.Optional(Type.Boolean()),
  ticket_restriction: Clearable(Type.String()),
  phone: Clearable(Type.String({ maxLength: 128 })),
  alias: Clearable(Type.String({ maxLength: 255 })),
  details: Clearable(Type.String()),
  notes: Clearable(Type.String()),
  signature: Clearable(Type.String()),
  external_id: Clearable(Type.String({ maxLength: 255 })),
  organization_id: Type.Optional(Id),
  default_group_id: Type.Optional(Id),
  tags: Type.Optional(Type.Array(Type.String())),
  user_fields: Type.Optional(AnyObject),
  remote_photo_url: Clearable(Type.String({ maxLength: 2000, description: 'null takes the photo away' })),
}
const NewUser = Type.Object({ ...UserChange, name: Type.String({ minLength: 1, maxLength: 255 }) })
const OneUser = Type.Object({ user: User })
const ManyUsers = Type.Object({ users: Type.Array(User), ...ListPage })

/** Users of the account (zis-api 10.4). Fixed paths stand before `:id`, which would take them. */
export const users = {
  currentUser: endpoint('GET /api/v2/users/me', {
    summary: 'Show the current user',
    source: 'zis-api 10.4',
    callers: ['session', 'api_token', 'oauth', 'zis_token', 'anyone'],
    notOnlyAdmins: true,
    status: 200,
    answer: OneUser,
  }),
  listUsers: endpoint('GET /api/v2/users', {
    ...forAgents,
    summary: 'List users, all or those of a role',
    query: Type.Object({
      ...ListQuery,
      role: Type.Optional(Role),
      'role[]': Type.Optional(Role),
      external_id: Type.Optional(Type.String()),
    }),
    status: 200,
    answer: ManyUsers,
  }),
  searchUsers: endpoint('GET /api/v2/users/search', {
    ...forAgents,
    summary: 'Find users by words in name, email, phone or notes, or by external_id',
    query: Type.Object({
      ...ListQuery,
      query: Type.Optional(Type.String()),
      external_id: Type.Optional(Type.String()),
    }),
    status: 200,
    answer: ManyUsers,
  }),
  autocompleteUsers: endpoint('GET /api/v2/users/autocomplete', {
    ...forAgents,
    summary: 'Find users whose name has a word that begins so',
    query: Type.Object({ ...ListQuery, name: Type.String({ minLength: 2 }) }),
    status: 200,
    answer: ManyUsers,
  }),
  showManyUsers: endpoint('GET /api/v2/users/show_many', {
    ...forAgents,
    summary: 'Show users by their ids or external ids',
    query: Type.Object({
      ids: Type.Optional(Type.String({ description: 'parted by commas, 100 at most' })),
      external_ids: Type.Optional(Type.String({ description: 'parted by commas, 100 at most' })),
    }),
    status: 200,
    answer: ManyUsers,
  }),
  createOrUpdateUser: endpoint('POST /api/v2/users/create_or_update', {
    ...forAgents,
    summary: 'Update the user with this external_id or email, or create one',
    body: Type.Object({ user: NewUser }),
    status: 201,
    answer: OneUser,
  }),
  createUser: endpoint('POST /api/v2/users', {
    ...forAgents,
    summary: 'Create a user',
    body: Type.Object({ user: NewUser }),
    status: 201,
    answer: OneUser,
  }),
  showUser: endpoint('GET /api/v2/users/:id', {
    ...forAgents,
    summary: 'Show a user',
    status: 200,
    answer: OneUser,
  }),
  updateUser: endpoint('PUT /api/v2/users/:id', {
    ...forAgents,
    summary: 'Update a user',
    body: Type.Object({ user: Type.Object(UserChange) }),
    status: 200,
    answer: OneUser,
  }),
  deleteUser: endpoint('DELETE /api/v2/users/:id', {
    ...forAgents,
    summary: 'Delete a user, who stays on the tickets as not active',
    status: 200,
    answer: OneUser,
  }),
  mergeUser: endpoint('PUT /api/v2/users/:id/merge', {
    ...forAgents,
    summary: 'Merge an end user into another one, who is answered',
    body: Type.Object({ user: Type.Object({ id: Type.Integer() }) }),
    status: 200,
    answer: OneUser,
  }),
  listDeletedUsers: endpoint('GET /api/v2/deleted_users', {
    ...forAgents,
    summary: 'List deleted users who are not gone for good',
    query: Type.Object(ListQuery),
    status: 200,
    answer: Type.Object({ deleted_users: Type.Array(User), ...ListPage }),
  }),
  deleteUserForGood: endpoint('DELETE /api/v2/deleted_users/:id', {
    ...forAdmins,
    summary: 'Delete a deleted user for good',
    status: 200,
    answer: Type.Object({ deleted_user: User }),
  }),
}
