import type { Json, JsonObject } from '../../src/zis/json'

/* Paths, templates and rules as the reference interpreter reads them. */

/** A failure inside the flow. */
export class Failure extends Error {
  constructor(
    readonly error: string,
    readonly cause_text: string,
    readonly isCatchable = true,
  ) {
    super(cause_text)
  }
}
export const failed = (cause: string) => new Failure('States.TaskFailed', cause)

export const copy = <T extends Json>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const set = (object: JsonObject, key: string, value: Json) =>
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true })

/** 5.1: the keys and indexes of a path, outermost first. */
const keysOf = (path: string): Array<string | number> =>
  [...path.matchAll(/\.(\w+)|\[(\d+)\]|\['([^']*)'\]/g)].map(([, name, index, quoted]) =>
    index === undefined ? (name ?? quoted)! : Number(index),
  )

export function find(data: Json, path: string): Json | undefined {
  let found: Json | undefined = data
  for (const key of keysOf(path)) {
    if (typeof key === 'number') found = Array.isArray(found) ? found[key] : undefined
    else found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined
    if (found === undefined) return undefined
  }
  return copy(found)
}

export function need(data: Json, path: string): Json {
  const found = find(data, path)
  if (found === undefined) throw failed(`JSON path not found: ${path}`)
  return found
}

/** 5: ResultPath. Absent is the whole data, null throws the output away, missing parents are made. */
export function put(data: Json, path: Json | undefined, value: Json): Json {
  if (path === null) return data
  const keys = keysOf((path as string | undefined) ?? '$')
  const last = keys.pop()
  if (last === undefined) return copy(value)
  const root = copy(data)
  // What stands above the place, from the root down; made where nothing is.
  const holder: JsonObject = { root }
  let parent: Json = holder
  let at: string | number = 'root'
  for (const key of [...keys, last]) {
    let child: Json | undefined = Array.isArray(parent)
      ? parent[at as number]
      : find(parent, `$['${at}']`) === undefined
        ? undefined
        : (parent as JsonObject)[at]
    if (typeof key === 'number') {
      if (!Array.isArray(child) || key > child.length) {
        throw new Failure('States.ResultPathMatchFailure', `no array element ${key} to write to`)
      }
    } else if (child === undefined) {
      child = {}
      if (Array.isArray(parent)) parent[at as number] = child
      else set(parent as JsonObject, at as string, child)
    } else if (!isObject(child)) {
      throw new Failure(
        'States.ResultPathMatchFailure',
        `cannot set "${key}" in a value that is not an object`,
      )
    }
    parent = child
    at = key
  }
  if (Array.isArray(parent)) parent[at as number] = copy(value)
  else set(parent as JsonObject, at as string, copy(value))
  return holder['root']!
}

/** 5.3: keys that end in `.$`, through objects and arrays. */
export function template(value: Json, data: Json): Json {
  if (Array.isArray(value)) return value.map((child) => template(child, data))
  if (!isObject(value)) return value
  const made: JsonObject = {}
  for (const [key, child] of Object.entries(value)) {
    if (!key.endsWith('.$')) set(made, key, template(child, data))
    else if (typeof child !== 'string') set(made, key.slice(0, -2), template(child, data))
    else if (/^\$\$[.[]/.test(child) && !child.includes('{{')) throw failed(`JSON path not found: ${child}`)
    else set(made, key.slice(0, -2), isPath(child) ? need(data, child) : filled(child, data))
  }
  return made
}

const isPath = (text: string) => /^\$((\.\w+)|(\[\d+\])|(\['[^']*'\]))*$/.test(text)

/** 5.2: every placeholder is replaced by the text of its value. */
const filled = (text: string, data: Json): string =>
  text.replace(/\{\{\s*(\$[^{}]*?)\s*\}\}/g, (_, path: string) => plain(need(data, path)))

const plain = (value: Json): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)

/** Messages are a path or a text with placeholders (7.3, 7.6). */
export const textual = (text: string, data: Json): string =>
  isPath(text) && text !== '' ? plain(need(data, text)) : filled(text, data)

/** 7.2 */
export function holds(rule: JsonObject, data: Json): boolean {
  if (rule['And']) return (rule['And'] as JsonObject[]).every((member) => holds(member, data))
  if (rule['Or']) return (rule['Or'] as JsonObject[]).some((member) => holds(member, data))
  if (rule['Not']) return !holds(rule['Not'] as JsonObject, data)
  const path = rule['Variable'] as string
  const [name = '', operand = null] = Object.entries(rule).find(
    ([key]) => !['Variable', 'Next'].includes(key),
  )!
  if (name === 'IsPresent') return (find(data, path) !== undefined) === operand
  const value = need(data, path)
  if (name === 'IsNull') return (value === null) === operand
  const other = name.endsWith('Path') ? need(data, operand as string) : operand
  const [, kind, order] =
    /^(String|Numeric|Boolean)(Equals|LessThanEquals|LessThan|GreaterThanEquals|GreaterThan)(Path)?$/.exec(
      name,
    )!
  const type = { String: 'string', Numeric: 'number', Boolean: 'boolean' }[kind as 'String']
  if (typeof value !== type || typeof other !== type) return false
  const [left, right] = [value, other] as [number, number]
  switch (order) {
    case 'Equals':
      return left === right
    case 'LessThan':
      return left < right
    case 'LessThanEquals':
      return left <= right
    case 'GreaterThan':
      return left > right
    default:
      return left >= right
  }
}
