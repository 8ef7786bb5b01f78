import { connections as wire } from '../../../zis/wire/connections'
import type { TypedKind } from '../../../zis/wire/typed-connections'
import { ZisProblem } from '../../../zis/wire/problems'
import { below, keyOf } from '../../store/keys'
import type { World } from '../../world'
import { pageOf } from '../paging'
import { on, Reply, type Service } from '../service'
import { clientRoutes } from './clients'
import { presentMasked, presentWithTokens, typedPresenters, type Presenter } from './present'
import { signInRoutes } from './sign-in'
import { TokenProblem, type TokenKeeper } from './tokens'
import { typedRoutes } from './typed'

/** Connections: credentials that flows use, made by signing in at the other system (zis-api 4). */
export function connectionsService(world: World, tokens: TokenKeeper): Service {
  const { store, changes, assume } = world
  const table = store.table('oauth_connections')
  const present = presentWithTokens(tokens, assume)
  const all = (integration: string) => table.list({ prefix: below(integration) }).map(([, row]) => row)

  const allTyped = (integration: string) =>
    store
      .table('typed_connections')
      .list({ prefix: below(integration) })
      .map(([, row]) => row)

  /** The connection that exactly one of `name` and `uuid` points at (zis-api 4.11). */
  function pointedAt(integration: string, { name, uuid }: { name?: string; uuid?: string }) {
    const isNameless = name === undefined && uuid === undefined
    if (isNameless && assume('connectionNotNamed') === 404) throw new ZisProblem('UnknownConnection')
    const isTwice = name !== undefined && uuid !== undefined && assume('connectionNamedTwice') === 'refuse'
    if (isNameless || isTwice) {
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
        // One order by name over all kinds; names are unique over all of them (zis-api 4.2).
        const signIns = all(integration).map((row) => ({ name: row.name, row, kind: 'oauth' as const }))
        const typed = allTyped(integration).map((row) => ({ name: row.name, row, kind: row.kind }))
        const rows = [...signIns, ...typed].sort((a, b) => (a.name < b.name ? -1 : 1))
        const size = { 'page[size]': String(assume('connectionsPageSize')) }
        const { page, meta } = pageOf(rows, ({ name }) => name, { ...size, ...query }, assume)
        const oauth = page.flatMap((one) => (one.kind === 'oauth' ? [one.row] : []))
        const ofKind = (kind: TypedKind) => page.flatMap((one) => (one.kind === kind ? [one.row] : []))
        const shown = assume('maskOAuthTokens')
          ? oauth.map((row) => presentMasked(row, assume))
          : await Promise.all(oauth.map(present))
        const lists = {
          api_key: ofKind('api_key').map(typedPresenters.api_key),
          basic_auth: ofKind('basic_auth').map(typedPresenters.basic_auth),
          bearer_token: ofKind('bearer_token').map(typedPresenters.bearer_token),
          oauth: assume('oauthRowTimes') ? shown : shown.map(withoutTimes),
        }
        const isThere = ([, list]: [string, unknown[]]) =>
          list.length > 0 || assume('emptyConnectionKinds') === 'empty'
        return new Reply(200, { ...Object.fromEntries(Object.entries(lists).filter(isThere)), meta })
      }),
      ...typedRoutes(world),

      ...clientRoutes(world),
      ...signInRoutes(world, tokens, present),

      // ZIS renews an expired token when the connection is shown (zis-api 4.12).
      on(wire.showOAuthConnection, async ({ params: { integration }, query }) => {
        await tokens.fresh(pointedAt(integration, query)).catch(() => undefined)
        return present(pointedAt(integration, query))
      }),

      on(wire.refreshOAuthConnection, async ({ params: { integration }, query }) => {
        if (!assume('forcedRefresh')) throw new ZisProblem('MethodNotAllowed')
        try {
          await tokens.renew(pointedAt(integration, query))
        } catch (problem) {
          if (!(problem instanceof TokenProblem)) throw problem
          throw new ZisProblem('TokenRefused', { reason: problem.message }, undefined, { cause: problem })
        }
        return present(pointedAt(integration, query))
      }),

      on(wire.deleteOAuthConnection, async ({ params: { integration }, query }) => {
        const row = pointedAt(integration, query)
        table.delete(keyOf(integration, row.name))
        changes.tell('data', integration)
        await store.durable()
        return undefined
      }),
    ],
  }
}

function withoutTimes({ created_at: _, updated_at: __, ...row }: Awaited<ReturnType<Presenter>>) {
  return row
}
