import type { CheckDefinition } from '../../zis/definition'
import { isObject, own, type Json, type JsonObject } from '../../zis/json'
import type { ZisClient } from '../platform/zis-client'
import { readConfig } from '../queries/configs'
import { saveConfig } from '../queries/record'

/** What a flow has written about itself: `{ at, ok, detail }` (zis-admin-app 13.2). */
export interface CheckResult {
  at: string
  ok: boolean
  detail: string
}

export type Expected = NonNullable<CheckDefinition['expects']>

/** The result in a config; undefined where there is none, or something else. */
export function resultIn(config: JsonObject | undefined, { key }: Expected): CheckResult | undefined {
  const value: Json | undefined = config && (key === undefined ? config : own(config, key))
  if (!isObject(value)) return undefined
  const { at, ok, detail } = value
  if (typeof at !== 'string' || typeof ok !== 'boolean') return undefined
  return { at, ok, detail: typeof detail === 'string' ? detail : '' }
}

/** Reads the result as it stands on the server. */
export async function readResult(
  zis: ZisClient,
  integration: string,
  expected: Expected,
): Promise<CheckResult | undefined> {
  const stored = await readConfig(zis, integration, expected.scope)
  return resultIn(stored?.config as JsonObject | undefined, expected)
}

/** Makes the config that a flow is to write to: PatchConfig changes one that is there (zis-flows 9). */
export async function ensurePlace(zis: ZisClient, integration: string, { scope }: Expected): Promise<void> {
  if ((await readConfig(zis, integration, scope)) === null) await saveConfig(zis, integration, scope, {})
}

const isSame = (one: CheckResult | undefined, other: CheckResult | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** How often the result is asked for, and for how long: events are usually delivered within seconds. */
export const lookEveryMs = 2_000
export const looks = 45

/**
 * Waits until a result stands there that was not there before.
 *
 * @param sleep waits between two looks; false from it ends the waiting
 * @returns undefined when none came
 */
export async function waitForResult(
  read: () => Promise<CheckResult | undefined>,
  before: CheckResult | undefined,
  sleep: () => Promise<boolean>,
): Promise<CheckResult | undefined> {
  for (let look = 0; look < looks; look++) {
    const found = await read()
    if (found !== undefined && !isSame(found, before)) return found
    if (!(await sleep())) return undefined
  }
  return undefined
}
