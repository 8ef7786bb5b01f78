import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Range, Store, Table } from '../store/store'

type Database = InstanceType<typeof DatabaseSync>

/** Grows with every change of the data format that an older program could not read. */
const dataVersion = 1

/**
 * Numbers of a counter are taken from the file in blocks that grow with its use: a crash skips the rest of
 * one, and no number comes twice.
 */
const largestBlock = 128

/** A folder that cannot be used, said in one sentence. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem'
}

/**
 * Keeps everything in `<folder>/data.sqlite` (write-ahead log, synced at every commit). Writes of one turn
 * of the event loop share a transaction, so that many accepted events share a sync.
 *
 * @throws {StoreProblem} when the folder cannot be written, is in use, is damaged, or holds a newer format
 */
export function openSqliteStore(folder: string): Store {
  const release = takeFolder(folder)
  const db = open(folder, release)
  const statements = prepare(db)
  const tables = new Map<string, Table<unknown>>()
  /** Numbers of a counter that are taken from the file but not given out yet. */
  const blocks = new Map<string, { next: number; end: number; size: number }>()
  let isOpen = false
  let waiting: Array<{ resolve: () => void; reject: (reason: unknown) => void }> = []

  function commit(): void {
    if (!isOpen) return
    isOpen = false
    const called = waiting
    waiting = []
    try {
      db.exec('COMMIT')
      for (const { resolve } of called) resolve()
    } catch (problem) {
      blocks.clear()
      // Nothing of this turn is kept; whoever waits for it must not acknowledge anything.
      for (const { reject } of called) reject(problem)
      if (called.length === 0) throw problem
    }
  }

  function write(): void {
    if (isOpen) return
    db.exec('BEGIN IMMEDIATE')
    isOpen = true
    setImmediate(commit)
  }

  function tableOf(name: string): Table<unknown> {
    const known = tables.get(name)
    if (known) return known
    const table: Table<unknown> = {
      get(key) {
        const row = statements.get.get(name, key) as { value: string } | undefined
        return row && (JSON.parse(row.value) as unknown)
      },
      has: (key) => statements.get.get(name, key) !== undefined,
      list: (range = {}) =>
        statements.list(name, range).map(({ key, value }): [string, unknown] => [key, JSON.parse(value)]),
      count: (prefix = '') =>
        (statements.count.get(name, prefix, `${prefix}\u{10ffff}`) as { count: number }).count,
      put(key, row) {
        write()
        statements.put.run(name, key, JSON.stringify(row))
      },
      delete(key) {
        write()
        return Number(statements.delete.run(name, key).changes) > 0
      },
    }
    tables.set(name, table)
    return table
  }

  return {
    table: (name) => tableOf(name) as Table<never>,
    durable: () =>
      isOpen ? new Promise((resolve, reject) => waiting.push({ resolve, reject })) : Promise.resolve(),
    nextNumber(counter, first = 1) {
      let block = blocks.get(counter)
      if (!block) {
        const row = statements.counter.get(counter) as { next: number } | undefined
        const next = row?.next ?? first
        blocks.set(counter, (block = { next, end: next, size: 1 }))
      }
      if (block.next === block.end) {
        write()
        block.end += block.size
        block.size = Math.min(block.size * 2, largestBlock)
        statements.setCounter.run(counter, block.end)
      }
      return block.next++
    },
    clear() {
      write()
      db.exec('DELETE FROM rows; DELETE FROM counters')
      blocks.clear()
    },
    close() {
      if (blocks.size > 0) write()
      for (const [counter, { next }] of blocks) statements.setCounter.run(counter, next)
      commit()
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      db.close()
      release()
      return Promise.resolve()
    },
  }
}

/**
 * Makes sure that one process at a time writes to the folder. The lock is a transaction that the operating
 * system ends with the process, so a killed simulator leaves none behind.
 */
function takeFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new StoreProblem(`The folder ${folder} cannot be written; name another one with --data.`, { cause })
  }
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new StoreProblem(
      `Another simulator uses the folder ${folder}; stop it or name another one with --data.`,
      {
        cause,
      },
    )
  }
  return () => lock.close()
}

function open(folder: string, release: () => void): Database {
  const file = join(folder, 'data.sqlite')
  try {
    const db = new DatabaseSync(file)
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    const { user_version: found } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (found > dataVersion) {
      db.close()
      throw new StoreProblem(
        `${file} was written by a newer version (format ${found}, this one reads ${dataVersion}); update ZIS Console or name another folder with --data.`,
      )
    }
    db.exec(`
      PRAGMA user_version = ${dataVersion};
      CREATE TABLE IF NOT EXISTS rows (tbl TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (tbl, key)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;
    `)
    return db
  } catch (cause) {
    release()
    if (cause instanceof StoreProblem) throw cause
    const text = cause instanceof Error ? cause.message : String(cause)
    throw new StoreProblem(
      `${file} cannot be opened (${text}); move it away or name another folder with --data.`,
      {
        cause,
      },
    )
  }
}

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
