import { isObject, own, setOwn, type JsonObject } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import { toBytes } from '../../encoding'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'

type Parts = Pick<World, 'store' | 'clock' | 'changes' | 'assume'>

/** @throws {ZisProblem} NoConfig */
export function existingConfig({ store }: Parts, integration: string, scope: string): Tables['configs'] {
  const row = store.table('configs').get(keyOf(integration, scope))
  if (!row) throw new ZisProblem('NoConfig', { scope })
  return row
}

/** @throws {ZisProblem} ConfigTooLarge */
export function putConfig({ store, changes, assume }: Parts, row: Tables['configs']): Tables['configs'] {
  const limit = assume('largestConfig')
  if (toBytes(JSON.stringify(row.config)).length > limit) throw new ZisProblem('ConfigTooLarge', { limit })
  store.table('configs').put(keyOf(row.integration, row.scope), row)
  changes.tell('data', row.integration)
  return row
}

/**
 * Only the given keys change; the value of each is replaced whole (zis-api 5.3).
 * @throws {ZisProblem} NoConfig, ConfigTooLarge
 */
export function patchConfig(parts: Parts, integration: string, scope: string, config: JsonObject) {
  const row = existingConfig(parts, integration, scope)
  const isDeep = parts.assume('configMerge') === 'deep'
  const merged = isDeep ? merge(row.config as JsonObject, config) : { ...row.config, ...config }
  return putConfig(parts, { ...row, config: merged, updated_at: stamp(parts) })
}

/** Goes into objects that both sides have. */
function merge(before: JsonObject, given: JsonObject): JsonObject {
  const merged = { ...before }
  for (const [key, value] of Object.entries(given)) {
    const old = own(before, key)
    setOwn(merged, key, isObject(old) && isObject(value) ? merge(old, value) : value)
  }
  return merged
}
