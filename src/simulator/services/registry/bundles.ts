import type { CheckJq } from '../../../zis/bundle/check-jq'
import { openBundle } from '../../../zis/bundle/read'
import type { Finding } from '../../../zis/findings'
import { isObject, own, type JsonObject } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import { registry as wire } from '../../../zis/wire/registry'
import { contextFor } from '../../definitions'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, type World } from '../../world'
import { registryPageOf } from '../paging'
import { on, type RouteHandler } from '../service'

type Bundle = Tables['bundles']

/** A bundle as lists show it: without its resources. */
export const presentBundle = (
  world: World,
  { uuid, name, integration, description, zis_template_version }: Bundle,
) => ({
  uuid,
  name,
  integration,
  zendesk_account_id: accountOf(world).id,
  description,
  zis_template_version,
})

export function bundleRoutes(world: World, checkJq: CheckJq): RouteHandler[] {
  const { store, ids, changes } = world
  const table = store.table('bundles')
  const bundlesOf = (integration: string) => table.list({ prefix: below(integration) }).map(([, row]) => row)

  return [
    on(wire.uploadBundle, async ({ params: { integration }, body, text = JSON.stringify(body) }) => {
      const opened = openBundle(text)
      const severity = world.assume('jqSyntaxRefused') ? 'error' : 'warning'
      const jq = await opened.askJq(checkJq, severity)

      // From here to the end of the writing nobody waits, so that no other upload takes the same names.
      const name = isObject(opened.value) ? own(opened.value, 'name') : undefined
      const { bundle, value, findings } = opened.check(contextFor(world, integration, name), jq)
      if (!bundle) throw refusal(findings)

      // What was checked is what the caller sent; it comes back exactly so.
      const sent = value as JsonObject
      const before = bundlesOf(integration).find(({ name }) => name === bundle.name)
      const row: Bundle = {
        uuid: (world.assume('bundleKeepsUuid') ? before?.uuid : undefined) ?? ids.uuid(),
        name: bundle.name,
        integration,
        description: typeof sent['description'] === 'string' ? sent['description'] : '',
        zis_template_version: String(sent['zis_template_version']),
        resources: sent['resources'] as JsonObject,
        upload: store.nextNumber('uploads'),
      }
      if (before) table.delete(keyOf(integration, before.uuid))
      table.put(keyOf(integration, row.uuid), row)
      for (const spec of bundle.job_specs) keepJobSpec(world, integration, spec)
      changes.tell('registry', integration)
      await store.durable()
      return undefined
    }),

    on(wire.listBundles, ({ params: { integration }, query }) => {
      const rows = bundlesOf(integration)
      if (rows.length === 0 && world.assume('noBundles') === 404)
        throw new ZisProblem('NoBundles', { integration })
      const { page, meta } = registryPageOf(rows, ({ uuid }) => uuid, query, world.assume)
      return { bundles: page.map((row) => presentBundle(world, row)), meta }
    }),

    on(wire.showBundle, ({ params: { integration, uuid } }) => {
      const row = table.get(keyOf(integration, uuid))
      if (!row) throw new ZisProblem('UnknownBundle', { uuid })
      return { ...presentBundle(world, row), resources: row.resources }
    }),
  ]
}

/**
 * What ZIS itself would answer comes first, in its own words where they are known; then every error, with
 * its place in the text that was sent.
 */
function refusal(findings: Finding[]): ZisProblem {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const ours = errors.map(
    ({ line, column, pointer, message, way_out }) =>
      `line ${line}, column ${column} (${pointer || '/'}): ${message}; ${way_out}`,
  )
  const theirs = errors.find(({ zis_text }) => zis_text !== undefined)?.zis_text
  const details = theirs === undefined ? ours : [theirs, ...ours]
  return new ZisProblem(
    'InvalidBundle',
    { detail: details[0] ?? 'the bundle cannot be read' },
    Object.fromEntries(details.map((detail, at) => [`${at} `, detail])),
  )
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
