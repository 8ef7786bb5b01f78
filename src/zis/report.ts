import type { CodeOf, FindingCode } from './codes'
import type { Finding } from './findings'

/** More findings than this, or more text in them, are counted and not kept: nobody reads them. */
const mostFindings = 1000
const mostCharacters = 4_000_000

/** Collects findings; a check tells it what it sees and goes on. */
export class Report {
  readonly findings: Finding[] = []
  readonly #told = new Set<string>()
  #characters = 0
  #hasErrors = false

  /** ZIS refuses the bundle. `zisText` is how ZIS itself words it, where that is known. */
  error(code: CodeOf<'error'>, pointer: string, message: string, way_out: string, zisText?: string): void {
    this.#hasErrors = true
    this.#add('error', code, pointer, message, way_out, zisText)
  }

  /** It will probably not do what its author wants. */
  warning(code: CodeOf<'warning'>, pointer: string, message: string, way_out: string): void {
    this.#add('warning', code, pointer, message, way_out)
  }

  /** There is a better way. */
  note(code: CodeOf<'note'>, pointer: string, message: string, way_out: string): void {
    this.#add('note', code, pointer, message, way_out)
  }

  get hasErrors(): boolean {
    return this.#hasErrors
  }

  /** True when nothing more is kept, so that a check can spare itself the search for a way out. */
  get isFull(): boolean {
    return this.findings.length >= mostFindings || this.#characters > mostCharacters
  }

  /** A place inside two Maps is looked at twice; its finding is told once. */
  #add(
    severity: Finding['severity'],
    code: FindingCode,
    pointer: string,
    message: string,
    way_out: string,
    zisText?: string,
  ): void {
    if (this.isFull) return
    const key = JSON.stringify([code, pointer, message])
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#characters += key.length
    this.findings.push({
      code,
      severity,
      pointer,
      message,
      way_out,
      ...(zisText !== undefined && { zis_text: zisText }),
    })
  }
}

/** The pointer of a member (RFC 6901). */
export function at(pointer: string, ...keys: Array<string | number>): string {
  let place = pointer
  for (const key of keys) place += `/${typeof key === 'number' ? key : escaped(key)}`
  return place
}

/** Every member of a bundle gets a pointer, and hardly any needs this. */
const escaped = (key: string): string =>
  key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key

/** A value as it stands in the bundle, cut where it gets long. */
export function shown(value: unknown, most = 80): string {
  const text =
    (typeof value === 'string' ? JSON.stringify(value.slice(0, most + 1)) : JSON.stringify(value)) ??
    'nothing'
  return text.length > most + 2 ? `${text.slice(0, most)}…` : text
}

/** Warns of members that ZIS does not know: it ignores them, so a slip of the pen would go unseen. */
export function checkWords(
  report: Report,
  object: { [key: string]: unknown },
  pointer: string,
  known: readonly string[],
  suggest: (word: string) => string | undefined,
): void {
  for (const word of Object.keys(object)) {
    if (known.includes(word)) continue
    if (report.isFull) return
    const nearest = suggest(word)
    report.warning(
      'word.unknown',
      at(pointer, word),
      `${shown(word)} means nothing here; it is ignored`,
      nearest ? `did you mean "${nearest}"?` : `take it out; known are ${known.join(', ')}`,
    )
  }
}
