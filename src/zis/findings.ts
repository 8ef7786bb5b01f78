/**
 * What a check of a bundle found. `error` means that ZIS refuses the bundle, `warning` that it will
 * probably not do what its author wants, `note` that there is a better way.
 */
export interface Finding {
  /** Stable, e.g. `flow.next-unknown`. */
  code: string
  severity: 'error' | 'warning' | 'note'
  /** JSON pointer into the bundle. */
  pointer: string
  /** From 1, in the author's own text; absent when the bundle did not come as text. */
  line?: number
  column?: number
  /** The place inside of a jq expression, from 1; line and column are those in the whole file. */
  inside?: { line: number; column: number }
  message: string
  /** What to do about it. */
  way_out: string
  /** The text that ZIS itself answers an upload with, where it is known. */
  zis_text?: string
}

/** A finding in one line that editors and terminals lead from to its place. */
export const findingLine = (
  file: string,
  { line, column, severity, code, message, way_out }: Finding,
): string => `${file}:${line ?? 1}:${column ?? 1}: ${severity} ${code}: ${message}; ${way_out}`
