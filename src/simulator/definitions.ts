import type { BundleContext } from '../zis/bundle/check'
import { olderTemplateVersion } from '../zis/bundle/types'
import { isObject, type JsonObject } from '../zis/json'
import { parseName, type ResourceKind } from '../zis/names'
import { below } from './store/keys'
import type { Store } from './store/store'
import type { World } from './world'

const kinds: Record<string, ResourceKind> = {
  'ZIS::Flow': 'flow',
  'ZIS::Action::Http': 'action',
  'ZIS::JobSpec': 'job_spec',
}

/** The kind and name of every resource in a stored bundle. */
function namesIn(resources: JsonObject): Array<{ kind: ResourceKind; name: string }> {
  return Object.values(resources).flatMap((resource) => {
    if (!isObject(resource) || !isObject(resource['properties'])) return []
    const kind = kinds[String(resource['type'])]
    const name = resource['properties']['name']
    return kind && typeof name === 'string' ? [{ kind, name }] : []
  })
}

/** The kind and name of every resource in the integration's other bundles. */
const namesBeside = (store: Store, integration: string, bundle: unknown) =>
  store
    .table('bundles')
    .list({ prefix: below(integration) })
    .flatMap(([, { name, resources }]) => (name === bundle ? [] : namesIn(resources)))

/** What a bundle is judged by: how the switches stand, and what its integration has beside it. */
export function contextFor(
  { store, assume }: Pick<World, 'store' | 'assume'>,
  integration: string,
  bundle: unknown,
): BundleContext {
  const mostResources = assume('mostResources')
  return {
    integration,
    otherNames: namesBeside(store, integration, bundle),
    ...(assume('olderTemplateVersion') && { otherVersions: [olderTemplateVersion] }),
    ...(mostResources > 0 && { mostResources }),
  }
}

function definitionIn(resources: JsonObject, kind: ResourceKind, name: string): JsonObject | undefined {
  for (const resource of Object.values(resources)) {
    if (!isObject(resource) || kinds[String(resource['type'])] !== kind) continue
    const properties = resource['properties']
    if (!isObject(properties) || properties['name'] !== name) continue
    return isObject(properties['definition']) ? properties['definition'] : undefined
  }
  return undefined
}

export interface Found {
  definition: JsonObject
  /** Changes when the definition could have: uploads are counted over the whole store. */
  upload: number
}

/**
 * The definition behind a short or full name, from the newest upload of the integration that holds it
 * (zis-flows 2). Never one of another integration.
 *
 * @param upload looks only into the bundle that came with this upload
 */
export function findDefinition(
  store: Store,
  integration: string,
  kind: ResourceKind,
  name: string,
  upload?: number,
): Found | undefined {
  const full = parseName(name)
  if (full && (full.integration !== integration || full.kind !== kind)) return undefined
  const short = full?.name ?? name
  let newest: Found | undefined
  for (const [, bundle] of store.table('bundles').list({ prefix: below(integration) })) {
    if (upload !== undefined && bundle.upload !== upload) continue
    const definition = definitionIn(bundle.resources, kind, short)
    if (definition && (newest === undefined || bundle.upload > newest.upload)) {
      newest = { definition, upload: bundle.upload }
    }
  }
  return newest
}
