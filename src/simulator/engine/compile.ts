import { builtInActions } from '../../zis/flow/built-ins'
import type { ActionDefinition, Catcher, FlowDefinition, FlowState, Retrier } from '../../zis/flow/types'
import { compileAction } from './actions'
import { placeOf } from './compile-path'
import { withDataPaths } from './data-paths'
import { reachableStates } from './reachable'
import { passOn } from './state-type'
import type {
  CompiledCatch,
  CompiledFlow,
  CompiledRetry,
  CompiledState,
  Compiler,
  RunAction,
} from './state-type'
import { compileWork } from './states'

export type { CompiledFlow } from './state-type'

/**
 * Makes a flow ready to run: every path, template and rule becomes a function once, and every Next a
 * pointer, so that running a step parses and looks up nothing.
 *
 * @param context `action` finds a custom action of the integration by its short name; `builtIn` stands in
 *   for the actions that ZIS brings along
 * @throws {SyntaxError} for a definition that a check of its bundle refuses
 */
export function compileFlow(flow: FlowDefinition, context: FlowContext): CompiledFlow {
  const connections = new Set<string>()
  const reachable = new Set<string>()
  const start = compileStates(flow, {
    ...context,
    needs(connection, isReachable) {
      connections.add(connection)
      if (isReachable) reachable.add(connection)
    },
  })
  return { start, connections: [...connections], reachableConnections: [...reachable] }
}

export interface FlowContext {
  integration: string
  action(name: string): ActionDefinition | undefined
  builtIn?: RunAction
}

interface Context extends FlowContext {
  needs(connection: string, isReachable: boolean): void
}

function compileStates(flow: FlowDefinition, context: Context): CompiledState {
  const states = new Map<string, CompiledState>()
  // All are made before any is filled in, so that a flow may go back to an earlier state.
  for (const [name, { Type }] of Object.entries(flow.States)) states.set(name, emptyState(name, Type))

  const reached = reachableStates(flow)
  const compilerOf = (at: string): Compiler => ({
    integration: context.integration,
    state(name) {
      const state = states.get(name)
      if (!state) throw new SyntaxError(`there is no state "${name}" to go to`)
      return state
    },
    inner: (definition) =>
      compileStates(definition, {
        ...context,
        needs: (connection, isReachable) => context.needs(connection, isReachable && reached.has(at)),
      }),
    action(name, written) {
      if (context.builtIn && builtInActions.includes(name)) return context.builtIn
      const needs = (connection: string) => context.needs(connection, reached.has(at))
      return compileAction(name, written, { ...context, needs })
    },
  })
  for (const [name, state] of Object.entries(flow.States)) fill(states.get(name)!, state, compilerOf(name))
  return compilerOf(flow.StartAt).state(flow.StartAt)
}

const emptyState = (name: string, type: string): CompiledState => ({
  name,
  type,
  isQuick: type !== 'Action' && type !== 'Map' && type !== 'Wait',
  work: () => passOn,
  place: 'discard',
  isDefaultPlace: true,
  next: undefined,
  catch: undefined,
  retry: undefined,
})

function fill(compiled: CompiledState, state: FlowState, compiler: Compiler): void {
  const path = 'ResultPath' in state ? state.ResultPath : undefined
  compiled.isDefaultPlace = path === undefined
  compiled.place = placeOf(path)
  compiled.work = withDataPaths(state, compileWork(state, compiler), compiled.place)
  if ('Next' in state && state.Next !== undefined) compiled.next = compiler.state(state.Next)
  if ('Catch' in state) compiled.catch = compileCatch(state.Catch, compiler)
  if ('Retry' in state) compiled.retry = compileRetry(state.Retry)
}

/** The only error name is States.ALL, so the first catcher takes everything. */
function compileCatch(catchers: Catcher[] | undefined, compiler: Compiler): CompiledCatch | undefined {
  const first = catchers?.[0]
  return first && { place: placeOf(first.ResultPath), next: compiler.state(first.Next) }
}

function compileRetry(retriers: Retrier[] | undefined): CompiledRetry | undefined {
  const first = retriers?.[0]
  if (!first) return undefined
  // Nobody documents what ZIS makes of a wrong number here, so it counts as left out.
  const number = (value: unknown, otherwise: number) =>
    typeof value === 'number' && value >= 0 ? value : otherwise
  return {
    intervalSeconds: number(first.IntervalSeconds, 1),
    backoffRate: number(first.BackoffRate, 2),
    maxAttempts: number(first.MaxAttempts, 3),
  }
}
