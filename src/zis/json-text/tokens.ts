import type { Json } from '../json'
import { Places } from './places'
import { isQuote, scanNumber, scanString, shortly, type ScanFault } from './scan'

/** What is wrong with a text that should be JSON. */
export interface TextFault {
  code: ScanFault['code'] | TextFaultCode
  offset: number
  /** JSON pointer of the array or object in which it was met. */
  pointer: string
  message: string
  way_out: string
}

type TextFaultCode =
  | 'json.empty' | 'json.byte-order-mark' | 'json.comment' | 'json.trailing-comma' | 'json.comma-missing'
  | 'json.comma-extra' | 'json.colon-missing' | 'json.key-missing' | 'json.key-quotes' | 'json.value-missing'
  | 'json.word' | 'json.template-variable' | 'json.duplicate-key' | 'json.inexact-number' | 'json.bracket'
  | 'json.not-closed' | 'json.too-deep' | 'json.after-end' | 'json.unexpected' | 'json.more-faults' // prettier-ignore

/** More faults than this are counted, not told: the rest mostly follows from the first. */
const mostFaults = 100
/** After this many the text is no JSON, and is not read on. Comments and trailing commas can be many. */
const mostBadFaults = 1000
const harmless: ReadonlySet<string> = new Set<TextFaultCode>([
  'json.comment',
  'json.trailing-comma',
  'json.duplicate-key',
])

const blank = /[ \t\r\n]*/y
const restOfLine = /[^\r\n]*/y
const word = /[^\s,:{}[\]"'“”‘’]+/y
const variable = /\{\{[^{}"\r\n]{0,200}\}\}/y
const unexpected = /[^\s,{}[\]"'\w]+|\s/y
const valueStart = /["'“”‘’{[\w$+.-]/
const meant: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true], ['yes', true], ['false', false], ['no', false], ['null', null], ['none', null],
  ['nil', null], ['undefined', null],
]) // prettier-ignore

/** Reads one thing after the other from a text, and tells what is wrong with each. */
export class Tokens {
  at = 0
  readonly faults: TextFault[] = []
  /** Ranges that are only in the way: comments, trailing commas, a byte order mark. */
  readonly removable: Array<[from: number, to: number]> = []
  /** Of the line on which the place is: where its first token begins, and how many characters come before it. */
  firstOfLine = 0
  indent = 0
  #told = 0
  #bad = 0
  #places: Places | undefined

  constructor(
    readonly text: string,
    readonly pointer: () => string,
  ) {}

  /** The character at the place; undefined at the end. */
  get here(): string | undefined {
    return this.text[this.at]
  }

  get isAtValue(): boolean {
    return this.here !== undefined && valueStart.test(this.here)
  }

  tell(code: TextFault['code'], offset: number, message: string, way_out: string): void {
    this.#told += 1
    if (!harmless.has(code)) this.#bad += 1
    if (this.#told > mostFaults) return
    this.faults.push({ code, offset, pointer: this.pointer(), message, way_out })
  }

  /** True when there is no point in reading on. */
  get isGivenUp(): boolean {
    return this.#bad > mostBadFaults
  }

  /** Says how many faults were not told. */
  sumUp(): void {
    if (this.#told <= mostFaults) return
    const rest = this.isGivenUp
      ? 'the text is not read any further'
      : `${this.#told - mostFaults} more follow`
    const message = `these are the first ${mostFaults} faults; ${rest}`
    this.faults.push({
      code: 'json.more-faults',
      offset: this.at,
      pointer: '',
      message,
      way_out: 'mend the first ones',
    })
  }

  /** White space, and comments as other languages have them. */
  skipBlank(): void {
    for (;;) {
      const spaces = take(blank, this.text, this.at)
      this.at += spaces.length
      const lineBreak = Math.max(spaces.lastIndexOf('\n'), spaces.lastIndexOf('\r'))
      if (lineBreak >= 0) {
        this.firstOfLine = this.at
        this.indent = spaces.length - lineBreak - 1
      }
      if (!this.#skipComment()) return
    }
  }

  #skipComment(): boolean {
    const start = this.at
    const two = this.text.slice(start, start + 2)
    if (two !== '//' && two !== '/*' && two[0] !== '#') return false
    const close = two === '/*' ? this.text.indexOf('*/', start + 2) : undefined
    if (close === undefined) this.at += take(restOfLine, this.text, start).length
    else this.at = close < 0 ? this.text.length : close + 2
    const message = close === -1 ? 'a comment that never ends' : 'JSON knows no comments'
    this.tell('json.comment', start, message, 'take it out; a state has a Comment for what should stay')
    this.removable.push([start, this.at])
    return true
  }

  string(): string {
    return this.#scanned(scanString(this.text, this.at))
  }

  number(): number | string {
    const start = this.at
    const value = this.#scanned(scanNumber(this.text, start))
    const digits = this.text.slice(start, this.at)
    const isInexact = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(digits)
    if (isInexact || value === Infinity || value === -Infinity) {
      const message = `${bare(digits)} is too large to be kept exactly: it becomes ${value}`
      this.tell('json.inexact-number', start, message, 'write it in quotes')
    }
    return value
  }

  #scanned<T>({ value, end, faults }: { value: T; end: number; faults: ScanFault[] }): T {
    for (const { code, offset, message, way_out } of faults) this.tell(code, offset, message, way_out)
    this.at = end
    return value
  }

  /** `true`, `false`, `null`, or a word that is none of them. */
  literal(): Json {
    const start = this.at
    const found = this.word()
    if (found === 'true') return true
    if (found === 'false') return false
    if (found === 'null') return null
    const value = meant.get(found.toLowerCase())
    const wayOut = value === undefined ? `write ${shortly(found)} for a text` : `write ${value}`
    this.tell('json.word', start, `${bare(found)} is not a value`, wayOut)
    return value === undefined ? found : value
  }

  /** `{{name}}` outside of quotes: a template of which a part was not filled in. */
  variable(): string | undefined {
    if (!this.text.startsWith('{{', this.at)) return undefined
    const found = take(variable, this.text, this.at)
    if (found === '') return undefined
    this.tell(
      'json.template-variable',
      this.at,
      `${found} still stands for a value of a template`,
      'put the value there',
    )
    this.at += found.length
    return found
  }

  /** A key as it should be, or as somebody may have meant it; undefined when a value stands in its place. */
  key(): string | undefined {
    const start = this.at
    if (isQuote(this.here!)) return this.string()
    const found = this.variable()
    if (found !== undefined) return found
    if (this.here === '{' || this.here === '[') return undefined
    const name = this.word()
    this.tell('json.key-quotes', start, `the key ${shortly(name)} is not in quotes`, `write ${shortly(name)}`)
    return name
  }

  word(): string {
    const found = take(word, this.text, this.at)
    this.at += found.length
    return found
  }

  /** Goes past something that means nothing in JSON. */
  skipUnexpected(): void {
    const start = this.at
    const found = take(unexpected, this.text, start) || this.here!
    this.at += found.length
    const isVisible = /^[!-~\u00a1-\u1fff\u2010-\u205f\u2070-\ufefe]/.test(found)
    const number = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    const shown = isVisible ? bare(found) : `the invisible character U+${number}`
    this.tell('json.unexpected', start, `${shown} cannot stand here`, 'take it out')
  }

  /** What stands at the place, short. */
  glance(): string {
    return shortly(this.text.slice(this.at, this.at + 60).split(/[\s,]/, 1)[0]!, 20)
  }

  lineOf(offset: number): string {
    this.#places ??= new Places(this.text)
    return `line ${this.#places.at(offset).line}`
  }
}

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** A text as it stands there, short and without quotes of our own. */
const bare = (text: string): string => shortly(text).slice(1, -1)
