import { isObject, type JsonObject } from '../../../zis/json'
import { basicAuthorization } from '../../outbound/basic-authorization'
import type { Outbound } from '../../outbound/outbound'
import { keyOf } from '../../store/keys'
import type { OAuthFlow, Tables } from '../../store/tables'
import { accountOf, stamp, type World } from '../../world'
import { fillSubdomain } from '../../addresses'

type Client = Tables['oauth_clients']
type Connection = Tables['oauth_connections']
type Place = Pick<Connection, 'integration' | 'name'>

/** What a provider gave out; kept sealed. */
export interface Tokens {
  access_token: string
  refresh_token: string
  /** The provider's whole answer, as text. */
  body: string
}

/** What came back for a grant. */
interface Given {
  body: JsonObject
  tokens: Tokens
}

/** A provider that would not give a token, in its own words where it has any. */
export class TokenProblem extends Error {
  override readonly name = 'TokenProblem'
  constructor(
    readonly error: string,
    readonly description: string,
    options?: ErrorOptions,
  ) {
    super(`${error}: ${description}`, options)
  }
}

/** Gets, keeps and renews the tokens of OAuth connections (zis-api 4.9, 4.12). */
export function createTokens(world: World, outbound: Outbound) {
  const { store, vault, masker, clock, assume } = world
  const table = store.table('oauth_connections')
  /** Renewals under way, by the key of their connection. */
  const renewals = new Map<string, Promise<string>>()

  const basicHeader = (id: string, secret: string): [string, string] => [
    'Authorization',
    basicAuthorization(masker, id, secret),
  ]

  /** @throws {TokenProblem} */
  async function ask(client: Client, subdomain: string, grant: Record<string, string>): Promise<Given> {
    const secret = await vault.open(client.sealed_client_secret)
    masker.remember(secret)
    const isInBody = assume('clientSecretIn') === 'body'
    const form = new URLSearchParams({
      ...grant,
      ...(isInBody && { client_id: client.client_id, client_secret: secret }),
    })
    let answer
    try {
      answer = await outbound.send({
        method: 'POST',
        url: fillSubdomain(client.token_url, subdomain),
        headers: [
          ['Content-Type', 'application/x-www-form-urlencoded'],
          ['Accept', 'application/json'],
          ...(isInBody ? [] : [basicHeader(client.client_id, secret)]),
        ],
        body: form.toString(),
        integration: client.integration,
        run_id: null,
      })
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new TokenProblem('temporarily_unavailable', reason, { cause })
    }
    const body = parseAnswer(answer.body)
    const accessToken = body['access_token']
    if (answer.status >= 400 || typeof accessToken !== 'string' || accessToken === '') {
      const error = typeof body['error'] === 'string' ? body['error'] : 'invalid_token_response'
      const description =
        typeof body['error_description'] === 'string'
          ? body['error_description']
          : `the token address answered ${answer.status} without an access token`
      throw new TokenProblem(error, description)
    }
    masker.remember(accessToken)
    const refreshToken = typeof body['refresh_token'] === 'string' ? body['refresh_token'] : ''
    if (refreshToken) masker.remember(refreshToken)
    return { body, tokens: { access_token: accessToken, refresh_token: refreshToken, body: answer.body } }
  }

  const lifeOf = (body: JsonObject) => {
    const seconds = body['expires_in']
    return typeof seconds === 'number' ? stamp(world, clock.now() + seconds * 1000) : ''
  }

  async function open(connection: Connection): Promise<Tokens> {
    const tokens = JSON.parse(await vault.open(connection.sealed_tokens)) as Tokens
    masker.remember(tokens.access_token)
    masker.remember(tokens.refresh_token)
    return tokens
  }

  /** Keeps what was given; a connection of the same name is replaced and keeps its uuid (zis-api 4.8). */
  async function keep(
    client: Client,
    flow: OAuthFlow,
    { body, tokens }: Given,
    grantType?: 'client_credentials',
  ) {
    const sealed = await vault.seal(JSON.stringify(tokens))
    const key = keyOf(flow.integration, flow.connection)
    // The name was free when the sign-in began; since then another kind of connection may have taken it.
    if (store.table('typed_connections').has(key)) {
      throw new TokenProblem('name_taken', `connection ${flow.connection} already exists`)
    }
    // A client takes its connections with it, also one that the provider was just asked for.
    if (!store.table('oauth_clients').has(keyOf(flow.integration, client.uuid))) {
      throw new TokenProblem('server_error', 'the oauth client was deleted')
    }
    const before = table.get(key)
    const now = stamp(world)
    table.put(key, {
      uuid: (assume('reconnectKeepsUuid') ? before?.uuid : undefined) ?? world.ids.uuid(),
      name: flow.connection,
      integration: flow.integration,
      zendesk_account_id: accountOf(world).id,
      token_type: typeof body['token_type'] === 'string' ? body['token_type'] : 'bearer',
      token_expiry: lifeOf(body),
      permission_scope: typeof body['scope'] === 'string' ? body['scope'] : flow.permission_scope,
      oauth_client_uuid: client.uuid,
      oauth_url_subdomain: flow.oauth_url_subdomain,
      created_by: flow.created_by,
      sealed_tokens: sealed,
      ...(grantType && { grant_type: grantType }),
      created_at: before?.created_at ?? now,
      updated_at: now,
    })
  }

  function share({ integration, name }: Place, isForced: boolean): Promise<string> {
    const key = keyOf(integration, name)
    let pending = renewals.get(key)
    if (!pending) {
      pending = freshNow(key, isForced).finally(() => renewals.delete(key))
      renewals.set(key, pending)
    }
    return pending
  }

  async function freshNow(key: string, isForced: boolean): Promise<string> {
    const connection = table.get(key)
    if (!connection) throw new TokenProblem('no_connection', 'the connection was deleted')
    const tokens = await open(connection)
    const { token_expiry: expiry } = connection
    const isDue = isForced || (expiry !== '' && Date.parse(expiry) <= clock.now())
    const isOwnGrant = connection.grant_type === 'client_credentials'
    if (!isDue || (tokens.refresh_token === '' && !isOwnGrant)) return tokens.access_token
    const client = store
      .table('oauth_clients')
      .get(keyOf(connection.integration, connection.oauth_client_uuid))
    if (!client) return tokens.access_token
    const renewed = await ask(
      client,
      connection.oauth_url_subdomain,
      isOwnGrant
        ? ownCredentials(connection.permission_scope)
        : { grant_type: 'refresh_token', refresh_token: tokens.refresh_token },
    )
    const next = { ...renewed.tokens, refresh_token: renewed.tokens.refresh_token || tokens.refresh_token }
    const sealed = await vault.seal(JSON.stringify(next))
    // Whoever signed in anew or deleted the connection in the meantime has the last word.
    if (table.get(key)?.sealed_tokens === connection.sealed_tokens) {
      table.put(key, {
        ...connection,
        sealed_tokens: sealed,
        token_expiry: lifeOf(renewed.body),
        updated_at: stamp(world),
      })
      await store.durable()
    }
    return next.access_token
  }

  return {
    open,

    /**
     * Exchanges an authorization code and keeps the connection.
     * @throws {TokenProblem}
     */
    async exchange(client: Client, flow: OAuthFlow, code: string, redirectUri: string) {
      const given = await ask(client, flow.oauth_url_subdomain, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        ...(flow.sealed_verifier !== undefined && {
          code_verifier: await vault.open(flow.sealed_verifier),
        }),
      })
      await keep(client, flow, given)
    },

    /**
     * Gets a token by the client's own credentials and keeps the connection (zis-api 4.8).
     * @throws {TokenProblem}
     */
    async grant(client: Client, flow: OAuthFlow) {
      const given = await ask(client, flow.oauth_url_subdomain, ownCredentials(flow.permission_scope))
      await keep(client, flow, given, 'client_credentials')
    },

    /**
     * The access token of a connection, renewed when it has expired and can be (zis-api 4.12). Flows that
     * need it at the same moment share one renewal.
     * @throws {TokenProblem} when the provider refuses to renew it
     */
    fresh: (connection: Place) => share(connection, false),

    /**
     * Renews a connection whether it has expired or not, where it can be renewed at all.
     * @throws {TokenProblem}
     */
    renew: (connection: Place) => share(connection, true),
  }
}

const ownCredentials = (scope: string) => ({
  grant_type: 'client_credentials',
  ...(scope !== '' && { scope }),
})

export type TokenKeeper = ReturnType<typeof createTokens>

function parseAnswer(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    // Some providers answer with a form instead of JSON.
    return Object.fromEntries(new URLSearchParams(text))
  }
}
