import type { Json, JsonObject } from '../json'

/** A flow's `definition` (zis-flows 6). */
export interface FlowDefinition {
  Comment?: string
  StartAt: string
  States: { [name: string]: FlowState }
}

/** The seven state types (zis-flows 7). */
export type FlowState =
  ActionState | ChoiceState | FailState | MapState | PassState | SucceedState | WaitState

export type StateTypeName = FlowState['Type']
export type StateOf<T extends StateTypeName> = Extract<FlowState, { Type: T }>

interface Common {
  Comment?: string
}

/** Exactly one of the two stands there. */
interface Moves {
  Next?: string
  End?: true
}

interface Places {
  /** Where the output goes; absent means `$`, `null` throws the output away. */
  ResultPath?: string | null
}

interface Catches {
  Catch?: Catcher[]
  Retry?: Retrier[]
}

export interface ActionState extends Common, Moves, Places, Catches {
  Type: 'Action'
  ActionName: string
  Parameters?: JsonObject
}

export interface ChoiceState extends Common {
  Type: 'Choice'
  Choices: ChoiceRule[]
  Default?: string
}

export interface FailState extends Common {
  Type: 'Fail'
  Error: string
  Cause: string
}

export interface MapState extends Common, Moves, Places, Catches {
  Type: 'Map'
  ItemsPath: string
  Iterator: FlowDefinition
}

export interface PassState extends Common, Moves, Places {
  Type: 'Pass'
  Result?: Json
}

export interface SucceedState extends Common {
  Type: 'Succeed'
  Message?: string
}

export interface WaitState extends Common, Moves {
  Type: 'Wait'
  Seconds?: number
  SecondsPath?: string
}

export interface Catcher extends Places {
  ErrorEquals: string[]
  Next: string
}

/** Superseded in ZIS; read as in the Amazon States Language (zis-flows 8.4). */
export interface Retrier {
  ErrorEquals: string[]
  IntervalSeconds?: number
  BackoffRate?: number
  MaxAttempts?: number
}

export type ChoiceRule = ChoiceTest & { Next: string }

/** `Variable` with one operator, or `And`, `Or` (arrays) or `Not` of other tests. */
export type ChoiceTest = { [word: string]: Json }

/** A custom action (zis-flows 4.1). Strings may hold placeholders, keys may end in `.$`. */
export interface ActionDefinition {
  method: string
  url?: string
  'url.$'?: string
  path?: string
  'path.$'?: string
  connectionName?: string
  headers?: KeyValue[]
  query?: KeyValue[]
  queryParams?: KeyValue[]
  requestBody?: Json
  'requestBody.$'?: string
}

/** An entry of `headers` or `query`; either word may end in `.$`. */
export interface KeyValue {
  [word: string]: Json
}
