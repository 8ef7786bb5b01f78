import { cpus } from 'node:os'
import { deepestDocument, isDeeperThan } from '../../zis/depth'
import type { Json } from '../../zis/json'
import { JqError, type Jq, type JqReader } from '../engine/ports'
import { compileError, createJqCheck } from './jq-check'
import { JqThread, type JqReply } from './jq-thread'

/** More programs at a time than this wait for a free thread. */
const mostThreads = 2

interface Waiting {
  run(thread: JqThread): void
  stop(): void
}

/**
 * Real jq in WebAssembly, in threads that are started when they are first needed and ended when a
 * program runs away. A program only ever waits for others when every thread is busy.
 */
export function createJq(): Jq & JqReader {
  const threads = new Set<JqThread>()
  const idle: JqThread[] = []
  const queue: Waiting[] = []
  const most = Math.max(1, Math.min(mostThreads, cpus().length))
  let isClosed = false

  function next(): void {
    while (queue.length > 0) {
      const thread = idle.pop() ?? newThread()
      if (!thread) return
      queue.shift()!.run(thread)
    }
  }

  function newThread(): JqThread | undefined {
    if (threads.size >= most) return undefined
    const thread = new JqThread()
    threads.add(thread)
    return thread
  }

  async function askOn(
    thread: JqThread,
    program: string,
    input: string,
    milliseconds: number,
  ): Promise<JqReply> {
    let isUsable = false
    try {
      const reply = await thread.evaluate(program, input, milliseconds)
      isUsable = true
      return reply
    } finally {
      if (isUsable && !isClosed) {
        idle.push(thread)
      } else {
        threads.delete(thread)
        await thread.end()
      }
      next()
    }
  }

  const ask = (program: string, input: string, milliseconds: number) =>
    new Promise<JqReply>((resolve, reject) => {
      const stop = () => reject(new JqError('budget', 'jq has been shut down'))
      if (isClosed) return stop()
      queue.push({
        run: (thread) => askOn(thread, program, input, milliseconds).then(resolve, reject),
        stop,
      })
      next()
    })

  return {
    check: createJqCheck(ask),
    async evaluate(program, input, budget) {
      // jq's stack in WebAssembly traps somewhere between 500 and 1,000 levels, even for the program `.`.
      if (isDeeperThan(input, deepestDocument)) {
        throw new JqError(
          'runtime',
          `jq takes data nested up to ${deepestDocument} levels, and this is deeper`,
        )
      }
      return resultOf(await ask(program, JSON.stringify(input), budget.milliseconds))
    },
    async close() {
      isClosed = true
      for (const waiting of queue.splice(0)) waiting.stop()
      await Promise.all([...threads].map((thread) => thread.end()))
      threads.clear()
      idle.length = 0
    },
  }
}

function resultOf(reply: JqReply): Json {
  if ('trap' in reply) {
    throw new JqError('budget', 'the jq program needs more memory or goes deeper than it may')
  }
  const { stdout, stderr, exitCode } = reply
  if (exitCode !== 0) {
    const isSyntax = exitCode === compileError
    throw new JqError(
      isSyntax ? 'syntax' : 'runtime',
      plainMessage(stderr) || `jq ended with code ${exitCode}`,
    )
  }
  const end = stdout.indexOf('\n')
  const first = end < 0 ? stdout : stdout.slice(0, end)
  return first === '' ? null : (JSON.parse(first) as Json)
}

/** jq's message without the name of the program and the place in an input that nobody sees. */
function plainMessage(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line !== '' && !/^jq: \d+ compile errors?$/.test(line))
  return lines
    .map((line) => line.replace(/^jq: error(?: \(at [^)]*\))?: /, ''))
    .join('\n')
    .replace(/, line 1, column (\d+)/, (_, column) => `, line 1, column ${Number(column) - 1}`)
}
