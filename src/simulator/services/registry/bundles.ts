import { checkBundle } from '../../../zis/bundle/check'
import { isObject, type JsonObject } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import { registry as wire } from '../../../zis/wire/registry'
import { namesIn } from '../../definitions'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, type World } from '../../world'
import { pageOf } from '../paging'
import { on, type RouteHandler } from '../service'

type Bundle = Tables['bundles']

export function bundleRoutes(world: World): RouteHandler[] {
  const { store, ids, changes } = world
  const table = store.table('bundles')
  const bundlesOf = (integration: string) => table.list({ prefix: below(integration) }).map(([, row]) => row)

  const present = ({ uuid, name, integration, description, zis_template_version }: Bundle) => ({
    uuid,
    name,
    integration,
    zendesk_account_id: accountOf(world).id,
    description,
    zis_template_version,
  })

  return [
    on(wire.uploadBundle, async ({ params: { integration }, body }) => {
      const others = bundlesOf(integration).filter(({ name }) => !isObject(body) || name !== body['name'])
      const otherNames = others.flatMap(({ resources }) => namesIn(resources))
      const { bundle, findings } = checkBundle(body, { integration, otherNames })
      const errors = findings.filter(({ severity }) => severity === 'error')
      if (!bundle || errors.length > 0) {
        const details = errors.map(
          ({ pointer, message, zis_text }) => zis_text ?? `${pointer || '/'}: ${message}`,
        )
        throw new ZisProblem(
          'InvalidBundle',
          { detail: details[0] ?? 'the bundle cannot be read' },
          Object.fromEntries(details.map((detail, at) => [`${at} `, detail])),
        )
      }

      // What was checked is what the caller sent; it comes back exactly so.
      const sent = body as JsonObject
      const before = bundlesOf(integration).find(({ name }) => name === bundle.name)
      const row: Bundle = {
        uuid: before?.uuid ?? ids.uuid(),
        name: bundle.name,
        integration,
        description: typeof sent['description'] === 'string' ? sent['description'] : '',
        zis_template_version: String(sent['zis_template_version']),
        resources: sent['resources'] as JsonObject,
        upload: store.nextNumber('uploads'),
      }
      table.put(keyOf(integration, row.uuid), row)
      for (const spec of bundle.job_specs) keepJobSpec(world, integration, spec)
      changes.tell('registry', integration)
      await store.durable()
      return undefined
    }),

    on(wire.listBundles, ({ params: { integration }, query }) => {
      const { page, meta } = pageOf(bundlesOf(integration), ({ uuid }) => uuid, query)
      return { bundles: page.map(present), meta }
    }),

    on(wire.showBundle, ({ params: { integration, uuid } }) => {
      const row = table.get(keyOf(integration, uuid))
      if (!row) throw new ZisProblem('UnknownBundle', { uuid })
      return { ...present(row), resources: row.resources }
    }),
  ]
}

/**
 * Keeps a job spec of an upload. `installed` belongs to the name: an upload of the same name clears it,
 * a name that no upload holds any more stays installed (zis-api 3.5).
 */
function keepJobSpec(
  { store, ids, assume }: World,
  integration: string,
  spec: Pick<Tables['job_specs'], 'name' | 'event_source' | 'event_type' | 'flow_name'>,
): void {
  const key = keyOf(integration, spec.name)
  const before = store.table('job_specs').get(key)
  store.table('job_specs').put(key, {
    uuid: before?.uuid ?? ids.uuid(),
    name: spec.name,
    integration,
    description: '',
    event_source: spec.event_source,
    event_type: spec.event_type,
    flow_name: spec.flow_name,
    installed: assume('detachJobSpecsOnUpload') ? false : (before?.installed ?? false),
  })
}
