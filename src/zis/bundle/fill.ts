import { isObject, type Json, type JsonObject } from '../json'

/** A bundle of the catalogue for one integration key: `{{integration}}` is replaced in every string. */
export function bundleFor(bundle: JsonObject, integration: string): JsonObject {
  const filled = (value: Json): Json => {
    if (typeof value === 'string') return value.replaceAll('{{integration}}', integration)
    if (Array.isArray(value)) return value.map(filled)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]))
  }
  return filled(bundle) as JsonObject
}
