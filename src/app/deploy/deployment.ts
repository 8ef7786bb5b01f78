import { bundleFor } from '../../zis/bundle/fill'
import type { JsonObject } from '../../zis/json'
import type { Catalogued } from '../queries/catalogue'
import { jobSpecsOf } from '../state/deployment-state'

/** What is to be on the server. */
export interface Deployment {
  bundle: JsonObject
  /** Job specs that are to be on, by name. */
  on: string[]
  /** Job specs that are to be off before the bundle comes. */
  off?: string[]
}

/** What the app itself would put there: its bundle with all of its job specs. */
export function shippedFor(catalogued: Catalogued, integration: string): Deployment {
  const bundle = bundleFor(catalogued.bundle, integration)
  return { bundle, on: jobSpecsOf(bundle).map(({ name }) => name) }
}
