import { compileTemplate } from '../../../zis/flow/templates'
import type { ActionState } from '../../../zis/flow/types'
import type { JsonObject } from '../../../zis/json'
import { referencesIn } from '../references'
import { sizeUpTo } from '../../../zis/size'
import { actionFailed } from '../errors'
import type { Outcome, Running, StateType } from '../state-type'

/** Action resolves its parameters and calls a built-in or custom action with them (zis-flows 7.1). */
export const action: StateType<ActionState> = {
  compile({ ActionName, Parameters = {} }, compiler) {
    const render = compileTemplate(Parameters, 'parameters')
    const references = referencesIn(Parameters)
    const call = compiler.action(ActionName, Parameters)
    return (data, running, step) => {
      // The template of an object is an object.
      const parameters = render(data, running.rendering) as JsonObject
      running.recorder.parameters(step, parameters, references, data)
      const { parameters: kept = null } = step
      running.count(sizeUpTo(kept, running.limits.recordedSize))
      const outcome = call(parameters, running, step)
      return outcome instanceof Promise ? withinItsTime(outcome, running) : outcome
    }
  },
}

/** The same outcome, unless the time that one action may take is up first; a switch says how long that is. */
function withinItsTime(
  outcome: Promise<Outcome>,
  { assume, ports, signal }: Running,
): Outcome | Promise<Outcome> {
  const seconds = assume('actionSeconds')
  if (seconds === 0 || signal.aborted) return outcome
  return new Promise((resolve, reject) => {
    const cancel = ports.clock.after(seconds * 1000, () =>
      reject(actionFailed(`the action took longer than ${seconds} seconds`)),
    )
    outcome.finally(cancel).then(resolve, reject)
  })
}
