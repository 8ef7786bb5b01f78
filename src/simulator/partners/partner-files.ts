import type { PartnerTools } from './module-partner'

/** A file that defines a partner, however it came here. */
export type PartnerFile = {
  /** As the user knows it, e.g. `integrations/orders/partners/erp.json`. */
  path: string
} & (
  | { text: string }
  /** What a module exports by default. */
  | { exported: unknown }
  /** The file could not be read, or the module could not be run. */
  | { problem: string; place?: PlaceInFile; way_out?: string }
)

/** Both from 1. */
export interface PlaceInFile {
  line: number
  column: number
}

/** Where a module failed, as far as the error tells: a fault of its grammar does not. */
export function placeInModule(problem: unknown): PlaceInFile | undefined {
  const stack = problem instanceof Error ? (problem.stack ?? '') : ''
  const [, line, column] = /\.mjs(?:\?version=[\d.]{1,30})?:(\d{1,9}):(\d{1,9})/.exec(stack) ?? []
  return line === undefined ? undefined : { line: Number(line), column: Number(column) }
}

/** Where partner files come from: folders on disk, or a spec's own. */
export interface PartnerFiles {
  read(): Promise<PartnerFile[]>
  /** Calls whenever a file may have changed; the answer ends that. */
  watch?(changed: () => void): () => void
}

/** What is wrong with a partner file, where, and what to do. */
export interface PartnerProblem {
  file: string
  /** From 1; absent where nobody knows it: of a module that cannot be read, for example. */
  line?: number
  column?: number
  /** JSON pointer. */
  pointer: string
  message: string
  way_out: string
}

/** A problem in one line, for a console. */
export const problemLine = ({ file, line, column, pointer, message, way_out }: PartnerProblem): string =>
  `${file}${line === undefined ? '' : `:${line}:${column}`}${pointer && ` ${pointer}`}: ${message}; ${way_out}`

/** A partner that is a module of the user's own: `export default { host, title, fetch(request, tools) {…} }`. */
export interface PartnerModule {
  host: string
  title: string
  fetch(request: Request, tools: PartnerTools): Promise<Response> | Response
}
