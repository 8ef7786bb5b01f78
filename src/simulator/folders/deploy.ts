import { isObject, isSameJson, own, type Json, type JsonObject } from '../../zis/json'
import { formatName } from '../../zis/names'
import { below, keyOf } from '../store/keys'
import type { Store } from '../store/store'
import type { AdminAnswer, AdminCall } from './admin-call'
import { changesBetween, inWords, type ResourceChange } from './changes'

export interface Deployment {
  integration: string
  /** With the key filled in, and without errors. */
  bundle: JsonObject
  /** What the integration is called where it has to be made first. */
  title: string
  /** Makes the integration where the account has none, and installs every job spec; otherwise what is off stays off. */
  isWhole: boolean
}

/** What a deployment did, in words; nothing where nothing was to be done. */
export type Deployed = { did: string[] } | { refusal: string }

/**
 * Brings a bundle into the account as an integration's developer would by hand: the integration, the upload, the
 * job specs that it detaches, and a look at what is there then.
 */
export async function deploy(
  store: Store,
  deployment: Deployment,
  asAdmin: (work: (call: AdminCall) => Promise<Deployed>) => Promise<Deployed>,
): Promise<Deployed> {
  const { integration, bundle, title, isWhole } = deployment
  const before = storedBundle(store, integration, bundle['name'])
  const changes = changesBetween(before, bundle)
  const plan = planSpecs(store, deployment, changes)
  const isMissing = !store.table('integrations').has(keyOf(integration))
  const isSaidAnew = before && !isSameJson(aboutOf(before), aboutOf(bundle))
  if (before && !isSaidAnew && changes.length === 0 && plan.toInstall.length === 0) return { did: [] }

  return asAdmin(async (call) => {
    const registry = `/api/services/zis/registry/${integration}`
    if (isMissing && isWhole) {
      const made = await call(`POST ${registry}`, { description: title })
      if (made.status >= 400) return refusal(made)
    }
    const uploaded = await call(`POST ${registry}/bundles`, bundle)
    if (uploaded.status >= 400) return refusal(uploaded)
    // An upload detaches the job specs that it holds (zis-api 3.5).
    for (const name of [...plan.toKeep, ...plan.toInstall]) {
      const installed = await call(`POST ${switchPath(integration, name)}`)
      // One that is on already may be answered with 409; what is read back decides.
      if (installed.status >= 400 && installed.status !== 409) return refusal(installed)
    }
    for (const name of plan.toUninstall) {
      const gone = await call(`DELETE ${switchPath(integration, name)}`)
      if (gone.status >= 400 && gone.status !== 404) return refusal(gone)
    }
    const fault = await readBack(store, call, deployment, [...plan.toKeep, ...plan.toInstall])
    if (fault !== undefined) return { refusal: fault }
    return { did: [...inWords(plan.told(changes)), ...(isSaidAnew ? ['description changed'] : [])] }
  })
}

/** What a bundle says of itself. */
const aboutOf = ({ description, zis_template_version }: JsonObject): JsonObject => ({
  description: description ?? '',
  zis_template_version: zis_template_version ?? '',
})

/** Which job specs are to be on afterwards, and what has to be done for it. */
function planSpecs(store: Store, { integration, bundle, isWhole }: Deployment, changes: ResourceChange[]) {
  const rows = new Map(
    store
      .table('job_specs')
      .list({ prefix: below(integration) })
      .map(([, row]) => [row.name, row]),
  )
  const isOn = (name: string) => rows.get(name)?.installed === true
  const wanted = jobSpecsOf(bundle)
  // Where an admin has switched everything off, what is new stays off, too.
  const isRunning = [...rows.values()].some(({ installed }) => installed)
  const toInstall = wanted.filter((name) => !isOn(name) && (isWhole || (isRunning && !rows.has(name))))
  const toUninstall = changes
    .filter(({ kind, change, name }) => kind === 'job spec' && change === 'removed' && isOn(name))
    .map(({ name }) => name)

  /** What is done with a job spec stands beside what has become of it. */
  const told = (all: ResourceChange[]): ResourceChange[] => {
    const withSwitch = all.map((one) => {
      if (one.kind !== 'job spec') return one
      if (toInstall.includes(one.name)) return { ...one, change: `${one.change} and installed` }
      if (toUninstall.includes(one.name)) return { ...one, change: 'removed and uninstalled' }
      return one.change === 'added' ? { ...one, change: 'added, not installed as no other is' } : one
    })
    const others = toInstall.filter(
      (name) => !all.some((one) => one.kind === 'job spec' && one.name === name),
    )
    return [
      ...withSwitch,
      ...others.map((name) => ({ kind: 'job spec' as const, name, change: 'installed' })),
    ]
  }
  return { toKeep: wanted.filter(isOn), toInstall, toUninstall, told }
}

function jobSpecsOf(bundle: JsonObject): string[] {
  const resources = isObject(bundle['resources']) ? Object.values(bundle['resources']) : []
  return resources.flatMap((resource) => {
    if (!isObject(resource) || resource['type'] !== 'ZIS::JobSpec' || !isObject(resource['properties']))
      return []
    const name = own(resource['properties'], 'name')
    return typeof name === 'string' ? [name] : []
  })
}

/** Whether an integration has a bundle: before its first one it is only being set up. */
export const hasBundle = (store: Store, integration: string): boolean =>
  store.table('bundles').count(below(integration)) > 0

const bundleNamed = (store: Store, integration: string, name: unknown) =>
  store
    .table('bundles')
    .list({ prefix: below(integration) })
    .map(([, row]) => row)
    .find((row) => row.name === name)

/**
 * Why names are taken where only the bundle itself was given another name: its resources are those of the one before,
 * which nobody can delete.
 */
export function wasRenamed(store: Store, integration: string, bundle: Json | undefined): string[] {
  const name = isObject(bundle) ? own(bundle, 'name') : undefined
  const [only, ...others] = store
    .table('bundles')
    .list({ prefix: below(integration) })
    .map(([, row]) => row)
  if (!isObject(bundle) || typeof name !== 'string' || !only || others.length > 0 || only.name === name)
    return []
  const isAnother = changesBetween({ resources: only.resources }, bundle).filter(
    ({ change }) => change === 'added',
  )
  if (isAnother.length === Object.keys(Object(own(bundle, 'resources'))).length) return []
  return [`the bundle was called "${only.name}" before, and ZIS deletes none: give it that name again`]
}

function storedBundle(store: Store, integration: string, name: unknown): JsonObject | undefined {
  const row = bundleNamed(store, integration, name)
  return (
    row && {
      description: row.description,
      zis_template_version: row.zis_template_version,
      resources: row.resources,
    }
  )
}

/** A write that was answered with success proves nothing (zis-admin-app D2). */
async function readBack(
  store: Store,
  call: AdminCall,
  { integration, bundle }: Deployment,
  on: string[],
): Promise<string | undefined> {
  const uuid = bundleNamed(store, integration, bundle['name'])?.uuid
  const shown = await call(`GET /api/services/zis/registry/${integration}/bundles/${uuid}`)
  const there = isObject(shown.body) ? shown.body : {}
  if (!isSameJson(there['resources'], bundle['resources'])) return 'read back, it is another bundle'
  const off = on.filter((name) => store.table('job_specs').get(keyOf(integration, name))?.installed !== true)
  return off.length === 0 ? undefined : `read back, the job spec ${off[0]} is not installed`
}

const switchPath = (integration: string, name: string): string =>
  `/api/services/zis/registry/job_specs/install?job_spec_name=${encodeURIComponent(
    formatName({ integration, kind: 'job_spec', name }),
  )}`

/** Why the wire has refused something, in its own words. */
function refusal({ status, body, text }: AdminAnswer): { refusal: string } {
  const { errors, message } = Object(body) as { errors?: unknown; message?: unknown }
  const first: unknown = Array.isArray(errors) ? Object(errors[0])['detail'] : undefined
  const words = [first, message, text].find((one) => typeof one === 'string' && one !== '')
  return { refusal: `${String(words ?? 'no reason was given')} (${status})` }
}
