import type { Writer } from '../../zis/flow/paths'
import type { RenderOptions } from '../../zis/flow/templates'
import type { ActionDefinition, FlowDefinition } from '../../zis/flow/types'
import type { Step } from '../../zis/history'
import type { Json, JsonObject } from '../../zis/json'
import type { ReadAssumption } from '../assumptions'
import type { Limits } from './limits'
import type { EnginePorts, FlowError } from './ports'
import type { Recorder } from './recorder'

/** A word of the flow language: makes the work of one state from its definition, once per flow. */
export interface StateType<S> {
  compile(state: S, compiler: Compiler): Work
}

/**
 * What a state does when it is entered. It changes nothing: paths, Catch and the history belong to the
 * loop. It answers at once unless it really waits. A failure is returned or thrown as a FlowError.
 */
export type Work = (data: Json, running: Running, step: Step) => Outcome | Promise<Outcome>

export type Outcome =
  /** `value` goes to ResultPath. `isNothing`: the action had no output of its own. Without a weight it is measured. */
  (
    | { does: 'write'; value: Json; isNothing?: boolean; weight?: Weight }
    /** The data goes on unchanged. */
    | { does: 'pass' }
    | { does: 'go'; to: CompiledState }
    | { does: 'succeed'; message: string }
    | { does: 'fail'; error: FlowError }
  ) & {
    /** Takes the place of all data before anything else, see `data-paths.ts`. */
    data?: Json
  }

/** Runs the states inside a Map on one element after another. */
export interface Iterations {
  /** Runs them on the next element, once the one before is at its end; a promise when one of them really waits. */
  run(item: Json, within: NonNullable<Step['within']>): Promise<void> | undefined
  /** What the data is after the last state. */
  readonly data: Json
}

/** How large a value can be: characters of its own, and how many times it holds what the data holds. */
export interface Weight {
  own: number
  shares: number
}

export const passOn: Outcome = { does: 'pass' }
export const write = (value: Json, weight?: Weight): Outcome =>
  weight ? { does: 'write', value, weight } : { does: 'write', value }

/** Where an output goes; `discard` for a ResultPath of null. */
export type Place = { path: string; write: Writer } | 'discard'

export interface CompiledCatch {
  place: Place
  next: CompiledState
}

export interface CompiledRetry {
  intervalSeconds: number
  backoffRate: number
  maxAttempts: number
}

export interface CompiledState {
  name: string
  type: string
  /** Only moves data: it neither waits, nor asks anything, nor runs other states. */
  isQuick: boolean
  work: Work
  place: Place
  /** No ResultPath was written down. */
  isDefaultPlace: boolean
  /** Undefined at an end. */
  next: CompiledState | undefined
  catch: CompiledCatch | undefined
  retry: CompiledRetry | undefined
}

export interface CompiledFlow {
  start: CompiledState
  /** Every connection that a custom action of the flow names, reachable or not, once each. */
  connections: string[]
  /** Only those of states that the flow can come to. */
  reachableConnections: string[]
}

/** What a state type may ask for while it is compiled. */
export interface Compiler {
  integration: string
  /** A state of the same `States`. */
  state(name: string): CompiledState
  /** The flow inside a Map; its states only know each other. */
  inner(definition: FlowDefinition): CompiledState
  action(name: string, written: JsonObject): RunAction
}

/** An action that is ready to be called with resolved parameters. */
export type RunAction = (parameters: JsonObject, running: Running, step: Step) => Outcome | Promise<Outcome>

/** A custom action, found by its name in the integration. */
export type FindAction = (name: string) => ActionDefinition | undefined

/** What a state and an action may ask for while a flow runs. */
export interface Running {
  readonly integration: string
  readonly runId: string
  readonly ports: EnginePorts
  readonly limits: Limits
  readonly recorder: Recorder
  /** How much the attempt has recorded at most (characters of JSON). */
  readonly recorded: number
  /**
   * Counts what is about to be recorded.
   * @param value given when `size` is only the most that it can be
   * @throws {FlowError} when it is too much; no Catch sees it
   */
  count(size: number, value?: Json): void
  readonly rendering: RenderOptions
  readonly assume: ReadAssumption
  /** Aborted with a FlowError when the time of the flow is up. */
  readonly signal: AbortSignal
  /** The same result, unless the time of the flow is up first. */
  inTime<T>(work: Promise<T>): Promise<T>
  iterations(start: CompiledState): Iterations
}
