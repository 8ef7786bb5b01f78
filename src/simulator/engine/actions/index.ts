import type { ActionDefinition } from '../../../zis/flow/types'
import { parseName } from '../../../zis/names'
import type { JsonObject } from '../../../zis/json'
import { actionFailed } from '../errors'
import type { RunAction } from '../state-type'
import { compileHttp } from './http'
import { jq } from './jq'
import { createLink, deleteLink, loadLinks, patchLink } from './links'
import { loadConfig } from './load-config'
import { patchConfig } from './patch-config'

/** An action that ZIS brings along. */
export interface BuiltIn {
  /** Full name, as an ActionName has it. */
  name: string
  /** @param written the parameters as the flow has them, before they are resolved */
  compile(written: JsonObject): RunAction
}

const builtIns: readonly BuiltIn[] = [
  loadConfig,
  patchConfig,
  loadLinks,
  createLink,
  patchLink,
  deleteLink,
  jq,
]
const byName = new Map(builtIns.map((action) => [action.name, action]))

/**
 * An action ready to be called. One that does not exist fails when it is called, not before: the state
 * may never be entered, or its Catch may take it (zis-flows 7.1).
 */
export function compileAction(
  name: string,
  written: JsonObject,
  context: {
    integration: string
    action(name: string): ActionDefinition | undefined
    needs(connection: string): void
  },
): RunAction {
  const builtIn = byName.get(name)
  if (builtIn) return builtIn.compile(written)
  const full = parseName(name)
  const isOurs = full?.kind === 'action' && full.integration === context.integration
  const definition = isOurs ? context.action(full.name) : undefined
  if (!definition) {
    return () => {
      throw actionFailed(`the action "${name}" does not exist`)
    }
  }
  if (definition.connectionName !== undefined) context.needs(definition.connectionName)
  return compileHttp(definition)
}
