import { isObject } from './json'

/** What a member or an element takes beside its value: quotes, colon, comma. */
const punctuation = 4

/**
 * About how long a value is as JSON (characters). Stops counting once it is over `limit`, so that a value
 * whose parts are shared a million times costs no more to measure than a large one.
 */
export function sizeUpTo(value: unknown, limit: number): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return 8
  let size = 2
  if (Array.isArray(value)) {
    for (const child of value) {
      size += sizeUpTo(child, limit - size) + 1
      if (size > limit) break
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      size += key.length + punctuation + sizeUpTo(value[key], limit - size)
      if (size > limit) break
    }
  }
  return size
}
