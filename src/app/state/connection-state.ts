import type { ConnectionDefinition, OAuthConnectionDefinition } from '../../zis/definition'
import { usesOf } from '../../zis/bundle/uses'
import type { JsonObject } from '../../zis/json'
import type { AnyConnection, SafeConnection } from '../platform/edge'

/** How a connection stands (zis-admin-app 13.2). */
export type ConnectionState =
  | 'not_connected'
  | 'connected'
  | 'renews'
  | 'expires_soon'
  | 'may_end'
  | 'expired'
  | 'no_token'
  | 'scopes_missing'
  | 'other_kind'

const soonMs = 7 * 24 * 3600_000

/**
 * Judges a connection by what ZIS says about it; ZIS has no test call of its own.
 *
 * @param definition what the integration wants of it; undefined where nobody has said
 */
export function connectionState(
  definition: ConnectionDefinition | undefined,
  connection: AnyConnection | undefined,
  now: number,
): ConnectionState {
  if (connection === undefined) return 'not_connected'
  if (definition && definition.kind !== connection.kind) return 'other_kind'
  if (connection.kind !== 'oauth') return 'connected'
  const wanted = definition?.kind === 'oauth' ? definition : undefined
  if (!connection.has_access_token) return 'no_token'
  if (missingScopes(wanted?.scopes ?? [], connection).length > 0) return 'scopes_missing'
  if (mayEndUnused(wanted, connection, now)) return 'may_end'
  const expiry = Date.parse(connection.token_expiry)
  if (Number.isNaN(expiry)) return 'connected'
  if (renewsItself(wanted, connection)) return expiry <= now ? 'renews' : 'connected'
  if (expiry <= now) return 'expired'
  return expiry - now < soonMs ? 'expires_soon' : 'connected'
}

/** ZIS renews a sign-in by its refresh token, or by the client's own grant (zis-api 4.12). */
export const renewsItself = (
  definition: OAuthConnectionDefinition | undefined,
  { has_refresh_token }: SafeConnection,
): boolean => has_refresh_token || definition?.grant_type === 'client_credentials'

/** Zendesk's refresh tokens last about 30 days and are replaced at each use (zis-admin-app 5.11). */
const longUnusedMs = 25 * 24 * 3600_000

/**
 * True where a sign-in to Zendesk was not renewed for so long that it may soon be too late to do so. Nobody but
 * Zendesk knows whether the connection was used meanwhile, so it is said with care, and before it is too late.
 */
const mayEndUnused = (
  definition: OAuthConnectionDefinition | undefined,
  { has_refresh_token, updated_at, created_at }: SafeConnection,
  now: number,
): boolean =>
  definition?.client.name === 'zendesk' &&
  has_refresh_token &&
  now - Date.parse(updated_at || created_at) > longUnusedMs

/** True where flows can use the connection now. */
export const works = (state: ConnectionState): boolean =>
  state === 'connected' || state === 'renews' || endsSoon(state)

/** True where flows can use the connection now, and somebody has to reconnect it so that they go on. */
export const endsSoon = (state: string): boolean => state === 'expires_soon' || state === 'may_end'

/** The scopes that a sign-in was given. */
export const givenScopes = ({ permission_scope }: SafeConnection): string[] =>
  (permission_scope ?? '').split(/[\s,]+/).filter(Boolean)

/** The scopes that were asked for and not given. A connection that names no scopes is believed. */
export function missingScopes(wanted: OAuthConnectionDefinition['scopes'], connection: SafeConnection) {
  const given = givenScopes(connection)
  return given.length === 0
    ? []
    : wanted.filter(({ scope }) => !given.includes(scope)).map(({ scope }) => scope)
}

/** The scopes that were given without being asked for: more than the integration needs (zis-admin-app R4). */
export const surplusScopes = (wanted: OAuthConnectionDefinition['scopes'], connection: SafeConnection) =>
  givenScopes(connection).filter((given) => !wanted.some(({ scope }) => scope === given))

/** The connections that an entry of the definition stands for: the one of its name, or all that begin so. */
export const connectionsOf = (definition: ConnectionDefinition, all: AnyConnection[]): AnyConnection[] =>
  all.filter(({ name }) => (definition.several ? isOneOf(definition, name) : name === definition.name))

/** Whether a name belongs to an entry that may have several connections. */
export const isOneOf = ({ name: stem }: ConnectionDefinition, name: string): boolean =>
  name === stem || name.startsWith(`${stem}_`)

/** The names that the flows of a bundle use of an entry which may have several connections. */
export const namedFor = (definition: ConnectionDefinition, bundle: JsonObject): string[] =>
  [...new Set(usesOf(bundle).flatMap(({ connections }) => connections))]
    .filter((name) => isOneOf(definition, name))
    .sort()

/** Whether a person signs in for it in a window of the other system. */
export const needsWindow = (connection: ConnectionDefinition): boolean =>
  connection.kind === 'oauth' && connection.grant_type !== 'client_credentials'
