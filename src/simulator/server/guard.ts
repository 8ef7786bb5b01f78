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
 * Who may call: credential known, its kind allowed, scopes, admin, in this order. After that, in an order that is a
 * switch, come the place ({@link guardPlace}) and the parameters; the thing itself and conflicts are the
 * service's (zis-api 14, 2).
 *
 * @throws {ZisProblem}
 */
export function guard(world: World, endpoint: Endpoint, identity: Identity): Caller {
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
  if (role !== 'admin' && !(role === 'agent' && isForAgents(world, endpoint))) {
    throw new ZisProblem(endpoint.notOnlyAdmins ? 'SupportForbidden' : 'AdminOnly')
  }
  return caller
}

/**
 * Whether the path's integration is there, and the token's own.
 * @throws {ZisProblem}
 */
export function guardPlace(world: World, endpoint: Endpoint, caller: Caller, integration?: string): void {
  if (integration === undefined || endpoint.makesIntegration || endpoint.callers.includes('anyone')) return
  const isThere = world.store.table('integrations').has(keyOf(integration))
  if (caller.kind === 'zis_token' && (!isThere || caller.integration !== integration)) {
    throw new ZisProblem('IntegrationMismatch')
  }
  if (!isThere) throw new ZisProblem('UnknownIntegration', { integration })
}

/** Admins alone manage ZIS; of the registry it is documented, of the rest it is a switch (zis-api 1.8). */
function isForAgents({ assume }: World, { route, notOnlyAdmins }: Endpoint): boolean {
  const isZis = route.includes(' /api/services/zis/')
  if (notOnlyAdmins) return true
  return isZis && !route.includes('/zis/registry/') && assume('onlyAdminsCall') === 'registry'
}

/** The callers of the endpoint, and what the switches make of them (zis-api 1.8, marked ?). */
function isTaken({ assume }: World, { route, callers }: Endpoint, { kind }: Caller): boolean {
  if (route === registry.listIntegrations.route && assume('bearerListsIntegrations')) return true
  if (route === registry.uploadBundle.route && kind === 'zis_token') return assume('oauthUploads')
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
