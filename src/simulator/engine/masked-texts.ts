import { isObject } from '../../zis/json'
import { masked } from '../outbound/mask'

/** Whether a text can be the recorded one, in which secrets may have been masked. */
export function isLike(recorded: string, text: string): boolean {
  if (recorded === text || !recorded.includes(masked)) return recorded === text
  const [first = '', ...rest] = recorded.split(masked)
  const last = rest.pop() ?? ''
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

/** Whether two parts of histories are the same, as far as masked texts let one tell. */
export function isSame(a: unknown, b: unknown): boolean {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  if (one === other) return true
  const hasSecret = [one, other].some((text) => text?.includes(masked))
  return hasSecret && isSameValue(a, b)
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return isLike(a, b) || isLike(b, a)
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, at) => isSameValue(value, b[at]))
  }
  if (!isObject(a) || !isObject(b)) return a === b
  const keys = Object.keys(a)
  return isSameValue(keys, Object.keys(b)) && keys.every((key) => isSameValue(a[key], b[key]))
}
