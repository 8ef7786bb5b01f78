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
