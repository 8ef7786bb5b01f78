/** Kinds of values that can be told from a jq program without running it. */
export type EvidentType = 'text' | 'number' | 'boolean' | 'array' | 'object'

const endings: Array<[EvidentType, RegExp]> = [
  ['text', /^(?:tostring|tojson|ascii_downcase|ascii_upcase|todate|type|implode|@(?:text|json|uri|csv|tsv|html|sh|base64|base64d))$/],
  ['text', /^(?:join|strftime|strflocaltime|sub|gsub)\(.*\)$/s],
  ['number', /^(?:length|utf8bytelength|tonumber|floor|ceil|round|now|-?\d+(?:\.\d+)?)$/],
  ['boolean', /^(?:true|false|not|any|all|(?:any|all|test|startswith|endswith|contains|inside|has|in)\(.*\))$/s],
  ['array', /^(?:keys|to_entries|sort|unique|explode|(?:map|sort_by|group_by|unique_by|split)\(.*\))$/s],
  ['object', /^from_entries$/],
] // prettier-ignore

/**
 * What a jq program evidently gives, read from what stands behind its last pipe; undefined when that takes
 * more than a look.
 */
export function evidentType(program: string): EvidentType | undefined {
  const last = lastStage(program)
  if (last === undefined) return undefined
  return last.whole ?? endings.find(([, pattern]) => pattern.test(last.text))?.[0]
}

/** A stage that is one text, array or object from end to end. */
type Whole = 'text' | 'array' | 'object'
const wholes: Record<string, Whole> = { '"': 'text', '[': 'array', '{': 'object' }

/** What stands behind the last pipe outside of all brackets; undefined where precedence needs a real reader. */
function lastStage(program: string): { text: string; whole: Whole | undefined } | undefined {
  if (/#|\b(?:def|if|reduce|foreach|try|label)\b/.test(program)) return undefined
  let from = 0
  let groups = 0
  let isPlain = true
  for (let at = 0; at < program.length;) {
    const character = program[at]!
    if ('"[({'.includes(character)) {
      const end = endOf(program, at)
      if (end === undefined) return undefined
      at = end
      groups += 1
      continue
    }
    const isSign = character === '-' && program.slice(from, at).trim() === ''
    if (character === '|') [from, groups, isPlain] = [at + 1, 0, true]
    else if (/[-,;=<>+*/%?]/.test(character) && !isSign) isPlain = false
    at += 1
  }
  if (!isPlain) return undefined
  const text = program.slice(from).trim()
  const first = wholes[text[0] ?? '']
  return { text, whole: groups === 1 && first && endOf(text, 0) === text.length ? first : undefined }
}

/** The place behind a text or bracket, everything in it included; undefined when it is not closed. */
function endOf(program: string, start: number): number | undefined {
  const open: string[] = []
  for (let at = start; at < program.length; at++) {
    const character = program[at]!
    if (open.at(-1) === '"') {
      if (character === '"') open.pop()
      else if (character === '\\' && program[at + 1] === '(') open.push(program[++at]!)
      else if (character === '\\') at += 1
    } else if ('"[({'.includes(character)) {
      open.push(character)
    } else if ('])}'.includes(character)) {
      open.pop()
    }
    if (open.length === 0) return at + 1
  }
  return undefined
}
