import { isObject, type Json, type JsonObject } from '../../zis/json'

/** The link types that a bundle's flows name as they stand; one that is made up at run time is not known. */
export function linkTypesOf(bundle: JsonObject): string[] {
  const found = new Set<string>()
  const look = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'link_type' && typeof inner === 'string') found.add(inner)
        else look(inner)
      }
    }
  }
  look(bundle)
  return [...found].sort()
}
