// @ts-check

/**
 * A translation with every key of a definition, in its order: what is translated stays, what is to be translated
 * is there and empty, and what belongs to no text any more is taken out.
 *
 * @param {ReadonlyArray<{ key: string }>} texts of the definition
 * @param {Readonly<Record<string, unknown>>} before
 */
export function completed(texts, before) {
  const keys = texts.map(({ key }) => key)
  const words = Object.fromEntries(keys.map((key) => [key, Object.hasOwn(before, key) ? before[key] : '']))
  return {
    words,
    empty: keys.filter((key) => words[key] === ''),
    unused: Object.keys(before).filter((key) => !keys.includes(key)),
  }
}
