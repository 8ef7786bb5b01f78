/** What stands at one place of a text, read as far as it goes; `faults` is what JSON does not allow in it. */
export interface Scanned<T> {
  value: T
  end: number
  faults: ScanFault[]
}

export interface ScanFault {
  code: 'json.string' | 'json.escape' | 'json.control-character' | 'json.quotes' | 'json.number'
  offset: number
  message: string
  way_out: string
}

const escapes: Record<string, string> = {
  '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t',
} // prettier-ignore
/** Typographic quotes come from word processors. */
const closing: Record<string, string> = { '"': '"', "'": "'", '“': '”', '”': '”', '‘': '’' }

/** True for a character that is meant to begin a text. */
export const isQuote = (character: string): boolean => Object.hasOwn(closing, character)

/**
 * Reads a text in quotes. One that is not closed ends with its line, unless it is plainly meant to go on
 * over several lines.
 */
export function scanString(text: string, start: number): Scanned<string> {
  const quote = closing[text[start]!]!
  const faults: ScanFault[] = []
  const tell = (code: ScanFault['code'], offset: number, message: string, way_out: string) =>
    faults.push({ code, offset, message, way_out })

  if (text[start] !== '"') {
    tell('json.quotes', start, `JSON knows no ${text[start]} around a text`, 'write "…"')
  }
  // Everything up to the quote, a backslash or a control character is taken as it is.
  const plain = quote === '"' ? /[^"\\\u0000-\u001f]*/y : /[^"'“”‘’\\\u0000-\u001f]*/y
  let value = ''
  let at = start + 1
  for (;;) {
    plain.lastIndex = at
    const run = plain.exec(text)![0]
    value += run
    at += run.length
    const character = text[at]
    if (character === quote) return { value, end: at + 1, faults }
    if (character === undefined) break
    if (character === '\\') {
      const escape = readEscape(text, at)
      value += escape.value
      if (escape.message)
        tell('json.escape', at, escape.message, 'write \\\\ for a backslash, \\" for a quote')
      at = escape.end
    } else if (character === '\n' || character === '\r') {
      if (!goesOn(text, at, quote)) break
      tell(
        'json.control-character',
        at,
        'a text goes over the end of its line',
        'write \\n and go on in the same line',
      )
      value += character
      at += 1
    } else {
      if (character < ' ') {
        const code = character.charCodeAt(0).toString(16).padStart(4, '0')
        tell(
          'json.control-character',
          at,
          `the character U+${code.toUpperCase()} cannot stand in a text`,
          `write \\u${code}`,
        )
      }
      value += character
      at += 1
    }
  }
  tell(
    'json.string',
    start,
    `the text ${shortly(value)} is not closed`,
    `put a ${quote === '"' ? '"' : quote} behind it`,
  )
  return { value, end: at, faults }
}

function readEscape(text: string, at: number): { value: string; end: number; message?: string } {
  const character = text[at + 1]
  if (character === undefined || character < ' ')
    return { value: '\\', end: at + 1, message: 'a \\ with nothing behind it' }
  const known = Object.hasOwn(escapes, character) ? escapes[character] : undefined
  if (known !== undefined) return { value: known, end: at + 2 }
  const digits = character === 'u' ? text.slice(at + 2, at + 6) : ''
  if (/^[0-9a-fA-F]{4}$/.test(digits)) {
    return { value: String.fromCharCode(parseInt(digits, 16)), end: at + 6 }
  }
  const message =
    character === 'u' ? '\\u needs four digits, 0 to 9 and a to f' : `\\${character} means nothing in JSON`
  return { value: character, end: at + 2, message }
}

/** A line break is part of a text when the next quote ends something: a comma, colon or bracket follows it. */
function goesOn(text: string, at: number, quote: string): boolean {
  let next = at
  while (next < text.length && text[next] !== quote) next += text[next] === '\\' ? 2 : 1
  const after = /\s*(.?)/y
  after.lastIndex = next + 1
  const follows = after.exec(text)?.[1] ?? ''
  return follows !== '' && ',:}]'.includes(follows)
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const numberLike = /[-+.\w]+/y

/** Reads a number, also one written in a way that JSON does not know (`+1`, `.5`, `007`, `0x1F`). */
export function scanNumber(text: string, start: number): Scanned<number | string> {
  numberLike.lastIndex = start
  const written = numberLike.exec(text)![0]
  const end = start + written.length
  number.lastIndex = start
  const isNumber = number.exec(text)?.[0].length === written.length
  const value = Number(written)
  if (isNumber) return { value, end, faults: [] }
  const isReadable = Number.isFinite(value)
  const way_out = isReadable ? `write ${value}` : `write "${shortly(written).slice(1, -1)}" for a text`
  const message = `${shortly(written).slice(1, -1)} is not a number in JSON`
  return {
    value: isReadable ? value : written,
    end,
    faults: [{ code: 'json.number', offset: start, message, way_out }],
  }
}

/** A text in quotes, cut where it gets long. */
export const shortly = (text: string, most = 40): string =>
  JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text)

/**
 * Where a character of a text stands between its quotes: escapes take more room in the file than in what
 * they mean.
 *
 * @param start the opening quote
 * @param inside offset into what the text means
 */
export function offsetInString(text: string, start: number, inside: number): number {
  let at = start + 1
  for (let passed = 0; passed < inside && at < text.length;) {
    const step = text[at] === '\\' ? readEscape(text, at) : { value: text[at]!, end: at + 1 }
    passed += step.value.length
    at = step.end
  }
  return at
}
