import { ZisProblem } from '../../../zis/wire/problems'
import { support as wire } from '../../../zis/wire/support'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { hashOf } from '../../vault'
import { accountOf, stamp, type World } from '../../world'
import { on, userOf, type RouteHandler } from '../service'

type Token = Tables['support_tokens']

/** Seconds that a Zendesk access token lives, when tokens expire at all (zis-api 10.2). */
const tokenLife = 30 * 60

/** The account's own OAuth clients and tokens (zis-api 10.1, 10.2). */
export function oauthTokenRoutes(world: World): RouteHandler[] {
  const { store } = world
  const tokens = store.table('support_tokens')
  const urlOf = (path: string) =>
    `https://${accountOf(world).subdomain}.zendesk.com/api/v2/oauth/${path}.json`

  const present = (row: Token) => ({
    id: row.id,
    url: urlOf(`tokens/${row.id}`),
    user_id: row.user_id,
    client_id: row.client_id,
    token: row.shown,
    scopes: row.scopes,
    created_at: row.created_at,
    used_at: null,
    expires_at: row.expires_at,
    refresh_token: null,
    refresh_token_expires_at: null,
  })

  return [
    on(wire.listSupportOAuthClients, () => {
      const clients = store
        .table('support_clients')
        .list()
        .map(([, row]) => ({
          id: row.id,
          url: urlOf(`clients/${row.id}`),
          identifier: row.identifier,
          name: row.name,
          kind: row.kind,
          user_id: -1,
          company: null,
          description: null,
          redirect_uri: row.redirect_uri,
          secret: '************',
          global: false,
          logo_url: null,
          created_at: row.created_at,
          updated_at: row.updated_at,
        }))
      return { clients, next_page: null, previous_page: null, count: clients.length }
    }),

    on(wire.createSupportOAuthToken, async ({ body: { token: input }, caller }) => {
      const clientId = Number(input.client_id)
      const client = Number.isSafeInteger(clientId)
        ? store.table('support_clients').get(keyOf(clientId))
        : undefined
      if (!client) throw new ZisProblem('RecordInvalid', {}, { client_id: 'Client: is unknown' })
      // An unknown scope is not refused here; the token simply does not work later (zis-api 10.2).
      const { row, access_token: full } = await giveToken(world, client.id, userOf(caller).id, input.scopes)
      await store.durable()
      return { token: { ...present(row), full_token: full } }
    }),

    on(wire.listSupportOAuthTokens, () => {
      const rows = tokens.list().map(([, row]) => present(row))
      return { tokens: rows, next_page: null, previous_page: null, count: rows.length }
    }),

    on(wire.deleteSupportOAuthToken, async ({ params: { id } }) => {
      const found = tokens.list().find(([, row]) => String(row.id) === id)
      if (!found) throw new ZisProblem('RecordNotFound')
      tokens.delete(found[0])
      await store.durable()
      return undefined
    }),
  ]
}

/** Makes and keeps an access token of the account's own OAuth; only its hash is kept. */
export async function giveToken(world: World, clientId: number, userId: number, scopes: string[]) {
  const { store, ids, masker, clock, assume } = world
  const token = ids.token(32)
  masker.remember(token)
  const expires = assume('zendeskTokensExpire')
  const refresh = expires ? ids.token(32) : null
  if (refresh) masker.remember(refresh)
  const refreshHash = refresh && (await hashOf(refresh))
  const row: Token = {
    id: store.nextNumber('support_tokens', 5001),
    user_id: userId,
    client_id: clientId,
    shown: token.slice(0, 10),
    scopes,
    created_at: stamp(world),
    expires_at: expires ? stamp(world, clock.now() + tokenLife * 1000) : null,
    refresh_hash: refreshHash,
  }
  store.table('support_tokens').put(await hashOf(token), row)
  return { row, access_token: token, refresh_token: refresh, expires_in: expires ? tokenLife : null }
}
