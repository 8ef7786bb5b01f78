import { isConnectionName } from '../../../zis/names'
import { connections as wire } from '../../../zis/wire/connections'
import { ZisProblem } from '../../../zis/wire/problems'
import { below, keyOf } from '../../store/keys'
import type { OAuthFlow, Tables } from '../../store/tables'
import { hashOf } from '../../vault'
import { accountOf, type World } from '../../world'
import { fillSubdomain, isLoopback, isWeb, toBrowser, zisCallback } from '../../addresses'
import { on, Reply, userOf, type RouteHandler } from '../service'
import type { Presenter } from './present'
import { TokenProblem, type TokenKeeper } from './tokens'

/** How long a sign-in may take (ms; zis-api 4.9). */
const signInLife = 10 * 60_000

/** The OAuth sign-in: start, the provider's way back, and the proof that it worked (zis-api 4.8 to 4.10). */
export function signInRoutes(world: World, tokens: TokenKeeper, present: Presenter): RouteHandler[] {
  const { store, ids, clock, changes, assume, vault } = world
  const flows = store.table('oauth_flows')
  const codes = store.table('verification_codes')
  /** First uses of codes that are under way: whoever comes in the meantime waits for the same one. */
  const firstUses = new Map<string, Promise<void>>()

  function clientFor(integration: string, name?: string, uuid?: string): Tables['oauth_clients'] {
    if ((name === undefined) === (uuid === undefined)) {
      throw new ZisProblem('BadRequest', {
        detail: 'give oauth_client_name or oauth_client_uuid, one of the two',
      })
    }
    const clients = store.table('oauth_clients').list({ prefix: below(integration) })
    const found = clients.find(([, row]) => (uuid === undefined ? row.name === name : row.uuid === uuid))
    if (!found) throw new ZisProblem('BadRequest', { detail: `oauth client ${name ?? uuid} not found` })
    return found[1]
  }

  /** @throws {ZisProblem} when a connection of another kind has the name, or one of this kind that stays as it is */
  function refuseTakenName(integration: string, name: string): void {
    const key = keyOf(integration, name)
    const isTyped = store.table('typed_connections').has(key)
    if (isTyped && assume('signInNameTaken') === 400) {
      throw new ZisProblem('BadRequest', { detail: `connection ${name} already exists` })
    }
    const isKept = store.table('oauth_connections').has(key) && assume('reconnect') === 'refused'
    if (isTyped || isKept) throw new ZisProblem('ConnectionExists', { name })
  }

  const failed = (flow: OAuthFlow, error: string, error_description: string) =>
    back(flow, assume('signInFailure') === 'error' ? { error, error_description } : {})

  /** No browser is needed: the address that comes back is the one that makes the connection (zis-api 4.8). */
  async function startOwnGrant(flow: OAuthFlow) {
    const code = ids.token()
    const { integration, connection, expires_at } = flow
    codes.put(await hashOf(code), { integration, connection, expires_at, pending: flow })
    await store.durable()
    const url = new URL(`/api/services/zis/connections/oauth/access_codes/${integration}`, world.origin)
    url.searchParams.set('verification_code', code)
    return { redirect_url: url.href, flow_token: code }
  }

  /** Makes the grant that the first use of a code stands for; the code then only shows the connection. */
  async function makePendingGrant(key: string, row: Tables['verification_codes'], flow: OAuthFlow) {
    const client = store.table('oauth_clients').get(keyOf(flow.integration, flow.client_uuid))
    if (!client) throw new ZisProblem('UnknownVerificationCode')
    try {
      if (row.sealed_code === undefined) await tokens.grant(client, flow)
      else await tokens.exchange(client, flow, await vault.open(row.sealed_code), zisCallback)
    } catch (problem) {
      if (!(problem instanceof TokenProblem)) throw problem
      // The client's own credentials may be tried again; a provider's code is sent once, whatever comes of it.
      if (row.sealed_code !== undefined) {
        codes.delete(key)
        await store.durable()
      }
      throw new ZisProblem('TokenRefused', { reason: problem.message }, undefined, { cause: problem })
    }
    const { pending: _, sealed_code: __, ...used } = row
    codes.put(key, used)
    changes.tell('data', flow.integration)
    await store.durable()
  }

  return [
    on(wire.startOAuth, async ({ params: { integration }, body, caller }) => {
      if (!isConnectionName(body.name)) throw new ZisProblem('InvalidConnectionName')
      const client = clientFor(integration, body.oauth_client_name, body.oauth_client_uuid)
      refuseTakenName(integration, body.name)
      const asked = assume('startOverridesGrant') ? body.grant_type : undefined
      const isOwnGrant = (asked ?? client.grant_type) === 'client_credentials'
      if (isOwnGrant && !assume('clientCredentialsGrant')) {
        throw new ZisProblem('BadRequest', { detail: 'grant_type must be authorization_code' })
      }
      if (!isOwnGrant && !client.auth_url)
        throw new ZisProblem('BadRequest', { detail: 'the oauth client has no auth_url' })
      const origin = body.origin_oauth_redirect_url ?? ''
      if (origin !== '' && !isWebAddress(origin)) {
        throw new ZisProblem('BadRequest', { detail: 'origin_oauth_redirect_url must be an https address' })
      }

      // It becomes part of a host to which the client's secret is sent: nothing but a name may stand there.
      const subdomain = body.oauth_url_subdomain ?? ''
      if (subdomain !== '' && !/^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/.test(subdomain)) {
        throw new ZisProblem('BadRequest', {
          detail: 'oauth_url_subdomain may have letters, digits and dashes only',
        })
      }
      const scopes = body.permission_scopes ?? client.default_scopes
      const isOffline = body.allow_offline_access === true
      const scope =
        isOffline && assume('offlineAccess') === 'scope' ? `${scopes} offline_access`.trim() : scopes
      const state = ids.token()
      const flow: OAuthFlow = {
        integration,
        connection: body.name,
        client_uuid: client.uuid,
        oauth_url_subdomain: subdomain,
        permission_scope: scope,
        origin_oauth_redirect_url: origin,
        created_by: String(userOf(caller).id),
        expires_at: clock.now() + signInLife,
      }
      if (isOwnGrant) return startOwnGrant(flow)
      const address = fillSubdomain(client.auth_url, subdomain)
      if (!URL.canParse(address) || !isWeb(new URL(address))) {
        throw new ZisProblem('BadRequest', {
          detail: 'auth_url is no web address; is oauth_url_subdomain missing?',
        })
      }
      const verifier = assume('sendsPkce') ? ids.token(32) : undefined
      if (verifier !== undefined) flow.sealed_verifier = await vault.seal(verifier)
      flows.put(await hashOf(state), flow)
      await store.durable()

      const url = new URL(address)
      const parameters = {
        response_type: 'code',
        client_id: client.client_id,
        redirect_uri: zisCallback,
        scope,
        state,
        ...(isOffline && assume('offlineAccess') === 'access_type' && { access_type: 'offline' }),
        ...(verifier !== undefined && {
          code_challenge: await hashOf(verifier),
          code_challenge_method: 'S256',
        }),
      }
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
      const { subdomain: account } = accountOf(world)
      const redirect = toBrowser(url.href, { origin: world.origin, subdomain: account })
      return { redirect_url: redirect, flow_token: assume('flowTokenIsState') ? state : ids.token() }
    }),

    on(wire.oauthCallback, async ({ query: { code, state, error, error_description: description } }) => {
      const key = await hashOf(state ?? '')
      const flow = flows.get(key)
      // A state is good for one return, whatever comes of it.
      flows.delete(key)
      await store.durable()
      if (!flow || flow.expires_at <= clock.now()) {
        return page(
          400,
          'This sign-in is unknown or has expired. Close this window and start again in Zendesk.',
        )
      }
      const client = store.table('oauth_clients').get(keyOf(flow.integration, flow.client_uuid))
      if (error !== undefined || code === undefined || !client) {
        return failed(flow, error ?? 'server_error', description ?? 'no code came back')
      }

      const isKeptHere = assume('keepsConnectionAt') === 'callback'
      try {
        if (isKeptHere) await tokens.exchange(client, flow, code, zisCallback)
      } catch (problem) {
        if (!(problem instanceof TokenProblem)) throw problem
        return failed(flow, problem.error, problem.description)
      }
      const verification = ids.token()
      const sealedCode = isKeptHere ? undefined : await vault.seal(code)
      codes.put(await hashOf(verification), {
        integration: flow.integration,
        connection: flow.connection,
        expires_at: clock.now() + assume('verificationCodeLife') * 1000,
        ...(sealedCode !== undefined && { pending: flow, sealed_code: sealedCode }),
      })
      changes.tell('data', flow.integration)
      await store.durable()
      return back(flow, { verification_token: verification })
    }),

    on(wire.exchangeAccessCode, async ({ params: { integration }, query }) => {
      const key = await hashOf(query.verification_code)
      const row = codes.get(key)
      if (!row || row.integration !== integration || row.expires_at <= clock.now()) {
        throw new ZisProblem('UnknownVerificationCode')
      }
      const { pending } = row
      if (pending) {
        const first =
          firstUses.get(key) ?? makePendingGrant(key, row, pending).finally(() => firstUses.delete(key))
        firstUses.set(key, first)
        await first
      }
      if (!assume('verificationCodeReusable')) {
        if (!codes.delete(key)) throw new ZisProblem('UnknownVerificationCode')
        await store.durable()
      }
      const connection = store.table('oauth_connections').get(keyOf(integration, row.connection))
      if (!connection) throw new ZisProblem('UnknownConnection')
      return present(connection)
    }),
  ]
}

/** Sends the browser to where the sign-in began; what was in that address's query stays (zis-api 4.9). */
function back(flow: Tables['oauth_flows'], parameters: Record<string, string>) {
  if (flow.origin_oauth_redirect_url === '') {
    const lines = Object.entries(parameters).map(([name, value]) => `${name}: ${value}`)
    return page('error' in parameters ? 400 : 200, lines.join('\n'))
  }
  const url = new URL(flow.origin_oauth_redirect_url)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return new Reply(302, undefined, { location: url.href, 'cache-control': 'no-store' })
}

const page = (status: number, text: string) =>
  new Reply(status, text, { 'content-type': 'text/plain; charset=utf-8' })

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}
