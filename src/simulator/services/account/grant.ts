import { support as wire } from '../../../zis/wire/support'
import type { Tables } from '../../store/tables'
import { hashOf, isSameSecret } from '../../vault'
import type { World } from '../../world'
import { on, Reply, type RouteHandler } from '../service'
import { giveToken } from './oauth-tokens'

type Client = Tables['support_clients']

/** The account's token address, where codes and refresh tokens become access tokens (zis-api 10.3). */
export function grantRoutes(world: World): RouteHandler[] {
  const { store, vault, clock } = world

  const clientOf = (identifier: string | undefined): Client | undefined =>
    store
      .table('support_clients')
      .list()
      .find(([, row]) => row.identifier === identifier)?.[1]

  async function knownClient(
    id: string | undefined,
    secret: string | undefined,
  ): Promise<Client | undefined> {
    const client = clientOf(id)
    if (!client) return undefined
    return isSameSecret(await vault.open(client.sealed_secret), secret ?? '') ? client : undefined
  }

  async function give(client: Client, userId: number, scopes: string[], canRefresh = true) {
    const given = await giveToken(world, client.id, userId, scopes, canRefresh)
    const { access_token, refresh_token, expires_in } = given
    await store.durable()
    return { access_token, refresh_token, token_type: 'bearer', scope: scopes.join(' '), expires_in }
  }

  return [
    on(wire.grantToken, async ({ body }) => {
      // A public client has no secret to prove itself with, so it cannot act on its own.
      if (body.grant_type === 'client_credentials' && clientOf(body.client_id)?.kind === 'public') {
        return refuse(400, 'unauthorized_client', 'A public client cannot use this grant type.')
      }
      const client = await knownClient(body.client_id, body.client_secret)
      if (!client) return refuse(401, 'invalid_client', 'Client authentication failed.')

      if (body.grant_type === 'authorization_code') {
        const key = await hashOf(body.code ?? '')
        const code = store.table('support_codes').get(key)
        // Good for one use: gone before anything else can fail.
        store.table('support_codes').delete(key)
        if (
          !code ||
          code.client_id !== client.id ||
          code.redirect_uri !== body.redirect_uri ||
          code.expires_at <= clock.now()
        ) {
          return refuse(
            400,
            'invalid_grant',
            'The code is unknown, was used, has expired or was issued to another client.',
          )
        }
        return give(client, code.user_id, code.scopes)
      }

      if (body.grant_type === 'refresh_token') {
        const hash = await hashOf(body.refresh_token ?? '')
        const found = store
          .table('support_tokens')
          .list()
          .find(([, row]) => row.refresh_hash === hash && row.client_id === client.id)
        if (!found) return refuse(400, 'invalid_grant', 'The refresh token is unknown or was used.')
        // Refresh tokens rotate: the old pair ends with its use.
        store.table('support_tokens').delete(found[0])
        return give(client, found[1].user_id, found[1].scopes)
      }

      if (body.grant_type === 'client_credentials') {
        // A client that ZIS made cannot do this grant (zis-api 3.1); one made by hand acts as its user.
        if (client.user_id === undefined) {
          return refuse(401, 'invalid_client', 'Client authentication failed.')
        }
        return give(client, client.user_id, scopesIn(body.scope), false)
      }
      return refuse(400, 'unsupported_grant_type', 'The grant type is not supported.')
    }),
  ]
}

const scopesIn = (scope: string | undefined) => (scope ?? '').split(/\s+/).filter((one) => one !== '')

const refuse = (status: number, error: string, description: string) =>
  new Reply(
    status,
    { error, error_description: description },
    {
      'cache-control': 'no-store',
    },
  )
