import { compareKeys } from './keys'
import type { Range, Store, Table } from './store'

/** Keeps everything in the process, for specs and for a browser tab. Nothing survives it. */
export function createMemoryStore(): Store {
  const tables = new Map<string, MemoryTable>()
  const counters = new Map<string, number>()
  const tableOf = (name: string) => {
    let table = tables.get(name)
    if (!table) tables.set(name, (table = new MemoryTable()))
    return table
  }
  return {
    table: (name) => tableOf(name) as unknown as Table<never>,
    durable: () => Promise.resolve(),
    nextNumber(counter, first = 1) {
      const number = counters.get(counter) ?? first
      counters.set(counter, number + 1)
      return number
    },
    clear() {
      for (const table of tables.values()) table.clear()
      counters.clear()
    },
    close: () => Promise.resolve(),
  }
}

/** Rows are kept as JSON text: what is read is a copy, exactly as from disk. */
class MemoryTable implements Table<unknown> {
  #rows = new Map<string, string>()
  /** Sorted keys; made again when a key came that does not belong at the end. */
  #keys: string[] | undefined = []

  get(key: string) {
    const text = this.#rows.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  }

  has(key: string) {
    return this.#rows.has(key)
  }

  count(prefix?: string) {
    return prefix === undefined ? this.#rows.size : this.#within({ prefix }).length
  }

  list(range: Range = {}) {
    return this.#within(range).map((key): [string, unknown] => [key, this.get(key)])
  }

  put(key: string, row: unknown) {
    const isNew = !this.#rows.has(key)
    this.#rows.set(key, JSON.stringify(row))
    if (!isNew || !this.#keys) return
    const last = this.#keys.at(-1)
    if (last === undefined || compareKeys(last, key) < 0) this.#keys.push(key)
    else this.#keys = undefined
  }

  delete(key: string) {
    const wasThere = this.#rows.delete(key)
    if (wasThere) this.#keys = undefined
    return wasThere
  }

  clear() {
    this.#rows.clear()
    this.#keys = []
  }

  #within({ prefix = '', after, limit = Infinity, reverse = false }: Range): string[] {
    const keys = (this.#keys ??= [...this.#rows.keys()].sort(compareKeys))
    const from = firstFrom(keys, prefix)
    let to = from
    while (to < keys.length && keys[to]!.startsWith(prefix)) to += 1
    let found = keys.slice(from, to)
    if (reverse) found.reverse()
    if (after !== undefined) found = found.filter((key) => compareKeys(key, after) * (reverse ? -1 : 1) > 0)
    return found.slice(0, limit)
  }
}

/** Index of the first key that is not below `least`. */
function firstFrom(keys: string[], least: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareKeys(keys[middle]!, least) < 0) low = middle + 1
    else high = middle
  }
  return low
}
