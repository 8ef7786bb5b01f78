import { compileMessage } from '../../../zis/flow/templates'
import type { FailState } from '../../../zis/flow/types'
import { FlowError } from '../ports'
import type { StateType } from '../state-type'

/** Fail ends the flow as failed, for good: it is not tried again, unless a switch says so (zis-flows 7.3). */
export const fail: StateType<FailState> = {
  compile(state) {
    const error = compileMessage(state.Error)
    const cause = compileMessage(state.Cause)
    return (data, { rendering }) => ({
      does: 'fail',
      error: new FlowError(error(data, rendering), cause(data, rendering), { retriedIf: 'retryAfterFail' }),
    })
  },
}
