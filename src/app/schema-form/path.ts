import { isObject, setOwn, type Json, type JsonObject } from '../../zis/json'

/** A place in a JSON document: keys and indexes from its top. */
export type Path = Array<string | number>

/** A path as a JSON pointer (RFC 6901); it names a field in the page. */
export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')

/** Reads a JSON pointer into the keys it is made of. */
export const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))

/** What stands at a path; undefined where there is nothing. */
export function valueAt(document: Json | undefined, path: Path): Json | undefined {
  let here = document
  for (const part of path) {
    if (Array.isArray(here)) here = here[Number(part)]
    else if (isObject(here) && Object.hasOwn(here, part)) here = here[part]
    else return undefined
  }
  return here
}

/**
 * A copy of a document with another value at a path; objects and lists on the way that are not there yet
 * are made. Undefined takes a key away.
 */
export function withValueAt(document: Json | undefined, path: Path, value: Json | undefined): Json {
  const [part, ...rest] = path
  if (part === undefined) return value ?? null
  const inner = rest.length === 0 ? value : withValueAt(valueAt(document, [part]), rest, value)
  if (typeof part === 'number') {
    const list = Array.isArray(document) ? [...document] : []
    list[part] = inner ?? null
    return list
  }
  const copy: JsonObject = {}
  let isSet = false
  for (const [key, old] of Object.entries(isObject(document) ? document : {})) {
    if (key !== part) setOwn(copy, key, old)
    else if (inner !== undefined) setOwn(copy, key, inner)
    if (key === part) isSet = true
  }
  if (!isSet && inner !== undefined) setOwn(copy, part, inner)
  return copy
}

/** The same JSON, whatever the order of the keys. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      (key) =>
        Object.hasOwn(other, key) &&
        sameJson((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  )
}
