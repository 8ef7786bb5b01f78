import type { CheckJq, JqFault } from '../../zis/bundle/check-jq'
import { JqError } from '../engine/ports'
import type { JqReply } from './jq-thread'

/** jq's exit code for a program that it cannot read. */
export const compileError = 3
/** Reading takes a millisecond; a program that takes this long is none that anyone wrote. */
const mostMilliseconds = 2000
/** Programs whose answer is remembered: those of a few large bundles. */
const mostKnown = 2000

/**
 * Has jq read programs. Without an input it compiles a program and runs nothing. Answers are remembered, so
 * that the second upload of a bundle costs nothing.
 *
 * @param ask hands a program and the text of its input to jq
 */
export function createJqCheck(
  ask: (program: string, input: string, milliseconds: number) => Promise<JqReply>,
): CheckJq {
  const known = new Map<string, Promise<JqFault | undefined>>()
  return (program) => {
    const before = known.get(program)
    if (before) return before
    const answer = read(program)
    // The oldest goes first.
    for (const oldest of known.keys()) {
      if (known.size < mostKnown) break
      known.delete(oldest)
    }
    known.set(program, answer)
    // What was cut short says nothing about the next time.
    answer.then(
      (fault) => fault?.kind === 'budget' && known.delete(program),
      () => known.delete(program),
    )
    return answer
  }

  async function read(program: string): Promise<JqFault | undefined> {
    const costly: JqFault = {
      kind: 'budget',
      message: 'reading the expression takes more memory or time than a program may have',
      ...placeOf(program, 1, 1),
    }
    try {
      const reply = await ask(program, '', mostMilliseconds)
      if ('trap' in reply) return costly
      return reply.exitCode === compileError ? faultOf(program, reply.stderr) : undefined
    } catch (problem) {
      if (problem instanceof JqError && problem.kind === 'budget') return costly
      throw problem
    }
  }
}

/** The first thing that jq complains of; what comes after it mostly follows from it. */
function faultOf(program: string, stderr: string): JqFault {
  const line = stderr.split('\n', 1)[0]!.replace(/^jq: error: /, '')
  const found = /^(.*) at <top-level>, line (\d+), column (\d+):$/.exec(line)
  const [, message = line, row = '1', column = '2'] = found ?? []
  // jq counts bytes, and the blank that was put before the program.
  const atByte = Number(column) - (row === '1' ? 2 : 1)
  const lineText = program.split('\n')[Number(row) - 1] ?? ''
  const before = Buffer.from(lineText).subarray(0, Math.max(0, atByte)).toString()
  return { kind: 'syntax', message: plain(message), ...placeOf(program, Number(row), before.length + 1) }
}

/** jq's words for its own grammar, as a person would say them. */
function plain(message: string): string {
  if (message.startsWith('Top-level program not given')) return 'the expression is empty'
  return message
    .replace('INVALID_CHARACTER', 'character')
    .replace(/QQSTRING_TEXT or QQSTRING_INTERP_START or QQSTRING_END/, 'the end of the string (")')
    .replace('FORMAT or QQSTRING_START or', 'a name, " or')
    .replace('QQSTRING_INTERP_END', ')')
    .replace('QQSTRING_START', '"')
}

function placeOf(program: string, line: number, column: number): Pick<JqFault, 'line' | 'column' | 'offset'> {
  const before = program.split('\n').slice(0, line - 1)
  const offset = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1
  return { line, column, offset: Math.min(offset, program.length) }
}
