import type { Tables } from '../store/tables'
import { apiUrl } from './api-url'

export interface Person {
  id: number
  name: string
  email: string | null
  role: Tables['users']['role']
}

/** A user of whom nothing is known but the name, the address and the role. */
export function blankUser({ id, name, email, role }: Person, now: string): Tables['users'] {
  return {
    id,
    url: apiUrl(`users/${id}`),
    name,
    email,
    role,
    // 4 is an admin, 0 an agent of a custom role or none; end users have no type of role.
    role_type: role === 'admin' ? 4 : role === 'agent' ? 0 : null,
    custom_role_id: null,
    locale: 'en-US',
    locale_id: 1,
    time_zone: 'UTC',
    iana_time_zone: 'Etc/UTC',
    active: true,
    verified: false,
    suspended: false,
    shared: false,
    shared_agent: false,
    moderator: role !== 'end-user',
    only_private_comments: false,
    restricted_agent: role === 'end-user',
    ticket_restriction: role === 'end-user' ? 'requested' : null,
    two_factor_auth_enabled: null,
    report_csv: role === 'admin',
    phone: null,
    shared_phone_number: null,
    photo: null,
    alias: null,
    details: null,
    notes: null,
    signature: null,
    external_id: null,
    organization_id: null,
    default_group_id: null,
    tags: [],
    user_fields: {},
    last_login_at: null,
    created_at: now,
    updated_at: now,
  }
}
