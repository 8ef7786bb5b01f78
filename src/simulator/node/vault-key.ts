import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromBase64, toBase64 } from '../encoding'
import { makeVaultKey } from '../vault'
import { StoreProblem } from './store-problem'

/**
 * The key that seals secrets, beside the data file but not in it, readable by its owner only.
 * @throws {StoreProblem} when the file cannot be read, or does not hold a key
 */
export function readVaultKey(folder: string): Uint8Array<ArrayBuffer> {
  const file = join(folder, 'key')
  try {
    const key = makeVaultKey()
    writeFileSync(file, `${toBase64(key)}\n`, { mode: 0o600, flag: 'wx' })
    return key
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(file, problem)
  }
  try {
    chmodSync(file, 0o600)
    const key = fromBase64(readFileSync(file, 'utf8').trim())
    if (key.length === 32) return key
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw code === 'EACCES' || code === 'EPERM' ? closedKey(file, cause) : badKey(file, cause)
  }
  throw badKey(file)
}

const unusable = (file: string, cause: unknown) =>
  new StoreProblem(
    `${file} cannot be written (${cause instanceof Error ? cause.message : String(cause)}); free space, or name another folder with --data.`,
    { cause },
  )

const closedKey = (file: string, cause: unknown) =>
  new StoreProblem(`${file} cannot be read; make it yours, or name another folder with --data.`, { cause })

const badKey = (file: string, cause?: unknown) =>
  new StoreProblem(
    `${file} does not hold a key; put the right one back, or name another folder with --data.`,
    { cause },
  )
