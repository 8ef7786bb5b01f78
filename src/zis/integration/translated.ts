import type { DefinitionWords, IntegrationDefinition } from '../definition'
import { fromTheRight } from '../direction'
import { isObject, own, setOwn, type Json, type JsonObject } from '../json'
import { at } from '../report'
import { textsOf } from './texts'

/**
 * A definition as it is shown to a reader of another language. What has no words in it stays English. Only
 * what is read differs: names, values, defaults and patterns are the same, and the definition itself, which is
 * stored and compared, is left as it is.
 */
export function translated(
  definition: IntegrationDefinition,
  words: DefinitionWords | undefined,
): IntegrationDefinition {
  if (words === undefined) return definition
  const spoken = new Map<string, string>()
  for (const { key, pointer } of textsOf(definition)) {
    const text: unknown = own(words, key)
    if (typeof text === 'string' && text.trim() !== '') spoken.set(pointer, fromTheRight(text))
  }
  if (spoken.size === 0) return definition
  return replaced(definition as unknown as Json, '', spoken) as unknown as IntegrationDefinition
}

/** A copy in which other texts stand at some pointers. */
function replaced(value: Json, pointer: string, spoken: Map<string, string>): Json {
  if (typeof value === 'string') return spoken.get(pointer) ?? value
  if (Array.isArray(value)) return value.map((one, index) => replaced(one, at(pointer, index), spoken))
  if (!isObject(value)) return value
  const copy: JsonObject = {}
  for (const [key, one] of Object.entries(value)) setOwn(copy, key, replaced(one, at(pointer, key), spoken))
  return copy
}
