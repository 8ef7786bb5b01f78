import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { DamagedFile, isDamage, StoreProblem } from './store-problem'

export type Database = InstanceType<typeof DatabaseSync>

/** Grows with every change of the data format that an older program could not read. */
const dataVersion = 1

/** Bytes up to which a file is always checked at the start: so much takes no time that anybody notices. */
const alwaysChecked = 16 * 1024 * 1024

/** Bytes up to which a file is checked after an end that was none: a longer one would hold the start up. */
const checkedAfterCrash = 512 * 1024 * 1024

const checkFile = (folder: string) => join(folder, 'check-at-start')

/**
 * Makes sure that one process at a time writes to the folder. The lock is a transaction that the operating
 * system ends with the process, so a killed simulator leaves none behind.
 */
export function takeFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    throw new StoreProblem(`The folder ${folder} cannot be written; name another one with --data.`, { cause })
  }
  refuseLinks(folder)
  let lock: Database | undefined
  try {
    const file = join(folder, 'lock.sqlite')
    keepForOwner(file)
    lock = new DatabaseSync(file)
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock?.close()
    throw new StoreProblem(
      `Another simulator uses the folder ${folder}; stop it or name another one with --data.`,
      {
        cause,
      },
    )
  }
  return () => lock.close()
}

/**
 * A link would have the file behind it changed: its permissions, and what it holds if it is empty. The folder itself
 * may be one.
 */
function refuseLinks(folder: string): void {
  for (const name of [
    'lock.sqlite',
    'data.sqlite',
    'data.sqlite-wal',
    'data.sqlite-shm',
    'key',
    'partners',
  ]) {
    const file = join(folder, name)
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new StoreProblem(
        `${file} is a link to somewhere else; put the file itself there, or name another folder with --data.`,
      )
    }
  }
}

/** Has the file checked at the next start, however it ends now: it has shown damage while it was used. */
export function askForCheck(folder: string): void {
  try {
    writeFileSync(checkFile(folder), '')
  } catch {
    // A folder that cannot be written is told of by whoever wanted to write to it.
  }
}

/**
 * Opens `data.sqlite`. A damaged one is set aside under a new name, with its write-ahead log, and a new one is
 * begun: nothing in it is changed, so that what is left can be recovered.
 *
 * @throws {StoreProblem}
 */
export function openDataFile(
  folder: string,
  release: () => void,
  tell: (problem: unknown) => void,
): { db: Database; file: string } {
  const file = join(folder, 'data.sqlite')
  try {
    try {
      return { db: open(folder, file), file }
    } catch (problem) {
      if (!isDamage(problem)) throw problem
      const reason = problem instanceof Error ? problem.message : String(problem)
      const name = setAside(file)
      rmSync(checkFile(folder), { force: true })
      tell(
        new StoreProblem(
          `${file} is damaged (${reason}); it was set aside as ${name}, unchanged, and a new one was begun. Put a copy from before in its place, or get back what is left with "sqlite3 ${name} .recover".`,
          { cause: problem },
        ),
      )
      return { db: open(folder, file), file }
    }
  } catch (cause) {
    release()
    if (cause instanceof StoreProblem) throw cause
    const text = cause instanceof Error ? cause.message : String(cause)
    throw new StoreProblem(
      `${file} cannot be opened (${text}); make it writable or name another folder with --data.`,
      {
        cause,
      },
    )
  }
}

function open(folder: string, file: string): Database {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  const hasCrashed = (log?.size ?? 0) > 0 || existsSync(checkFile(folder))
  keepForOwner(file)
  const db = new DatabaseSync(file)
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    const { user_version: found } = db.prepare('PRAGMA user_version').get() as { user_version: number }
    if (found > dataVersion) {
      throw new StoreProblem(
        `${file} was written by a newer version (format ${found}, this one reads ${dataVersion}); update ZIS Console or name another folder with --data.`,
      )
    }
    if (statSync(file).size <= (hasCrashed ? checkedAfterCrash : alwaysChecked)) check(db)
    db.exec(`
      PRAGMA user_version = ${dataVersion};
      CREATE TABLE IF NOT EXISTS rows (tbl TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (tbl, key)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;
    `)
    rmSync(checkFile(folder), { force: true })
    return db
  } catch (problem) {
    db.close()
    throw problem
  }
}

/**
 * Makes a file readable by its owner only, in a folder that others may look into. SQLite gives the files that it
 * puts beside it the same permissions; those of an earlier version may be there already.
 */
function keepForOwner(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  for (const ending of ['', '-wal', '-shm']) if (existsSync(file + ending)) chmodSync(file + ending, 0o600)
}

/** @throws {DamagedFile} */
function check(db: Database): void {
  const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
  if (found !== 'ok') throw new DamagedFile(found.replaceAll('\n', ' '))
}

/** Gives a file and what belongs to it a name that is free, and tells it. */
function setAside(file: string): string {
  let number = 1
  const nameFor = () => file.replace(/\.sqlite$/, `.damaged-${number}.sqlite`)
  while (existsSync(nameFor())) number += 1
  const name = nameFor()
  // The log first: without it the file would be taken for the whole.
  for (const ending of ['-wal', '-shm', '']) {
    if (existsSync(file + ending)) renameSync(file + ending, name + ending)
  }
  return name
}
