import type { CheckJq } from '../../zis/bundle/check-jq'
import type { Exchange } from '../../zis/history'
import type { Json, JsonObject } from '../../zis/json'
import type { ReadAssumption } from '../assumptions'
import type { Clock } from '../clock'

/** What the engine needs from the rest of the simulator; a spec hands in its own. */
export interface EnginePorts {
  clock: Clock
  jq: Jq
  /**
   * Sends a custom action's request, signed in with the connection when one is named.
   * @throws {FlowError} when no answer came or the connection cannot be used, with the record if there is one
   */
  send(request: FlowRequest): Promise<FlowAnswer>
  /** The settings at a scope; undefined when there are none. `*` is a wildcard, then the first is taken. */
  loadConfig(integration: string, scope: string): JsonObject | undefined
  /**
   * Changes the given settings at a scope and keeps the others.
   * @throws {FlowError} when there are none at the scope, or they get too large
   */
  patchConfig(integration: string, scope: string, config: JsonObject): void
  links: LinkPort
  /** Takes known secrets out of what a history is about to keep. */
  mask(value: Json): Json
  /** Positions of the switches. */
  assume: ReadAssumption
}

/** Pairs of records that belong together. Every call throws a FlowError for what it cannot do (zis-flows 9.2). */
export interface LinkPort {
  create(integration: string, link: NewLink): JsonObject
  /** A page of the links of a type with these names; `*` stands for any run of characters. */
  load(integration: string, asked: LinkQuery): JsonObject
  /** Without a right name the left object must have one link of the type. */
  patch(integration: string, place: LinkNames, change: LinkChange): JsonObject
  delete(integration: string, place: Required<LinkNames>): void
}

/** A name may be an id, which is kept as text. */
export interface LinkedObject {
  name: string | number
  metadata?: JsonObject
}
export interface NewLink {
  link_type: string
  left_object: LinkedObject
  right_object: LinkedObject
}
export interface LinkNames {
  link_type: string
  left_object_name: string | number
  right_object_name?: string | number
}
export interface LinkChange {
  left_object?: Partial<LinkedObject>
  right_object?: Partial<LinkedObject>
}
export interface LinkQuery {
  link_type: string
  left_object_name?: string | number
  right_object_name?: string | number
  page_size?: string | number
  page_after_cursor?: string
  page_before_cursor?: string
}

/** Evaluates jq programs somewhere a runaway can be stopped. */
export interface Jq {
  /**
   * The first output of a program, `null` when it has none (zis-flows 9.3).
   * @throws {JqError} for a syntax error, a run-time error, or a program over its budget
   */
  evaluate(program: string, input: Json, budget: JqBudget): Promise<Json>
  close(): Promise<void>
}

/** Reads jq programs without running them; a running flow has no need of it. */
export interface JqReader {
  /** Undefined when the program can be run. */
  check: CheckJq
}

export interface JqBudget {
  /** Real milliseconds: a runaway program burns the machine's time, not the clock's. */
  milliseconds: number
}

export class JqError extends Error {
  override readonly name = 'JqError'
  constructor(
    readonly kind: 'syntax' | 'runtime' | 'budget',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface FlowRequest {
  integration: string
  run_id: string
  method: string
  /** Exactly one of `url` and `path`; a path is on the account's own host. */
  url?: string
  path?: string
  headers: Array<{ key: string; value: string }>
  body?: string
  connection?: string
  /** An answer with more bytes fails the request. */
  answer_bytes?: number
  signal: AbortSignal
}

export interface FlowAnswer {
  status: number
  headers: Record<string, string>
  body: string
  /** The record of the request, secrets masked. */
  exchange: Exchange
}

/** A failure inside a flow: data that a Catch may take (zis-flows 8.2). */
export class FlowError extends Error {
  override readonly name = 'FlowError'
  constructor(
    readonly error: string,
    readonly cause_text: string,
    readonly details: {
      /** False for the ends no Catch sees (zis-flows 8.5). */
      isCatchable?: boolean
      /** Set when the whole flow should be tried again (zis-flows 8.3). */
      status?: number
      retryAfterSeconds?: number
      /** The switch that says whether the whole flow is tried again after it. */
      retriedIf?: 'retryAfterNoAnswer' | 'retryAfterTimeout' | 'retryAfterPathError' | 'retryAfterFail'
      exchange?: Exchange
      /** For the person who reads the history; a flow never sees it. */
      note?: string
    } = {},
  ) {
    super(cause_text)
  }
}
