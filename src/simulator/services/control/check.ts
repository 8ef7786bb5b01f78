import type { JsonObject } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import type { Judge } from '../../judge'
import { below, keyOf } from '../../store/keys'
import type { World } from '../../world'
import { presentBundle } from '../registry/bundles'
import { on, type RouteHandler } from '../service'
import { controlWire as wire, type Judged, type SaveView } from './wire'

/** What the checker says of bundles, for the page: an upload is answered as ZIS answers it, which tells nobody of warnings. */
export function checkRoutes(
  world: World,
  judge: Judge,
  lastSave: (integration: string) => SaveView | undefined,
): RouteHandler[] {
  const { store } = world

  async function judged(integration: string, text: string): Promise<Judged> {
    if (!store.table('integrations').has(keyOf(integration))) {
      throw new ZisProblem('UnknownIntegration', { integration })
    }
    const { value = null, findings, fixed } = await judge(integration, text)
    return { bundle: value, findings, ...(fixed !== undefined && { fixed }) }
  }

  return [
    on(wire.listFindings, async ({ params: { integration } }) => {
      const rows = store.table('bundles').list({ prefix: below(integration) })
      const bundles = rows.map(async ([, row]) => {
        const sent: JsonObject = { ...presentBundle(world, row), resources: row.resources }
        const findings = await judged(integration, JSON.stringify(sent, null, 2))
        return { uuid: row.uuid, name: row.name, ...findings }
      })
      return { bundles: await Promise.all(bundles), save: lastSave(integration) ?? null }
    }),

    on(wire.checkBundle, ({ params: { integration }, body: { text } }) => judged(integration, text)),
  ]
}
