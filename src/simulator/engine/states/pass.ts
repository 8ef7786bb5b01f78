import { compileTemplate } from '../../../zis/flow/templates'
import type { PassState } from '../../../zis/flow/types'
import { compileWeight, hasDollarKeys } from '../weight'
import { passOn, write, type StateType } from '../state-type'

/**
 * Pass hands its data on, with `Result` added when there is one. Unlike in the Amazon States Language,
 * keys of Result that end in `.$` are resolved (zis-flows 7.5).
 */
export const pass: StateType<PassState> = {
  compile({ Result }) {
    if (Result === undefined) return () => passOn
    const render = compileTemplate(Result, 'parameters')
    const weigh = compileWeight(Result)
    if (!hasDollarKeys(Result)) {
      const outcome = write(Result, weigh(Result))
      return () => outcome
    }
    return (data, { rendering }) => {
      const value = render(data, rendering)
      return write(value, weigh(value))
    }
  },
}
