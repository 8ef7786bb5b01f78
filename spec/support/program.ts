import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(__dirname, '../../dist/simulator/main.js')

export interface Program {
  origin: string
  /** What the program has printed to standard error. */
  said(): string
  /** Resolves with all that is printed to standard error from now on, once a text is in it. */
  says(text: string): Promise<string>
  kill(signal?: NodeJS.Signals): Promise<number | null>
}

/** What the system lets a program do. */
export interface Limits {
  /** kB that a file of the program may have. */
  fileLimit?: number
  /** It is not root, to whom no file is closed. */
  isUnprivileged?: boolean
}

/** Whom a program is run as that may not be root; undefined where nobody here is root. */
export const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

/** Starts the built simulator as a user does, and waits for its one line. */
export async function startProgram(...given: [Limits, ...string[]] | string[]): Promise<Program> {
  const { child, firstLine } = launch(...withLimits(given))
  let said = ''
  let heard = () => {}
  child.stderr!.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    heard()
  })
  const line = await firstLine
  const origin = /(http:\/\/127\.0\.0\.1:\d+)/.exec(line ?? '')?.[1]
  if (!origin) throw new Error(`The simulator did not start: ${line ?? '(nothing printed)'}`)
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    origin,
    said: () => said,
    says(text) {
      const from = said.length
      return new Promise((resolve) => {
        heard = () => {
          if (said.slice(from).includes(text)) resolve(said.slice(from))
        }
      })
    },
    kill(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs the built simulator to its end; for starts that must fail. */
export async function runProgram(
  ...given: [Limits, ...string[]] | string[]
): Promise<{ code: number | null; said: string }> {
  const { child } = launch(...withLimits(given))
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, said: said.trim() }
}

const withLimits = (given: [Limits, ...string[]] | string[]): [string[], Limits] =>
  typeof given[0] === 'object' ? [given.slice(1) as string[], given[0]] : [given as string[], {}]

function launch(
  args: string[],
  { fileLimit, isUnprivileged = false }: Limits,
): { child: ChildProcess; firstLine: Promise<string | undefined> } {
  if (!existsSync(main)) throw new Error('The simulator is not built; run npm run build first.')
  const command = [process.execPath, main, ...args]
  const [file = '', ...rest] =
    fileLimit === undefined
      ? command
      : ['bash', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'bash', ...command]
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'], ...(isUnprivileged && nobody) })
  const lines = createInterface({ input: child.stdout! })
  const firstLine = new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve)
    child.once('exit', () => resolve(undefined))
  })
  return { child, firstLine }
}
