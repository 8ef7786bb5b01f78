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
  for (const [found] of json.matchAll(stringsAndLongIntegers)) if (isInexact(found)) return found
  return undefined
}

/** Strings are found, too, so that digits inside them are passed over; one that is not closed ends with the text. */
const stringsAndLongIntegers = /"(?:[^"\\]|\\[^])*"?|(?<![\d.])-?\d{16,}(?![\d.eE])/g

const isInexact = (found: string): boolean => !found.startsWith('"') && Math.abs(Number(found)) > safe

/**
 * Reads JSON, changes it and writes it again with every digit of its integers: to `change` those beyond 2^53 are
 * texts. Undefined for what is no JSON.
 */
export function changeJson(json: string, change: (value: Json) => Json): string | undefined {
  let mark = '#'
  while (json.includes(mark)) mark += mark
  const marked = (found: string) => (isInexact(found) ? `"${mark}${found}"` : found)
  const isExact = firstInexactInteger(json) === undefined
  const value = parseJson(isExact ? json : json.replace(stringsAndLongIntegers, marked))
  if (value === undefined) return undefined
  const changed = JSON.stringify(change(value))
  return isExact ? changed : changed.replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1').replaceAll(mark, '')
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
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

/** What a history says of an integer that lost digits. @param where what it stood in */
export const inexactNote = (integer: string | number, where: string): string =>
  `${integer} in ${where} is too large to be kept exact as a number`
