import type { ActionDefinition, FlowDefinition } from '../../zis/flow/types'
import { findDefinition } from '../definitions'
import { compileFlow, type CompiledFlow } from '../engine/compile'
import type { World } from '../world'

interface Entry {
  flow: CompiledFlow
  /** The older style reads tokens from the flow's data (zis-flows 4.4); only such flows are given them. */
  readsConnections: boolean
}

/** Flows by name, compiled once and kept until something in the registry changes. */
export function createFlows({ store, changes, assume }: World) {
  const compiled = new Map<string, Entry>()
  changes.listen(({ kind }) => (kind === 'registry' || kind === 'assumptions') && compiled.clear())

  return {
    /** Undefined when no bundle of the integration holds the flow. */
    find(integration: string, name: string): Entry | undefined {
      const key = `${integration}:${name}`
      const known = compiled.get(key)
      if (known) return known
      const found = findDefinition(store, integration, 'flow', name)
      if (!found) return undefined
      const flow = compileFlow(found.definition as unknown as FlowDefinition, {
        integration,
        action(action) {
          const upload = assume('actionsOfOtherBundles') ? undefined : found.upload
          return findDefinition(store, integration, 'action', action, upload)?.definition as
            ActionDefinition | undefined
        },
      })
      const entry = { flow, readsConnections: JSON.stringify(found.definition).includes('connections') }
      compiled.set(key, entry)
      return entry
    },
  }
}
