import type { FlowState, StateOf, StateTypeName } from '../../../zis/flow/types'
import type { Compiler, StateType, Work } from '../state-type'
import { action } from './action'
import { choice } from './choice'
import { fail } from './fail'
import { map } from './map'
import { pass } from './pass'
import { succeed } from './succeed'
import { wait } from './wait'

type StateTypes = { [T in StateTypeName]: StateType<StateOf<T>> }

/** Every state type of ZIS (zis-flows 7). */
const stateTypes: StateTypes = {
  Action: action,
  Choice: choice,
  Fail: fail,
  Map: map,
  Pass: pass,
  Succeed: succeed,
  Wait: wait,
}

/** The work of one state. @throws {SyntaxError} for a definition that a check of its bundle refuses */
export function compileWork(state: FlowState, compiler: Compiler): Work {
  if (!Object.hasOwn(stateTypes, state.Type)) throw new SyntaxError(`"${state.Type}" is not a state type`)
  // The type of the entry belongs to the type of the state; the union does not say so.
  const type = stateTypes[state.Type] as StateType<FlowState>
  return type.compile(state, compiler)
}
