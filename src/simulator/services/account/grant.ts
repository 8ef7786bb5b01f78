import type { BodyOf } from '../../../zis/wire/endpoint'
import { support as wire } from '../../../zis/wire/support'
import type { Tables } from '../../store/tables'
import { hashOf, isSameSecret } from '../../vault'
import type { World } from '../../world'
import { on, Reply, type RouteHandler } from '../service'
import { giveToken, revokeFamily, type NewToken } from './oauth-tokens'

type Client = Tables['support_clients']

/** The account's token address, where codes and refresh tokens become access tokens (zis-api 10.3). */
export function grantRoutes(world: World): RouteHandler[] {
  const { store, vault, clock, ids } = world
  const codes = store.table('support_codes')
  const spent = store.table('spent_refresh_tokens')
  /** Families that ended while a token of theirs was being made. */
  const ended = new Set<string>()

  const clientOf = (identifier: string | undefined): Client | undefined =>
    store
      .table('support_clients')
      .list()
      .find(([, row]) => row.identifier === identifier)?.[1]

  async function hasSecret(client: Client, secret: string): Promise<boolean> {
    return isSameSecret(await vault.open(client.sealed_secret), secret)
  }

  async function give(client: Client, token: Omit<NewToken, 'clientId'>) {
    const given = await giveToken(world, { ...token, clientId: client.id })
    if (token.family !== undefined && ended.has(token.family)) revokeFamily(world, token.family)
    const { access_token, refresh_token, expires_in } = given
    await store.durable()
    return {
      access_token,
      refresh_token,
      token_type: 'bearer',
      scope: token.scopes.join(' '),
      expires_in,
      refresh_token_expires_in: null,
    }
  }

  /** Something was used twice, so that somebody else has it: what came of it ends (RFC 9700 2.2.2, 4.14). */
  async function refuseReused(family: string, what: string) {
    ended.add(family)
    revokeFamily(world, family)
    await store.durable()
    return refuse(400, 'invalid_grant', `The ${what} was used before; every token that came of it has ended.`)
  }

  async function byCode(client: Client, { code, redirect_uri, code_verifier, client_secret }: Body) {
    const key = await hashOf(code ?? '')
    const answer = code_verifier === undefined ? undefined : await hashOf(code_verifier)
    // From here to the writing nobody waits, so that a code is good for one use only.
    const row = codes.get(key)
    if (row?.used_for !== undefined) return refuseReused(row.used_for, 'code')
    const isGood =
      row !== undefined &&
      row.client_id === client.id &&
      row.redirect_uri === redirect_uri &&
      row.expires_at > clock.now() &&
      // A verifier where there was no challenge is a request that somebody has tampered with.
      row.code_challenge === answer &&
      // Whoever has no secret must have asked with PKCE.
      (client_secret !== undefined || row.code_challenge !== undefined)
    if (!row || !isGood) {
      codes.delete(key)
      await store.durable()
      return refuse(
        400,
        'invalid_grant',
        'The code is unknown, has expired, was issued to another client or address, or fails PKCE.',
      )
    }
    const family = ids.uuid()
    codes.put(key, { ...row, used_for: family })
    return give(client, { userId: row.user_id, scopes: row.scopes, family })
  }

  async function byRefreshToken(client: Client, { refresh_token }: Body) {
    const hash = await hashOf(refresh_token ?? '')
    const reused = spent.get(hash)
    if (reused) return refuseReused(reused.family, 'refresh token')
    const found = store
      .table('support_tokens')
      .list()
      .find(([, row]) => row.refresh_hash === hash && row.client_id === client.id)
    if (!found) return refuse(400, 'invalid_grant', 'The refresh token is unknown.')
    // Refresh tokens rotate: the old pair ends with its use.
    const [key, row] = found
    const family = row.family ?? ids.uuid()
    store.table('support_tokens').delete(key)
    spent.put(hash, { family, spent_at: clock.now() })
    return give(client, { userId: row.user_id, scopes: row.scopes, family })
  }

  return [
    on(wire.grantToken, async ({ body }) => {
      const client = clientOf(body.client_id)
      const { grant_type: grant, client_secret: secret } = body
      // A public client has no secret to prove itself with, so it cannot act on its own.
      const isPublic = client?.kind === 'public'
      if (grant === 'client_credentials' && isPublic) {
        return refuse(400, 'unauthorized_client', 'A public client cannot use this grant type.')
      }
      const isKnown = client && (secret === undefined ? isPublic : await hasSecret(client, secret))
      if (!client || !isKnown) return refuse(401, 'invalid_client', 'Client authentication failed.')

      if (grant === 'authorization_code') return byCode(client, body)
      if (grant === 'refresh_token') return byRefreshToken(client, body)
      if (grant === 'client_credentials') {
        // A client that ZIS made cannot do this grant (zis-api 3.1); one made by hand acts as its user.
        if (client.user_id === undefined) {
          return refuse(401, 'invalid_client', 'Client authentication failed.')
        }
        return give(client, { userId: client.user_id, scopes: scopesIn(body.scope) })
      }
      return refuse(400, 'unsupported_grant_type', 'The grant type is not supported.')
    }),
  ]
}

type Body = BodyOf<typeof wire.grantToken>

const scopesIn = (scope: string | undefined) => (scope ?? '').split(/\s+/).filter((one) => one !== '')

const refuse = (status: number, error: string, description: string) =>
  new Reply(
    status,
    { error, error_description: description },
    {
      'cache-control': 'no-store',
    },
  )
