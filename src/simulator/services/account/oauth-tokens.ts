import { ZisProblem } from '../../../zis/wire/problems'
import { support as wire } from '../../../zis/wire/support'
import { supportOAuth as oauth } from '../../../zis/wire/support-oauth'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { hashOf } from '../../vault'
import { accountOf, stamp, type World } from '../../world'
import { on, userOf, type RouteHandler } from '../service'
import { rowsOf } from './find-row'
import { listPage } from './list-page'

type Token = Tables['support_tokens']

/** Seconds that a Zendesk access token lives, when tokens expire at all (zis-api 10.2). */
const tokenLife = 30 * 60

/** The tokens of the account's own OAuth (zis-api 10.2). */
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

  function existing(id: string): [key: string, row: Token] {
    const found = tokens.list().find(([, row]) => String(row.id) === id)
    if (!found) throw new ZisProblem('RecordNotFound')
    return found
  }

  /** The token that the request itself was signed in with; a session or an API token has none. */
  async function current(request: Request): Promise<[key: string, row: Token]> {
    const token = /^Bearer +(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    const key = await hashOf(token ?? '')
    const row = tokens.get(key)
    if (!row) throw new ZisProblem('RecordNotFound')
    return [key, row]
  }

  return [
    on(wire.createSupportOAuthToken, async ({ body: { token: input }, caller }) => {
      const clientId = Number(input.client_id)
      const client = Number.isSafeInteger(clientId)
        ? store.table('support_clients').get(keyOf(clientId))
        : undefined
      if (!client) {
        if (world.assume('tokenForUnknownClient') === 404) throw new ZisProblem('RecordNotFound')
        throw new ZisProblem('RecordInvalid', {}, { client_id: 'Client: is unknown' })
      }
      // An unknown scope is not refused here; the token simply does not work later (zis-api 10.2).
      const { row, access_token: full } = await giveToken(world, {
        clientId: client.id,
        userId: userOf(caller).id,
        scopes: input.scopes,
        ...(input.expires_in !== undefined && { life: input.expires_in }),
      })
      await store.durable()
      return { token: { ...present(row), full_token: full } }
    }),

    on(wire.listSupportOAuthTokens, ({ request }) => {
      const { rows, page } = listPage(rowsOf(tokens), request)
      return { tokens: rows.map(present), ...page }
    }),

    // Before the paths with an id, which have the same shape.
    on(oauth.showCurrentToken, async ({ request }) => ({ token: present((await current(request))[1]) })),
    on(oauth.deleteCurrentToken, async ({ request }) => {
      tokens.delete((await current(request))[0])
      await store.durable()
      return undefined
    }),

    on(oauth.showSupportOAuthToken, ({ params: { id } }) => ({ token: present(existing(id)[1]) })),
    on(wire.deleteSupportOAuthToken, async ({ params: { id } }) => {
      tokens.delete(existing(id)[0])
      await store.durable()
      return undefined
    }),
  ]
}

/** For whom a token is, and what it may do. */
export interface NewToken {
  clientId: number
  userId: number
  scopes: string[]
  /** The consent that it comes of; only such tokens can be renewed. */
  family?: string
  /** Seconds; as long as the switch says unless it is given. */
  life?: number
}

/** Makes and keeps an access token of the account's own OAuth; only its hash is kept. */
export async function giveToken(world: World, { clientId, userId, scopes, family, life }: NewToken) {
  const { store, ids, masker, clock, assume } = world
  const token = ids.token(32)
  masker.remember(token)
  const expires = life ?? (assume('zendeskTokensExpire') ? tokenLife : null)
  const refresh = expires !== null && family !== undefined ? ids.token(32) : null
  if (refresh) masker.remember(refresh)
  const [hash, refreshHash] = [await hashOf(token), refresh && (await hashOf(refresh))]
  const row: Token = {
    id: store.nextNumber('support_tokens', 5001),
    user_id: userId,
    client_id: clientId,
    shown: token.slice(0, 10),
    scopes,
    created_at: stamp(world),
    expires_at: expires === null ? null : stamp(world, clock.now() + expires * 1000),
    refresh_hash: refreshHash,
    ...(family !== undefined && { family }),
  }
  store.table('support_tokens').put(hash, row)
  return { row, access_token: token, refresh_token: refresh, expires_in: expires }
}

/** Ends every token that came of one consent: a code or a refresh token of it was used twice (RFC 9700 4.14). */
export function revokeFamily({ store }: World, family: string): void {
  const tokens = store.table('support_tokens')
  for (const [key, row] of tokens.list()) if (row.family === family) tokens.delete(key)
}
