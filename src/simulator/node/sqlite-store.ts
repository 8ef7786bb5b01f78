import type { Range, Store, Table } from '../store/store'
import { askForCheck, openDataFile, takeFolder, type Database } from './data-file'
import { createGroupCommit } from './group-commit'
import { createRowCache } from './row-cache'
import { inOneSentence, isDamage } from './store-problem'

export { StoreProblem } from './store-problem'

/**
 * Numbers of a counter are taken from the file in blocks that grow with its use: a crash skips the rest of
 * one, and no number comes twice.
 */
const largestBlock = 128

/**
 * Keeps everything in `<folder>/data.sqlite` (write-ahead log, synced at every commit). Writes of a few turns
 * of the event loop share a transaction, so that many accepted events share a sync; those of one turn are
 * never torn apart.
 *
 * @param tell hears, in one sentence, of a damaged file that was set aside, and of writes that nobody waited for
 *   and that could not be kept
 * @throws {StoreProblem} when the folder cannot be written, is in use, or holds a newer format
 */
export function openSqliteStore(folder: string, tell: (problem: unknown) => void = warn): Store {
  const release = takeFolder(folder)
  const { db, file } = openDataFile(folder, release, tell)
  const statements = prepare(db)
  const tables = new Map<string, Table<unknown>>()
  const cache = createRowCache()
  const schedule = createGroupCommit(commit)
  /** Numbers of a counter that are taken from the file but not given out yet. */
  const blocks = new Map<string, { next: number; end: number; size: number }>()
  let isOpen = false
  let waiting: Array<{ resolve: () => void; reject: (reason: unknown) => void }> = []

  /** What went wrong since the last commit: then nothing of it is kept. */
  let failure: unknown

  function commit(): void {
    if (!isOpen) return
    isOpen = false
    const called = waiting
    waiting = []
    schedule.begin()
    try {
      if (failure !== undefined) throw failure
      db.exec('COMMIT')
      schedule.end(called.length)
      for (const { resolve } of called) resolve()
    } catch (caught) {
      const problem = explain(caught)
      failure = undefined
      blocks.clear()
      cache.clear()
      if (db.isTransaction) db.exec('ROLLBACK')
      // Nothing of it is kept; whoever waits for it must not acknowledge anything.
      for (const { reject } of called) reject(problem)
      if (called.length === 0) tell(problem)
    }
  }

  function write(work: () => void = () => {}): void {
    if (!isOpen) {
      guarded(() => db.exec('BEGIN IMMEDIATE'))
      isOpen = true
      schedule.soon()
    }
    if (failure !== undefined) throw failure
    try {
      work()
    } catch (problem) {
      // Half of what somebody meant to write must not be kept with what others wrote.
      failure = explain(problem)
      schedule.now()
      throw failure
    }
  }

  function guarded<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (problem) {
      throw explain(problem)
    }
  }

  function explain(problem: unknown): unknown {
    if (isDamage(problem)) askForCheck(folder)
    return inOneSentence(problem, file)
  }

  function tableOf(name: string): Table<unknown> {
    const known = tables.get(name)
    if (known) return known
    const texts = cache.table((key) => {
      const row = guarded(() => statements.get.get(name, key)) as { value: string } | undefined
      return row?.value
    })
    const table: Table<unknown> = {
      get(key) {
        const text = texts.get(key)
        return text === undefined ? undefined : (JSON.parse(text) as unknown)
      },
      has: (key) => texts.get(key) !== undefined,
      list: (range = {}) =>
        guarded(() => statements.list(name, range)).map(({ key, value }): [string, unknown] => [
          key,
          JSON.parse(value),
        ]),
      count: (prefix = '') =>
        (statements.count.get(name, prefix, `${prefix}\u{10ffff}`) as { count: number }).count,
      put(key, row) {
        const text = JSON.stringify(row)
        texts.forget(key)
        write(() => statements.put.run(name, key, text))
      },
      delete(key) {
        let deleted = 0
        texts.forget(key)
        write(() => (deleted = Number(statements.delete.run(name, key).changes)))
        return deleted > 0
      },
    }
    tables.set(name, table)
    return table
  }

  return {
    table: (name) => tableOf(name) as Table<never>,
    durable() {
      if (!isOpen) return Promise.resolve()
      schedule.now()
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    nextNumber(counter, first = 1) {
      let block = blocks.get(counter)
      if (!block) {
        const row = statements.counter.get(counter) as { next: number } | undefined
        const next = row?.next ?? first
        blocks.set(counter, (block = { next, end: next, size: 1 }))
      }
      if (block.next === block.end) {
        const end = block.end + block.size
        write(() => statements.setCounter.run(counter, end))
        block.end = end
        block.size = Math.min(block.size * 2, largestBlock)
      }
      return block.next++
    },
    clear() {
      write(() => db.exec('DELETE FROM rows; DELETE FROM counters'))
      blocks.clear()
      cache.clear()
    },
    close() {
      try {
        for (const [counter, { next }] of blocks) write(() => statements.setCounter.run(counter, next))
        commit()
        db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch (problem) {
        tell(explain(problem))
      } finally {
        db.close()
        release()
      }
      return Promise.resolve()
    },
  }
}

const warn = (problem: unknown): void =>
  process.emitWarning(problem instanceof Error ? problem : String(problem))

function prepare(db: Database) {
  const listing = (order: 'ASC' | 'DESC', past: '>' | '<') =>
    db.prepare(
      `SELECT key, value FROM rows WHERE tbl = ? AND key >= ? AND key < ? AND key ${past} ? ORDER BY key ${order} LIMIT ?`,
    )
  const upward = listing('ASC', '>')
  const downward = listing('DESC', '<')
  return {
    get: db.prepare('SELECT value FROM rows WHERE tbl = ? AND key = ?'),
    put: db.prepare('INSERT OR REPLACE INTO rows (tbl, key, value) VALUES (?, ?, ?)'),
    delete: db.prepare('DELETE FROM rows WHERE tbl = ? AND key = ?'),
    count: db.prepare('SELECT count(*) AS count FROM rows WHERE tbl = ? AND key >= ? AND key < ?'),
    counter: db.prepare('SELECT next FROM counters WHERE name = ?'),
    setCounter: db.prepare('INSERT OR REPLACE INTO counters (name, next) VALUES (?, ?)'),
    list(name: string, { prefix = '', after, limit, reverse = false }: Range) {
      const bound = after ?? (reverse ? '\u{10ffff}' : '')
      return (reverse ? downward : upward).all(
        name,
        prefix,
        `${prefix}\u{10ffff}`,
        bound,
        limit ?? -1,
      ) as unknown as Array<{ key: string; value: string }>
    },
  }
}
