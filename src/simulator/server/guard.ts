import type { Caller } from '../services/service'
import { keyOf } from '../store/keys'
import { ZisProblem } from '../../zis/wire/problems'
import { splitRoute, type Endpoint } from '../../zis/wire/endpoint'
import { links } from '../../zis/wire/links'
import { registry } from '../../zis/wire/registry'
import { webhooks } from '../../zis/wire/webhooks'
import type { World } from '../world'
import type { Identity } from './auth'

/**
 * The order in which a known route is guarded: credential known, its kind allowed, scopes, admin,
 * integration there and the token's own (zis-api 14, 2). What comes after (parameters, the thing itself,
 * conflicts) is the service's.
 *
 * @throws {ZisProblem}
 */
export function guard(world: World, endpoint: Endpoint, identity: Identity, integration?: string): Caller {
  if (identity.kind === 'refused') throw new ZisProblem('NotSignedIn')
  const caller = identity
  if (endpoint.callers.includes('anyone')) return caller
  if (caller.kind === 'anonymous' || !isTaken(world, endpoint, caller)) {
    throw refusalOf(world, endpoint, caller)
  }

  if (
    (caller.kind === 'zis_token' || caller.kind === 'oauth') &&
    !isInScope(world, endpoint, caller.scopes)
  ) {
    throw new ZisProblem('IntegrationMismatch')
  }
  const { role } = caller.user
  if (!endpoint.notOnlyAdmins && role !== 'admin') {
    throw new ZisProblem('AdminOnly')
  }
  if (role === 'end-user') throw new ZisProblem('SupportForbidden')

  if (integration !== undefined && !endpoint.makesIntegration) {
    const isThere = world.store.table('integrations').has(keyOf(integration))
    if (caller.kind === 'zis_token' && (!isThere || caller.integration !== integration)) {
      throw new ZisProblem('IntegrationMismatch')
    }
    if (!isThere) throw new ZisProblem('UnknownIntegration', { integration })
  }
  return caller
}

/** The callers of the endpoint, and what the switches make of them (zis-api 1.8, marked ?). */
function isTaken({ assume }: World, { route, callers }: Endpoint, { kind }: Caller): boolean {
  if (route === registry.listIntegrations.route && assume('bearerListsIntegrations')) return true
  if (kind === 'session') {
    if (!assume('sessionOpensLinks') && linkRoutes.has(route)) return false
    if (!assume('sessionChangesWebhooks') && webhookWrites.has(route)) return false
  }
  return callers.some((one) => one === kind)
}

const linkRoutes = new Set<string>(Object.values(links).map(({ route }) => route))
const webhookWrites = new Set<string>([webhooks.createWebhook.route, webhooks.deleteWebhook.route])

const apiTokenRefusals = { 401: 'NotSignedIn', 403: 'ApiTokenNotSupported', 404: 'UnknownPath' } as const

/** What a caller hears whose kind of credential the endpoint does not take (zis-api 1.4, 1.8). */
function refusalOf({ assume }: World, { route }: Endpoint, caller: Caller): ZisProblem {
  if (caller.kind === 'anonymous') return new ZisProblem('NotSignedIn')
  if (caller.kind === 'api_token') {
    const { path } = splitRoute(route)
    return new ZisProblem(apiTokenRefusals[assume('apiTokenRefused')], { path })
  }
  if (caller.kind === 'session') return new ZisProblem('NotSignedIn')
  const isUpload = route === registry.uploadBundle.route
  return new ZisProblem(isUpload ? 'OAuthDisabled' : 'IntegrationMismatch')
}

/** Reading wants `read`, everything else `write`; on their own or for the resource alone (zis-api 1.2). */
function isInScope({ assume }: World, { route }: Endpoint, scopes: string[]): boolean {
  const { method, path } = splitRoute(route)
  const verb = method === 'GET' ? 'read' : 'write'
  const isZis = path.startsWith('/api/services/zis/')
  const resource = isZis ? 'zis' : path.split('/')[3]
  const isVerbEnough = !isZis || assume('zisTokenScopes') === 'either'
  return (isVerbEnough && scopes.includes(verb)) || scopes.includes(`${resource}:${verb}`)
}
