import { openBundle } from '../../../zis/bundle/read'
import type { CheckJq } from '../../../zis/bundle/check-jq'
import { isObject, own, type JsonObject } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import { contextFor } from '../../definitions'
import { below, keyOf } from '../../store/keys'
import type { World } from '../../world'
import { presentBundle } from '../registry/bundles'
import { on, type RouteHandler } from '../service'
import { controlWire as wire, type Judged } from './wire'

/**
 * What the checker says of bundles, for the page: an upload is answered as ZIS answers it, which tells
 * nobody of warnings. Here the integration is known as it stands, its connections included.
 */
export function checkRoutes(world: World, checkJq: CheckJq): RouteHandler[] {
  const { store, assume } = world

  const connectionsOf = (integration: string) =>
    (['oauth_connections', 'typed_connections'] as const).flatMap((kind) =>
      store
        .table(kind)
        .list({ prefix: below(integration) })
        .map(([, { name }]) => name),
    )

  async function judge(integration: string, text: string): Promise<Judged> {
    if (!store.table('integrations').has(keyOf(integration))) {
      throw new ZisProblem('UnknownIntegration', { integration })
    }
    const opened = openBundle(text)
    const jq = await opened.askJq(checkJq, assume('jqSyntaxRefused') ? 'error' : 'warning')
    const name = isObject(opened.value) ? own(opened.value, 'name') : undefined
    const context = { ...contextFor(world, integration, name), connections: connectionsOf(integration) }
    const { value = null, findings, fixed } = opened.check(context, jq)
    return { bundle: value, findings, ...(fixed !== undefined && { fixed }) }
  }

  return [
    on(wire.listFindings, async ({ params: { integration } }) => {
      const rows = store.table('bundles').list({ prefix: below(integration) })
      const bundles = rows.map(async ([, row]) => {
        const sent: JsonObject = { ...presentBundle(world, row), resources: row.resources }
        const judged = await judge(integration, JSON.stringify(sent, null, 2))
        return { uuid: row.uuid, name: row.name, ...judged }
      })
      return { bundles: await Promise.all(bundles) }
    }),

    on(wire.checkBundle, ({ params: { integration }, body: { text } }) => judge(integration, text)),
  ]
}
