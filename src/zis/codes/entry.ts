import type { Finding } from '../findings'

export type Severity = Finding['severity']

/** One thing that a check can find. */
export interface CodeEntry<S extends Severity = Severity> {
  /** More than one where a switch or the place decides. */
  severities: readonly S[]
  /** What was found, a sentence. Words of code stand in backticks, here and in `wayOut`. */
  what: string
  wayOut: string
  /** Line and column are those of the member's key, not of its value. */
  isAboutKey?: true
}

const entry =
  <const S extends Severity>(...severities: S[]) =>
  (what: string, wayOut: string): CodeEntry<S> => ({ severities, what, wayOut })

/** ZIS refuses the bundle. */
export const error = entry('error')
/** It will probably not do what its author wants. */
export const warning = entry('warning')
/** There is a better way. */
export const note = entry('note')
export const warningOrError = entry('warning', 'error')
export const warningOrNote = entry('warning', 'note')

/** The finding is about a key, right or wrong. */
export const ofKey = <S extends Severity>(found: CodeEntry<S>): CodeEntry<S> => ({
  ...found,
  isAboutKey: true,
})
