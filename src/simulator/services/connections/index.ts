import { connections as wire } from '../../../zis/wire/connections'
import { ZisProblem } from '../../../zis/wire/problems'
import { below, keyOf } from '../../store/keys'
import type { World } from '../../world'
import { pageOf } from '../paging'
import { on, type Service } from '../service'
import { clientRoutes } from './clients'
import { presentMasked, presentWithTokens } from './present'
import { signInRoutes } from './sign-in'
import type { TokenKeeper } from './tokens'

/** Connections: credentials that flows use, made by signing in at the other system (zis-api 4). */
export function connectionsService(world: World, tokens: TokenKeeper): Service {
  const { store, changes, assume } = world
  const table = store.table('oauth_connections')
  const present = presentWithTokens(tokens)
  const all = (integration: string) => table.list({ prefix: below(integration) }).map(([, row]) => row)

  /** The connection that exactly one of `name` and `uuid` points at (zis-api 4.11). */
  function pointedAt(integration: string, { name, uuid }: { name?: string; uuid?: string }) {
    if ((name === undefined) === (uuid === undefined)) {
      throw new ZisProblem('BadRequest', { detail: 'give name or uuid, one of the two' })
    }
    const row =
      name === undefined
        ? all(integration).find((one) => one.uuid === uuid)
        : table.get(keyOf(integration, name))
    if (!row) throw new ZisProblem('UnknownConnection')
    return row
  }

  return {
    name: 'connections',
    routes: [
      on(wire.listConnections, async ({ params: { integration }, query }) => {
        const { page, meta } = pageOf(all(integration), ({ name }) => name, query)
        const oauth = assume('maskOAuthTokens')
          ? page.map(presentMasked)
          : await Promise.all(page.map(present))
        return { api_key: [], basic_auth: [], bearer_token: [], oauth, meta }
      }),

      ...clientRoutes(world),
      ...signInRoutes(world, tokens, present),

      // ZIS renews an expired token when the connection is shown (zis-api 4.12).
      on(wire.showOAuthConnection, async ({ params: { integration }, query }) => {
        await tokens.fresh(pointedAt(integration, query)).catch(() => undefined)
        return present(pointedAt(integration, query))
      }),

      on(wire.deleteOAuthConnection, async ({ params: { integration }, query }) => {
        const row = pointedAt(integration, query)
        table.delete(keyOf(integration, row.name))
        changes.tell('registry', integration)
        await store.durable()
        return undefined
      }),
    ],
  }
}
