/** A folder or file that cannot be used, said in one sentence with the way out. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem'
}

/** The result codes of SQLite that a user can do something about. */
const sqlite = { readOnly: 8, io: 10, corrupt: 11, full: 13, notADatabase: 26 } as const

/** SQLite's own code of what went wrong, without its extension; undefined for anything else. */
function codeOf(problem: unknown): number | undefined {
  const code = (problem as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' ? code & 0xff : undefined
}

/** True for a file that holds no database, or one whose pages are no longer what they were. */
export const isDamage = (problem: unknown): boolean =>
  problem instanceof DamagedFile ||
  [sqlite.corrupt, sqlite.notADatabase].some((code) => code === codeOf(problem))

/** What a check of the file has found. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
}

/** What a failure to read or write means to whoever runs the simulator; anything unknown stays as it is. */
export function inOneSentence(problem: unknown, file: string): unknown {
  const reason = problem instanceof Error ? problem.message : String(problem)
  const say = (text: string) => new StoreProblem(text, { cause: problem })
  switch (codeOf(problem)) {
    case sqlite.full:
    case sqlite.io:
      return say(
        `Nothing can be kept in ${file} (${reason}): free space on its disk, or start again with --data on another one. Until then what would change something is answered with 500, and nothing of it is kept.`,
      )
    case sqlite.readOnly:
      return say(
        `${file} cannot be written (${reason}): make it writable, or start again with --data on another folder. Until then what would change something is answered with 500, and nothing of it is kept.`,
      )
    case sqlite.corrupt:
    case sqlite.notADatabase:
      return say(
        `${file} is damaged (${reason}): start again, and it is checked, set aside and told by its new name.`,
      )
    default:
      return problem
  }
}
