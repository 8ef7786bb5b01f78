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
    return async ({ expr, data }, { ports, limits, inTime }) => {
      if (typeof expr !== 'string') throw actionFailed('Jq needs expr, a jq program as a string')
      if (data === undefined) throw actionFailed('Jq needs data')
      const budget = { milliseconds: limits.jqMilliseconds }
      try {
        return write(await inTime(ports.jq.evaluate(expr, dataOf(data), budget)))
      } catch (problem) {
        if (problem instanceof JqError) throw actionFailed(problem.message)
        throw problem
      }
    }
  },
}

/**
 * A literal `data` is a text that holds JSON, read here once; what `data.$` gives is taken as it is,
 * even a text.
 */
function compileData(written: JsonObject): (data: Json) => Json {
  const literal = own(written, 'data')
  if (typeof literal !== 'string') return (data) => data
  try {
    const parsed = JSON.parse(literal) as Json
    return () => parsed
  } catch {
    return () => {
      throw actionFailed(`the literal data of Jq is not JSON: ${literal}`)
    }
  }
}
