import type { Json } from './json'

/** The largest integer that every reader of JSON keeps exact; Zendesk's ids are far below. */
const safe = Number.MAX_SAFE_INTEGER

/**
 * The first integer in a JSON text that loses digits when it is read as a number (beyond 2^53);
 * undefined when there is none. Digits inside strings are text.
 */
export function firstInexactInteger(json: string): string | undefined {
  // Most texts have no run of digits that long, so the exact look is rarely needed.
  if (!/\d{16}/.test(json)) return undefined
  const withoutStrings = json.replace(/"(?:[^"\\]|\\.)*"/g, '""')
  for (const [digits] of withoutStrings.matchAll(/(?<![\d.])-?\d{16,}(?![\d.eE])/g)) {
    if (Math.abs(Number(digits)) > safe) return digits
  }
  return undefined
}

/**
 * The first number in data that is an integer beyond 2^53, so that its last digits may not be the ones that were
 * meant; undefined when there is none. From 1e21 on nobody takes a number for an id.
 */
export function firstInexactNumber(value: Json): number | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && Math.abs(value) > safe && Math.abs(value) < 1e21 ? value : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const part of Object.values(value)) {
    const found = firstInexactNumber(part)
    if (found !== undefined) return found
  }
  return undefined
}
