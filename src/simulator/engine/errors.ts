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
} as const

/** What a flow can do about what was thrown; undefined for a fault of ours, which keeps its stack. */
export function flowErrorOf(thrown: unknown): FlowError | undefined {
  if (thrown instanceof FlowError) return thrown
  if (thrown instanceof PathNotFound) return new FlowError(errorNames.action, thrown.message)
  if (thrown instanceof PathBlocked) return new FlowError(errorNames.resultPath, thrown.message)
  return undefined
}

export const actionFailed = (cause: string, details?: FlowError['details']): FlowError =>
  new FlowError(errorNames.action, cause, details)
