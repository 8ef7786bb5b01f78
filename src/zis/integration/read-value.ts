import { isObject, own, type Json, type JsonObject } from '../json'
import { at, shown, type Report } from '../report'

/** Reads members of a definition; what is missing or of another kind is told, and comes back as undefined. */
export class Members {
  constructor(
    private readonly report: Report,
    private readonly of: JsonObject,
    readonly pointer: string,
  ) {}

  /** A text that is there and not empty. */
  text(key: string): string | undefined {
    const value = this.#there(key)
    if (value === undefined) return undefined
    if (typeof value === 'string' && value.trim() !== '') return value
    this.wrong(key, 'a text that is not empty')
    return undefined
  }

  /** A text that may be left out. */
  optionalText(key: string): string | undefined {
    return own(this.of, key) === undefined ? undefined : this.text(key)
  }

  boolean(key: string): void {
    if (this.#there(key) !== undefined) this.optionalBoolean(key)
  }

  optionalBoolean(key: string): void {
    const value = own(this.of, key)
    if (value !== undefined && typeof value !== 'boolean') this.wrong(key, 'true or false')
  }

  list(key: string): Json[] {
    return this.#there(key) === undefined ? [] : this.optionalList(key)
  }

  optionalList(key: string): Json[] {
    const value = own(this.of, key)
    if (value === undefined) return []
    if (Array.isArray(value)) return value
    this.wrong(key, 'an array')
    return []
  }

  /** The members of a list that are objects; the others are told. */
  objects(key: string, isOptional = false): Members[] {
    return (isOptional ? this.optionalList(key) : this.list(key)).flatMap((value, index) => {
      const place = at(this.pointer, key, index)
      if (isObject(value)) return [new Members(this.report, value, place)]
      this.report.error('definition.type', place, `${shown(value)} is not an object`, 'write { … }')
      return []
    })
  }

  texts(key: string): void {
    this.list(key).forEach((value, index) => {
      if (typeof value === 'string') return
      this.report.error(
        'definition.type',
        at(this.pointer, key, index),
        `${shown(value)} is not a text`,
        'write a sentence in quotes',
      )
    })
  }

  object(key: string): Members | undefined {
    const value = this.#there(key)
    if (value === undefined) return undefined
    if (isObject(value)) return new Members(this.report, value, at(this.pointer, key))
    this.wrong(key, 'an object')
    return undefined
  }

  /** The value as it stands there. */
  raw(key: string): Json | undefined {
    return own(this.of, key)
  }

  get value(): JsonObject {
    return this.of
  }

  place(key: string): string {
    return own(this.of, key) === undefined ? this.pointer : at(this.pointer, key)
  }

  wrong(key: string, kind: string): void {
    const place = at(this.pointer, key)
    this.report.error('definition.type', place, `${key} is ${shown(own(this.of, key))}`, `write ${kind}`)
  }

  #there(key: string): Json | undefined {
    const value = own(this.of, key)
    if (value === undefined) {
      this.report.error('definition.missing', this.pointer, `${key} is missing`, `add "${key}"`)
    }
    return value
  }
}

/** Tells each name that was there before. */
export function checkTaken(report: Report, names: Array<{ name: string; pointer: string }>): void {
  const seen = new Set<string>()
  for (const { name, pointer } of names) {
    if (seen.has(name)) {
      report.error('definition.name-taken', pointer, `${shown(name)} is there twice`, 'choose another name')
    }
    seen.add(name)
  }
}
