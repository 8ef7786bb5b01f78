import type { ReadAssumption } from '../../assumptions'
import { firstInexactNumber, inexactNote } from '../../../zis/integers'
import { own, type Json, type JsonObject } from '../../../zis/json'
import { actionFailed } from '../errors'
import { JqError } from '../ports'
import { write, type RunAction } from '../state-type'
import type { BuiltIn } from './index'

/** Jq transforms data with a jq program; its first output is the result (zis-flows 9.3). */
export const jq: BuiltIn = {
  name: 'zis:common:transform:Jq',
  compile(written): RunAction {
    const dataOf = compileData(written)
    return async ({ expr, data }, { ports, limits, inTime, assume, recorder }, step) => {
      if (typeof expr !== 'string') throw actionFailed('Jq needs expr, a jq program as a string')
      if (data === undefined) throw actionFailed('Jq needs data')
      const budget = { milliseconds: limits.jqMilliseconds }
      try {
        const wanted = assume('jqOutputs')
        const isPlain = wanted === 'first' && assume('jqWithoutOutput') === 'null'
        const program = atTime(isPlain ? expr : `[${expr}\n]`, ports.clock.now())
        const result = await inTime(ports.jq.evaluate(program, dataOf(data, assume), budget))
        const inexact = firstInexactNumber(result)
        if (inexact !== undefined) recorder.note(step, inexactNote(inexact, 'the result'))
        return write(isPlain ? result : pick(result as Json[], wanted, assume('jqWithoutOutput') === 'fail'))
      } catch (problem) {
        if (problem instanceof JqError) throw actionFailed(withoutFirstLine(problem.message, expr))
        throw problem
      }
    }
  },
}

const asksForTime = (program: string): boolean => /\bnow\b/.test(program)

/** The program with `now` on the clock of the simulator, given in ms, not of the machine. */
const atTime = (program: string, now: number): string =>
  asksForTime(program) ? `def now: ${now / 1000};\n${program}` : program

/** A message of jq about a program that {@link atTime} has put a line in front of. */
const withoutFirstLine = (message: string, program: string): string =>
  asksForTime(program)
    ? message.replace(/, line (\d+)/g, (_, line: string) => `, line ${Math.max(1, Number(line) - 1)}`)
    : message

/** What the switches ask for of all outputs of a program. */
function pick(outputs: Json[], wanted: 'first' | 'last' | 'all', needsOne: boolean): Json {
  if (outputs.length === 0 && needsOne) throw actionFailed('the jq program has no output')
  return wanted === 'all' ? outputs : (outputs.at(wanted === 'last' ? -1 : 0) ?? null)
}

/**
 * A literal `data` is a text that holds JSON, read here once; what `data.$` gives is taken as it is,
 * even a text, unless a switch says that it is read, too.
 */
function compileData(written: JsonObject): (data: Json, assume: ReadAssumption) => Json {
  const literal = own(written, 'data')
  if (typeof literal !== 'string') {
    return (data, assume) => (typeof data === 'string' && assume('jqReadsText') ? readText(data) : data)
  }
  try {
    const parsed = JSON.parse(literal) as Json
    return () => parsed
  } catch {
    return () => {
      throw actionFailed(`the literal data of Jq is not JSON: ${literal}`)
    }
  }
}

function readText(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    // A text that is no JSON is just a text.
    return text
  }
}
