import Type from 'typebox'
import { endpoint } from './endpoint'
import { Nullable, Timestamp } from './shapes'
import { Id, OffsetPage, staff } from './support-shapes'

export const User = Type.Object({
  id: Nullable(Type.Integer()),
  url: Type.String(),
  name: Type.String(),
  email: Nullable(Type.String()),
  role: Type.Union([Type.Literal('end-user'), Type.Literal('agent'), Type.Literal('admin')]),
  custom_role_id: Id,
  locale: Type.String(),
  time_zone: Type.String(),
  iana_time_zone: Type.String(),
  active: Type.Boolean(),
  verified: Type.Boolean(),
  organization_id: Id,
  default_group_id: Id,
  tags: Type.Array(Type.String()),
  created_at: Timestamp,
  updated_at: Timestamp,
  authenticity_token: Type.Optional(Type.String({ description: 'of the current session, only on users/me' })),
})

/** Users of the account (zis-api 10.4). */
export const users = {
  currentUser: endpoint('GET /api/v2/users/me', {
    summary: 'Show the current user',
    source: 'zis-api 10.4',
    callers: ['session', 'api_token', 'oauth', 'zis_token', 'anyone'],
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ user: User }),
  }),
  listUsers: endpoint('GET /api/v2/users', {
    summary: 'List users',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ users: Type.Array(User), ...OffsetPage }),
  }),
  showUser: endpoint('GET /api/v2/users/:id', {
    summary: 'Show a user',
    source: 'zis-api 10',
    callers: staff,
    notOnlyAdmins: true,
    status: 200,
    answer: Type.Object({ user: User }),
  }),
}
