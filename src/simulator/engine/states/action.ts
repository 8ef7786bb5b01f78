import { compileTemplate } from '../../../zis/flow/templates'
import type { ActionState } from '../../../zis/flow/types'
import type { JsonObject } from '../../../zis/json'
import type { StateType } from '../state-type'

/** Action resolves its parameters and calls a built-in or custom action with them (zis-flows 7.1). */
export const action: StateType<ActionState> = {
  compile({ ActionName, Parameters = {} }, compiler) {
    const render = compileTemplate(Parameters, 'parameters')
    const call = compiler.action(ActionName, Parameters)
    return (data, running, step) => {
      // The template of an object is an object.
      const parameters = render(data, running.rendering) as JsonObject
      running.recorder.parameters(step, parameters)
      return call(parameters, running, step)
    }
  },
}
