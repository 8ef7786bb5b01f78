import { setOwn, type Json, type JsonObject } from '../json'
import { isQuote, shortly } from './scan'
import { pointerOf, type SourceNode } from './source-node'
import { Tokens, type TextFault } from './tokens'

export interface ReadText {
  /** What the text says as far as it could be understood; undefined when it says nothing. */
  value: Json | undefined
  root: SourceNode
  faults: TextFault[]
  /** Ranges that are only in the way: comments, trailing commas, a byte order mark. */
  removable: Array<[from: number, to: number]>
  /** False when the text was so bad that it was not read to its end: the value is only a part. */
  isComplete: boolean
}

type Key = string | number | undefined

/** An array or object that is open. */
interface Frame {
  opener: '{' | '['
  value: JsonObject | Json[]
  node: SourceNode
  /** Under which it hangs in the one around it. */
  under: Key
  /** What came last. */
  after: 'open' | 'comma' | 'value'
  commaAt: number
  valueEnd: number
  /** Of the line on which it was opened. */
  firstOfLine: number
  indent: number
}

const closers = { '{': '}', '[': ']' } as const
/** Far more than any bundle; a text that is deeper is not read on. */
const deepest = 1000
/** A pointer that goes deeper than this helps nobody. */
const deepestPointer = 100

/**
 * Reads JSON and goes on behind every fault, with where each value and key stands. It keeps no more on
 * the stack for a deep text than for a flat one, and looks at every character a fixed number of times.
 * A text without an error gives what JSON.parse gives. It stops where a text is hopeless: nested deeper than
 * 1,000 levels, or with more than 1,000 faults.
 */
export function readJson(text: string): ReadText {
  return new Reader(text).read()
}

class Reader {
  readonly #frames: Frame[] = []
  readonly #open = { '{': 0, '[': 0 }
  readonly #tokens: Tokens
  #root: SourceNode = { start: 0, end: 0 }
  #value: Json | undefined
  #hasRoot = false
  /** The first bracket whose line is indented unlike the line of the one that it closes. */
  #crookedAt: number | undefined

  constructor(text: string) {
    this.#tokens = new Tokens(text, () =>
      pointerOf(this.#frames.slice(0, deepestPointer).flatMap(({ under }) => under ?? [])),
    )
  }

  read(): ReadText {
    const tokens = this.#tokens
    if (tokens.here === '\ufeff') {
      tokens.tell(
        'json.byte-order-mark',
        0,
        'the text begins with a byte order mark',
        'save it as UTF-8 without BOM',
      )
      tokens.removable.push([0, 1])
      tokens.at = 1
    }
    for (tokens.skipBlank(); tokens.here !== undefined && !this.#isGivenUp; tokens.skipBlank()) {
      const frame = this.#frames.at(-1)
      if (frame) this.#step(frame)
      else if (!this.#hasRoot) this.#readValue(undefined)
      else {
        this.#tellAfterEnd()
        break
      }
    }
    if (!this.#isGivenUp) this.#end()
    tokens.sumUp()
    return {
      value: this.#value,
      root: this.#root,
      faults: tokens.faults,
      removable: tokens.removable,
      isComplete: !this.#isGivenUp,
    }
  }

  get #isGivenUp(): boolean {
    return this.#frames.length > deepest || this.#tokens.isGivenUp
  }

  /** One thing inside an array or object: a bracket, a comma, or a value with its key. */
  #step(frame: Frame): void {
    const tokens = this.#tokens
    const { here } = tokens
    if (here === '}' || here === ']') return this.#close(here)
    if (here === ',') return this.#readComma(frame)
    if (!tokens.isAtValue) return tokens.skipUnexpected()
    if (frame.after === 'value') {
      const message = `a comma is missing before ${tokens.glance()}`
      tokens.tell('json.comma-missing', frame.valueEnd, message, 'put , between them')
    }
    if (frame.opener === '[') this.#readValue((frame.value as Json[]).length)
    else this.#readMember(frame)
  }

  #readComma(frame: Frame): void {
    const tokens = this.#tokens
    if (frame.after !== 'value') {
      const wayOut = 'take it out, or put the value before it'
      tokens.tell('json.comma-extra', tokens.at, 'a comma without a value before it', wayOut)
    }
    frame.after = 'comma'
    frame.commaAt = tokens.at
    tokens.at += 1
  }

  #readMember(frame: Frame): void {
    const tokens = this.#tokens
    const keyStart = tokens.at
    const key = tokens.key()
    if (key === undefined) {
      const message = `a key is missing before ${tokens.glance()}`
      tokens.tell('json.key-missing', keyStart, message, 'write "key": before the value')
      return this.#readValue(undefined)
    }
    if (frame.node.members!.has(key)) {
      const message = `the key ${shortly(key)} stands here a second time: only this one counts`
      tokens.tell('json.duplicate-key', keyStart, message, 'take one of them out, or rename it')
    }
    const keyEnd = tokens.at
    tokens.skipBlank()
    if (tokens.here === ':') {
      tokens.at += 1
    } else {
      tokens.tell(
        'json.colon-missing',
        keyEnd,
        `a colon is missing behind ${shortly(key)}`,
        'put : between key and value',
      )
      if (tokens.here === '=') tokens.at += 1
    }
    tokens.skipBlank()
    if (tokens.isAtValue) return this.#readValue(key, keyStart)
    frame.after = 'value'
    frame.valueEnd = tokens.at
    if (tokens.here !== undefined && !',}]'.includes(tokens.here)) tokens.skipUnexpected()
    tokens.tell(
      'json.value-missing',
      keyEnd,
      `the key ${shortly(key)} has no value`,
      'write a value, or take the key out',
    )
  }

  #readValue(key: Key, keyStart?: number): void {
    const tokens = this.#tokens
    const start = tokens.at
    const here = tokens.here!
    const variable = tokens.variable()
    const put = (value: Json) => this.#put(key, value, { start, end: tokens.at }, keyStart)
    if (variable !== undefined) put(variable)
    else if (here === '{' || here === '[') this.#openFrame(here, key, keyStart)
    else if (isQuote(here)) put(tokens.string())
    else if (/[-+.\d]/.test(here)) put(tokens.number())
    else if (tokens.isAtValue) put(tokens.literal())
    else tokens.skipUnexpected()
  }

  #openFrame(opener: '{' | '[', under: Key, keyStart?: number): void {
    const { at: start, firstOfLine, indent } = this.#tokens
    const isObject = opener === '{'
    const node: SourceNode = { start, end: start, ...(isObject ? { members: new Map() } : { items: [] }) }
    const value = isObject ? {} : []
    this.#put(under, value, node, keyStart)
    this.#frames.push({
      opener, value, node, under, after: 'open', commaAt: start, valueEnd: start, firstOfLine, indent,
    }) // prettier-ignore
    this.#open[opener] += 1
    this.#tokens.at += 1
    if (this.#frames.length > deepest) {
      const message = `the text is nested deeper than ${deepest} levels; it is not read any further`
      this.#tokens.tell(
        'json.too-deep',
        start,
        message,
        'keep values that are nested so deep out of the bundle',
      )
    }
  }

  #put(key: Key, value: Json, node: SourceNode, keyStart = node.start): void {
    const frame = this.#frames.at(-1)
    if (!frame) {
      this.#root = node
      this.#value = value
      this.#hasRoot = true
      return
    }
    frame.after = 'value'
    frame.valueEnd = node.end
    if (typeof key === 'string') {
      setOwn(frame.value as JsonObject, key, value)
      frame.node.members!.set(key, { keyStart, node })
    } else if (typeof key === 'number') {
      ;(frame.value as Json[]).push(value)
      frame.node.items!.push(node)
    }
  }

  #close(closer: '}' | ']'): void {
    const tokens = this.#tokens
    const opener = closer === '}' ? '{' : '['
    if (this.#open[opener] === 0) {
      tokens.tell('json.bracket', tokens.at, `${closer} closes nothing`, 'take it out')
      tokens.at += 1
      return
    }
    for (let frame = this.#frames.at(-1)!; frame.opener !== opener; frame = this.#frames.at(-1)!) {
      const message = `${closer} where the ${frame.opener} of ${tokens.lineOf(frame.node.start)} is still open`
      tokens.tell('json.bracket', tokens.at, message, `put ${closers[frame.opener]} before it`)
      this.#pop()
    }
    const { after, commaAt, firstOfLine, indent } = this.#frames.at(-1)!
    if (after === 'comma') {
      tokens.tell(
        'json.trailing-comma',
        commaAt,
        `a comma behind the last value before ${closer}`,
        'take it out',
      )
      tokens.removable.push([commaAt, commaAt + 1])
    }
    const beginsLine = tokens.firstOfLine === tokens.at && tokens.firstOfLine !== firstOfLine
    if (beginsLine && tokens.indent !== indent) this.#crookedAt ??= tokens.at
    tokens.at += 1
    this.#pop()
  }

  #pop(): void {
    const frame = this.#frames.pop()!
    this.#open[frame.opener] -= 1
    frame.node.end = this.#tokens.at
    const around = this.#frames.at(-1)
    if (around) around.valueEnd = frame.node.end
  }

  #end(): void {
    const tokens = this.#tokens
    const innermost = this.#frames.at(-1)
    if (innermost) {
      const { opener, node } = innermost
      const more = this.#frames.length > 1 ? `, and ${this.#frames.length - 1} more around it` : ''
      const message = `the ${opener} of ${tokens.lineOf(node.start)} is not closed${more}`
      const hint =
        this.#crookedAt === undefined
          ? ''
          : `; look before ${tokens.lineOf(this.#crookedAt)}, whose bracket closes one that is indented otherwise`
      tokens.tell('json.not-closed', tokens.at, message, `put ${closers[opener]} where it ends${hint}`)
      while (this.#frames.length > 0) this.#pop()
    }
    const isBlank = tokens.faults.every(
      ({ code }) => code === 'json.comment' || code === 'json.byte-order-mark',
    )
    if (!this.#hasRoot && isBlank) {
      tokens.tell('json.empty', 0, 'the text is empty', 'begin with {')
    }
  }

  /** What follows is not looked at: everything in it would be told. */
  #tellAfterEnd(): void {
    const tokens = this.#tokens
    const isBracket = tokens.here === '}' || tokens.here === ']'
    const message = isBracket
      ? `${tokens.here} closes nothing: everything is closed before it`
      : `${tokens.glance()} stands behind the end`
    tokens.tell(
      'json.after-end',
      tokens.at,
      message,
      'take it out, or the bracket before it that closes too much',
    )
  }
}
