import { compileMessage } from '../../../zis/flow/templates'
import type { SucceedState } from '../../../zis/flow/types'
import type { StateType } from '../state-type'

/** The description of a run that came to its end without a message (zis-flows 7.6). */
export const defaultMessage = 'Execution Successful'

/** Succeed ends the flow, or the iteration it stands in; its message becomes the description in the log. */
export const succeed: StateType<SucceedState> = {
  compile({ Message = defaultMessage }) {
    const message = compileMessage(Message)
    return (data, { rendering }) => ({ does: 'succeed', message: message(data, rendering) })
  },
}
