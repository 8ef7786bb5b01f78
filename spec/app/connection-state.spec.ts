import type { SafeConnection } from '../../src/app/platform/edge'
import { connectionState, endsSoon, works } from '../../src/app/state/connection-state'
import type { OAuthConnectionDefinition } from '../../src/zis/definition'

const now = Date.parse('2026-03-02T09:00:00Z')
const inDays = (days: number) => new Date(now + days * 24 * 3600_000).toISOString()

const zendesk: OAuthConnectionDefinition = {
  kind: 'oauth',
  name: 'zendesk',
  title: 'Zendesk',
  reason: 'It reads tickets.',
  required: true,
  scopes: [{ scope: 'tickets:read', means: 'Read tickets.' }],
  client: { name: 'zendesk' },
}

const signedIn = (change: Partial<SafeConnection> = {}): SafeConnection => ({
  kind: 'oauth',
  name: 'zendesk',
  uuid: 'u1',
  created_by: '9001',
  permission_scope: 'tickets:read',
  oauth_url_subdomain: 'acme',
  token_expiry: '',
  created_at: inDays(0),
  updated_at: inDays(0),
  has_access_token: true,
  has_refresh_token: false,
  ...change,
})

it.each([
  ['connected', {}],
  ['connected', { token_expiry: inDays(8) }],
  ['expires_soon', { token_expiry: inDays(6) }],
  ['expired', { token_expiry: inDays(-1) }],
  ['renews', { token_expiry: inDays(-1), has_refresh_token: true }],
  ['no_token', { has_access_token: false }],
  ['scopes_missing', { permission_scope: 'users:read' }],
] as const)('is %s with %j', (state, change) => {
  expect(connectionState(zendesk, signedIn(change), now)).toBe(state)
})

it('may end where Zendesk has not renewed it for 25 days', () => {
  const old = { updated_at: inDays(-26), has_refresh_token: true }
  const of = (change: Partial<SafeConnection>, wanted = zendesk) =>
    connectionState(wanted, signedIn({ ...old, ...change }), now)
  expect(of({})).toBe('may_end')
  expect(of({ updated_at: inDays(-24) })).toBe('connected')
  expect(works('may_end') && endsSoon('may_end')).toBe(true)
  // Without a refresh token its expiry says when it ends; of other systems nobody knows.
  expect(of({ has_refresh_token: false })).toBe('connected')
  const slack = {
    name: 'slack',
    token_url: 'https://slack.com/api/oauth.v2.access',
    default_scopes: 'chat:write',
    how_to_get: 'Make an app.',
  }
  expect(of({}, { ...zendesk, client: slack })).toBe('connected')
})
