// @ts-check

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g

/**
 * Keys that stand twice in one object of a JSON text, which JSON.parse lets pass in silence.
 *
 * @param {string} json a valid JSON text
 * @returns {string[]} the repeated keys, in the order of the text
 */
export function repeatedKeys(json) {
  /** @type {string[]} */
  const repeated = []
  /** @type {Array<Set<string> | undefined>} a set of keys for an object, undefined for an array */
  const open = []
  const tokens = json.match(token) ?? []
  tokens.forEach((text, at) => {
    if (text === '{') open.push(new Set())
    else if (text === '[') open.push(undefined)
    else if (text === '}' || text === ']') open.pop()
    else if (tokens[at + 1] === ':') {
      const key = JSON.parse(text)
      const keys = open.at(-1)
      if (keys?.has(key)) repeated.push(key)
      keys?.add(key)
    }
  })
  return repeated
}
