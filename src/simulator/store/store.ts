import type { Tables } from './tables'

/** Where a list begins, how long it may be, and which way it runs. Keys are in the order of their UTF-8 bytes. */
export interface Range {
  /** Only keys that begin so. */
  prefix?: string
  /** Only keys behind this one, in the direction of the list. */
  after?: string
  limit?: number
  /** Highest key first. */
  reverse?: boolean
}

/** One kind of record. Rows are JSON: what is read is a copy of what was put. */
export interface Table<Row> {
  get(key: string): Row | undefined
  has(key: string): boolean
  list(range?: Range): Array<[key: string, row: Row]>
  count(prefix?: string): number
  put(key: string, row: Row): void
  /** True when there was such a row. */
  delete(key: string): boolean
}

/**
 * Where the simulator keeps everything. Reads and writes are immediate; what is written in one turn of
 * the event loop lands on disk together or not at all. {@link Store.durable} tells when.
 */
export interface Store {
  table<Name extends keyof Tables>(name: Name): Table<Tables[Name]>
  /** Resolves once everything written before the call would survive the end of the process. */
  durable(): Promise<void>
  /** Next number of a counter, from `first`. */
  nextNumber(counter: string, first?: number): number
  /** Empties every table. */
  clear(): void
  /** Writes what is left and lets go of the file. */
  close(): Promise<void>
}
