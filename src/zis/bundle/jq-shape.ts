import type { JqFault } from './check-jq'

const blank = /\s+/y
/** A backslash at the end of a line carries a comment on in some versions of jq; such a program is left alone. */
const comment = /#[^\n]*/y
/** Names that are none of the language's own words: fields, variables, formats, and paths of modules. */
const name = /\.[A-Za-z_]\w*|\$(?:__)?[A-Za-z_]\w*(?:::\w+)*|@[A-Za-z0-9_]+|[A-Za-z_]\w*(?:::\w+)+/y
const word = /[A-Za-z_]\w*/y
const number = /\d[\d.]*(?:[eE][+-]?\d+)?/y
const operator = /\?\/\/=?|\/\/=|[|+*/%-]=|\/\/|[=!<>]=|\.\.|[|,+*/%<>=;:?.-]/y
const plainText = /(?:[^"\\]|\\[^(])*/y

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}', if: 'end', '"': '"' }
/** After these something has to come. */
const open = new Set(['|', ',', '+', '-', '*', '/', '%', '=', '==', '!=', '<', '<=', '>', '>=', '//', '|='])
const openWords = new Set([
  'and',
  'or',
  'as',
  'if',
  'then',
  'else',
  'elif',
  'def',
  'reduce',
  'foreach',
  'try',
])

/**
 * Finds what makes an expression unreadable to any jq, whatever else it says: brackets, strings and `if`s that
 * are not closed or never opened, characters that the language has not, and an end in the middle. jq itself
 * says more, and is not in the app (docs/decisions/no-jq-in-the-app.md): what passes here may still be refused.
 */
export function jqShapeFault(program: string): JqFault | undefined {
  const stack: Array<{ opener: string; at: number }> = []
  let at = 0
  let last = ''
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const [text = ''] = pattern.exec(program) ?? []
    at += text.length
    return text
  }
  const fault = (offset: number, message: string): JqFault => {
    const before = program.slice(0, offset).split('\n')
    return { kind: 'syntax', message, line: before.length, column: before.at(-1)!.length + 1, offset }
  }

  while (at < program.length) {
    const start = at
    const top = stack.at(-1)?.opener
    if (top === '"') {
      take(plainText)
      if (program[at] === '"') {
        at += 1
        stack.pop()
        last = '"'
      } else if (program.startsWith('\\(', at)) {
        at += 2
        stack.push({ opener: '(', at: at - 1 })
        last = '('
      } else break
      continue
    }
    if (take(blank)) continue
    const said = take(comment)
    if (said.replace(/\r$/, '').endsWith('\\')) return undefined
    if (said) continue
    const character = program[at]!
    if (character === '"' || character === '(' || character === '[' || character === '{') {
      stack.push({ opener: character, at })
      at += 1
      last = character
      continue
    }
    if (character === ')' || character === ']' || character === '}') {
      if (top === undefined || closers[top] !== character) return fault(at, wrongCloser(character, top))
      stack.pop()
      at += 1
      last = character
      continue
    }
    const key = take(name) || take(number)
    if (key) {
      last = key
      continue
    }
    const found = take(word)
    if (found) {
      // In braces any word is a key.
      const isKey = top === '{' && (last === '{' || last === ',')
      if (!isKey && found === 'if') stack.push({ opener: 'if', at: start })
      if (!isKey && found === 'end') {
        if (top !== 'if') return fault(start, wrongCloser('end', top))
        stack.pop()
      }
      last = isKey ? 'key' : found
      continue
    }
    last = take(operator)
    if (last === '') return fault(at, `${JSON.stringify(character)} is no character of the language`)
  }
  const left = stack.at(-1)
  if (left) return fault(left.at, `${left.opener} is not closed; ${closers[left.opener]} is missing`)
  if (open.has(last) || openWords.has(last)) return fault(program.length, `nothing follows ${last}`)
  return undefined
}

const wrongCloser = (closer: string, top: string | undefined): string =>
  top === undefined ? `${closer} closes nothing` : `${closer} stands where ${closers[top]} is missing`
