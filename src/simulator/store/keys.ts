const separator = '\u001f'

/**
 * Joins the parts of a key so that a list by prefix finds exactly the rows below it. Numbers are padded,
 * so that keys sort as the numbers do.
 */
export const keyOf = (...parts: Array<string | number>): string =>
  parts.map((part) => (typeof part === 'number' ? padded(part) : part)).join(separator)

/** The prefix of all keys that begin with these parts. */
export const below = (...parts: Array<string | number>): string => keyOf(...parts) + separator

/** The parts of a key, numbers as they are padded. */
export const partsOfKey = (key: string): string[] => key.split(separator)

/** Sixteen digits: every safe integer fits. */
export const padded = (number: number): string => String(number).padStart(16, '0')

/**
 * Orders keys by their UTF-8 bytes, as a database does. Plain `<` compares UTF-16 units, which puts
 * characters beyond U+FFFF before U+E000.
 */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const one = a.charCodeAt(at)
    const other = b.charCodeAt(at)
    if (one !== other) return rank(one) - rank(other)
  }
  return a.length - b.length
}

const rank = (unit: number): number => (unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000)
