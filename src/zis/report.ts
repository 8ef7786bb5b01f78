import type { Finding } from './findings'

/** Collects findings; a check tells it what it sees and goes on. */
export class Report {
  readonly findings: Finding[] = []
  readonly #told = new Set<string>()

  /** ZIS refuses the bundle. `zisText` is how ZIS itself words it, where that is known. */
  error(code: string, pointer: string, message: string, way_out: string, zisText?: string): void {
    this.#add({
      code,
      severity: 'error',
      pointer,
      message,
      way_out,
      ...(zisText !== undefined && { zis_text: zisText }),
    })
  }

  /** It will probably not do what its author wants. */
  warning(code: string, pointer: string, message: string, way_out: string): void {
    this.#add({ code, severity: 'warning', pointer, message, way_out })
  }

  /** There is a better way. */
  note(code: string, pointer: string, message: string, way_out: string): void {
    this.#add({ code, severity: 'note', pointer, message, way_out })
  }

  get hasErrors(): boolean {
    return this.findings.some(({ severity }) => severity === 'error')
  }

  /** A place inside two Maps is looked at twice; its finding is told once. */
  #add(finding: Finding): void {
    const key = JSON.stringify([finding.code, finding.pointer, finding.message])
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.findings.push(finding)
  }
}

/** The pointer of a member (RFC 6901). */
export const at = (pointer: string, ...keys: Array<string | number>): string =>
  pointer + keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

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
    const nearest = suggest(word)
    report.warning(
      'word.unknown',
      at(pointer, word),
      `"${word}" means nothing here; it is ignored`,
      nearest ? `did you mean "${nearest}"?` : `take it out; known are ${known.join(', ')}`,
    )
  }
}
