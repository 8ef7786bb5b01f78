import type { ConnectionDefinition } from '../../zis/definition'
import type { SafeConnection } from '../platform/edge'

/** How a sign-in stands (zis-admin-app 13.2). */
export type ConnectionState =
  'not_connected' | 'connected' | 'renews' | 'expires_soon' | 'expired' | 'no_token' | 'scopes_missing'

const soonMs = 7 * 24 * 3600_000

/** Judges a connection by what ZIS says about it; ZIS has no test call of its own. */
export function connectionState(
  { scopes }: Pick<ConnectionDefinition, 'scopes'>,
  connection: SafeConnection | undefined,
  now: number,
): ConnectionState {
  if (connection === undefined) return 'not_connected'
  if (!connection.has_access_token) return 'no_token'
  if (missingScopes(scopes, connection).length > 0) return 'scopes_missing'
  const expiry = Date.parse(connection.token_expiry)
  if (Number.isNaN(expiry)) return 'connected'
  if (connection.has_refresh_token) return expiry <= now ? 'renews' : 'connected'
  if (expiry <= now) return 'expired'
  return expiry - now < soonMs ? 'expires_soon' : 'connected'
}

/** True where flows can use the connection now. */
export const works = (state: ConnectionState): boolean =>
  state === 'connected' || state === 'renews' || state === 'expires_soon'

/** The scopes that were asked for and not given. A connection that names no scopes is believed. */
export function missingScopes(wanted: ConnectionDefinition['scopes'], { permission_scope }: SafeConnection) {
  const given = (permission_scope ?? '').split(/[\s,]+/).filter(Boolean)
  return given.length === 0
    ? []
    : wanted.filter(({ scope }) => !given.includes(scope)).map(({ scope }) => scope)
}
