import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(__dirname, '../../dist/simulator/main.js')

export interface Program {
  origin: string
  /** One sentence that the program printed to standard error, when it gave up. */
  kill(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the built simulator as a user does, and waits for its one line. */
export async function startProgram(...args: string[]): Promise<Program> {
  const { child, firstLine } = launch(args)
  const line = await firstLine
  const origin = /(http:\/\/127\.0\.0\.1:\d+)/.exec(line ?? '')?.[1]
  if (!origin) throw new Error(`The simulator did not start: ${line ?? '(nothing printed)'}`)
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    origin,
    kill(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs the built simulator to its end; for starts that must fail. */
export async function runProgram(...args: string[]): Promise<{ code: number | null; said: string }> {
  const { child } = launch(args)
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, said: said.trim() }
}

function launch(args: string[]): { child: ChildProcess; firstLine: Promise<string | undefined> } {
  if (!existsSync(main)) throw new Error('The simulator is not built; run npm run build first.')
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines = createInterface({ input: child.stdout! })
  const firstLine = new Promise<string | undefined>((resolve) => {
    lines.once('line', resolve)
    child.once('exit', () => resolve(undefined))
  })
  return { child, firstLine }
}
