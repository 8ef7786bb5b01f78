import { ZisProblem } from '../../../zis/wire/problems'
import { support } from '../../../zis/wire/support'
import { supportOAuth as wire } from '../../../zis/wire/support-oauth'
import { isLoopback } from '../../addresses'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, stamp, type World } from '../../world'
import { on, userOf, type RouteHandler } from '../service'
import { findRow, rowsOf } from './find-row'
import { listPage } from './list-page'

type Client = Tables['support_clients']

/** How a secret looks after the answer that made it (zis-api 10.1). */
const maskedSecret = '************'

/** The account's own OAuth clients: those that ZIS made, and those made by hand (zis-api 10.1). */
export function oauthClientRoutes(world: World): RouteHandler[] {
  const { store, vault, ids, masker } = world
  const table = store.table('support_clients')

  const present = (row: Client, secret = maskedSecret) => ({
    id: row.id,
    url: `https://${accountOf(world).subdomain}.zendesk.com/api/v2/oauth/clients/${row.id}.json`,
    identifier: row.identifier,
    name: row.name,
    kind: row.kind,
    user_id: row.user_id ?? -1,
    company: row.company ?? null,
    description: row.description ?? null,
    redirect_uri: row.redirect_uri,
    secret,
    global: false,
    logo_url: null,
    created_at: row.created_at,
    updated_at: row.updated_at,
  })

  function listed(all: Client[], request: Request) {
    const { rows, page } = listPage(all, request)
    return { clients: rows.map((row) => present(row)), ...page }
  }

  async function newSecret() {
    const secret = ids.token(32)
    masker.remember(secret)
    return { secret, sealed: await vault.seal(secret) }
  }

  return [
    on(support.listSupportOAuthClients, ({ request }) => listed(rowsOf(table), request)),
    on(support.listOwnOAuthClients, ({ request, caller }) =>
      listed(
        rowsOf(table).filter((row) => row.user_id === userOf(caller).id),
        request,
      ),
    ),

    on(wire.createSupportOAuthClient, async ({ body: { client: input }, caller }) => {
      const redirects = [input.redirect_uri ?? []].flat()
      if (!redirects.every(isRedirectAddress)) {
        throw new ZisProblem(
          'RecordInvalid',
          {},
          { redirect_uri: 'Redirect URLs: must be https addresses without a fragment' },
        )
      }
      const { secret, sealed } = await newSecret()
      if (table.list().some(([, row]) => row.identifier === input.identifier)) {
        throw new ZisProblem(
          'RecordInvalid',
          {},
          { identifier: `Unique identifier: ${input.identifier} has already been taken` },
        )
      }
      const now = stamp(world)
      const id = store.nextNumber('support_clients', 360_001_001)
      const row: Client = {
        id,
        identifier: input.identifier,
        name: input.name,
        // Once public, always public: only a client that is confidential from its start acts on its own.
        kind: input.kind ?? 'public',
        redirect_uri: redirects,
        sealed_secret: sealed,
        user_id: userOf(caller).id,
        ...(input.company !== undefined && { company: input.company }),
        ...(input.description !== undefined && { description: input.description }),
        created_at: now,
        updated_at: now,
      }
      table.put(keyOf(id), row)
      await store.durable()
      return { client: present(row, secret) }
    }),

    on(wire.generateClientSecret, async ({ params: { id } }) => {
      const { secret, sealed } = await newSecret()
      const before = findRow(table, id)
      const row = { ...before, sealed_secret: sealed, updated_at: stamp(world) }
      table.put(keyOf(row.id), row)
      await store.durable()
      return { client: present(row, secret) }
    }),
  ]
}

function isRedirectAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, hash } = new URL(text)
  return hash === '' && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))
}
