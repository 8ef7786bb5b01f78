/** Rows of one table that are kept, and how long their text may be: switches, webhooks, tokens, the account. */
const mostRows = 200
const longestText = 1000

interface TextTable {
  /** The text of a row, undefined when there is none. */
  get(key: string): string | undefined
  /** Called before a row changes. */
  forget(key: string): void
}

/**
 * Short rows that were read lately, as text: every request asks for the same few of them. What is not there is
 * remembered as well. Nobody else writes to the file (see `takeFolder`), so that it cannot be out of date.
 */
export function createRowCache() {
  const tables: Array<Map<string, string | undefined>> = []
  return {
    table(read: (key: string) => string | undefined): TextTable {
      const rows = new Map<string, string | undefined>()
      tables.push(rows)
      return {
        get(key) {
          const known = rows.get(key)
          if (known !== undefined || rows.has(key)) return known
          const text = read(key)
          if (text !== undefined && text.length > longestText) return text
          // A table with many rows is begun anew: what is asked for often is soon there again.
          if (rows.size === mostRows) rows.clear()
          rows.set(key, text)
          return text
        },
        forget: (key) => void rows.delete(key),
      }
    },
    /** Called when rows have changed otherwise: all are deleted, or their writes were taken back. */
    clear() {
      for (const rows of tables) rows.clear()
    },
  }
}
