import { PathBlocked } from '../../zis/flow/paths'
import { PathNotFound } from '../../zis/flow/templates'
import { FlowError } from './ports'

/** Error names as the Amazon States Language has them; ZIS shows a flow only the cause (zis-flows 8.2). */
export const errorNames = {
  action: 'States.TaskFailed',
  noChoice: 'States.NoChoiceMatched',
  resultPath: 'States.ResultPathMatchFailure',
  timeout: 'States.Timeout',
  transitions: 'States.ExceededTransitions',
  mapItems: 'States.ExceededItems',
  data: 'States.DataLimitExceeded',
} as const

/** The text that clients of ZIS look for when an answer is over the limit (zis-api 11). */
export const answerTooLarge = 'payload is larger than 2mb'

/** What a flow can do about what was thrown; undefined for a fault of ours, which keeps its stack. */
export function flowErrorOf(thrown: unknown): FlowError | undefined {
  if (thrown instanceof FlowError) return thrown
  if (thrown instanceof PathNotFound)
    return new FlowError(errorNames.action, thrown.message, { retriedIf: 'retryAfterPathError' })
  if (isTooLongText(thrown)) return tooMuchData()
  if (thrown instanceof PathBlocked) return new FlowError(errorNames.resultPath, thrown.message)
  return undefined
}

/** A flow that puts its data into itself again and again grows without end; no Catch sees that. */
export const tooMuchData = (): FlowError =>
  new FlowError(errorNames.data, 'the data of the flow grew too large', { isCatchable: false })

/** Placeholders made a text that is longer than JavaScript has them. */
const isTooLongText = (thrown: unknown): boolean =>
  thrown instanceof RangeError && thrown.message === 'Invalid string length'

export const actionFailed = (cause: string, details?: FlowError['details']): FlowError =>
  new FlowError(errorNames.action, cause, details)
