import { isObject, isSameJson, type Json, type JsonObject } from '../../zis/json'
import type { JobSpec } from '../queries/deployment'

/** What the registry holds, compared with what the app would put there (zis-admin-app 13.3). */
export type Verdict = 'in_sync' | 'missing' | 'differs' | 'installed' | 'not_installed' | 'left_over'

/** Good enough to run. */
export const isGood = (verdict: Verdict): boolean => verdict === 'in_sync' || verdict === 'installed'

/** A job spec as a bundle declares it. */
export interface WantedJobSpec {
  name: string
  description: string
  event_source: string
  event_type: string
}

/** The job specs that a bundle declares, in its order. */
export function jobSpecsOf(bundle: JsonObject): WantedJobSpec[] {
  const resources = isObject(bundle.resources) ? Object.values(bundle.resources) : []
  return resources.flatMap((resource) => {
    if (!isObject(resource) || resource.type !== 'ZIS::JobSpec' || !isObject(resource.properties)) return []
    const { name, description, event_source, event_type } = resource.properties
    const text = (value: Json | undefined) => (typeof value === 'string' ? value : '')
    return [
      {
        name: text(name),
        description: text(description),
        event_source: text(event_source),
        event_type: text(event_type),
      },
    ]
  })
}

/** Content against content: the registry keeps no version that could be compared. */
export function bundleVerdict(wanted: JsonObject, stored: JsonObject | null): Verdict {
  if (stored === null) return 'missing'
  const same = (['name', 'description', 'zis_template_version', 'resources'] as const).every((key) =>
    isSameJson(wanted[key], stored[key]),
  )
  return same ? 'in_sync' : 'differs'
}

export function jobSpecVerdict(name: string, stored: JobSpec[]): Verdict {
  const found = stored.find((spec) => spec.name === name)
  if (found === undefined) return 'missing'
  return found.installed ? 'installed' : 'not_installed'
}

/** Job specs that still start flows though the bundle no longer has them. */
export const leftOvers = (wanted: WantedJobSpec[], stored: JobSpec[]): JobSpec[] =>
  stored.filter(({ name, installed }) => installed && !wanted.some((spec) => spec.name === name))
