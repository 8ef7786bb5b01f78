import { type Json, isObject } from './json'
import { readPath, writePath } from './flow/paths'

/**
 * A history is everything that a run did, step by step, as data. The log, the run page, replay and
 * specs are views of it; the run loop is its only writer. Secrets are masked before they get here.
 *
 * It is kept compactly: an attempt holds its first data once, and a step holds only what it wrote.
 * {@link expand} gives each step its input and output back.
 */
export interface History {
  attempts: Attempt[]
}

/** One pass of the flow from `StartAt`. */
export interface Attempt {
  number: number
  started_at: string
  ended_at: string
  /** The flow's data before the first state. */
  data: Json
  /** The first integer of the event that is beyond 2^53 and has lost digits in `data`, as far as it is known. */
  inexact?: string
  outcome: RunOutcome
  transitions: number
  /** Switches that the engine asked for and that did not stand at their default; absent when none. */
  assumptions?: { [name: string]: string | number | boolean }
  /** Limits other than those of ZIS; absent when there are none. */
  limits?: { [name: string]: number }
  steps: Step[]
}

/** How an attempt ended; `result` is the description of its log row (zis-flows 11). */
export type RunOutcome =
  | { status: 'succeeded'; result: string }
  | { status: 'failed'; result: string; error: string; retry_after_seconds?: number }

/** One state entered. */
export interface Step {
  state: string
  type: string
  /** The Map iterations that the state ran in, outermost first; absent outside a Map. */
  within?: Array<{ state: string; index: number }>
  started_at: string
  duration_ms: number
  /** Number of this transition in the attempt, from 1. */
  transition: number
  /** Resolved `Parameters` of an Action; a place that `taken` names holds null here. */
  parameters?: Json
  /** Parameters that are a part of the input, as place in the parameters to place in the input. */
  taken?: { [place: string]: string }
  /** A Map's `ItemsPath`; its iterations begin with the elements found there. */
  items_path?: string
  exchanges?: Exchange[]
  /** The change that the step made to the data: `value` written at reference path `path`. */
  wrote?: { path: string; value: Json }
  error?: { error: string; cause: string; caught: boolean }
  next?: string
  notes?: string[]
}

/** An HTTP request that left the flow, with its answer. Secrets are masked. */
export interface Exchange {
  id: string
  started_at: string
  duration_ms: number
  request: { method: string; url: string; headers: Record<string, string>; body?: string }
  /** Where the request was redirected to, in order; `response` is the last one's. */
  redirects?: string[]
  /** Absent when no answer came. */
  response?: { status: number; headers: Record<string, string>; body: string }
  error?: string
}

export interface ExpandedStep extends Step {
  input: Json
  output: Json
}

/** Gives each step of an attempt its full input, parameters and output, by playing the writes again. */
export function expand(attempt: Attempt): ExpandedStep[] {
  const dataOf = new Map<string, Json>([['', attempt.data]])
  const mapInput = new Map<string, { data: Json; itemsPath: string }>()
  return attempt.steps.map(({ taken, ...step }) => {
    const place = key(step.within ?? [])
    const known = dataOf.get(place)
    // A flow may have made its data null.
    const input = known === undefined ? firstItem(step, mapInput) : known
    if (step.type === 'Map' && step.items_path !== undefined) {
      mapInput.set(`${place}/${step.state}`, { data: input, itemsPath: step.items_path })
      // A flow may come back to the Map: its iterations begin anew.
      for (const inside of dataOf.keys()) {
        if (inside.startsWith(`${place}/${step.state}#`)) dataOf.delete(inside)
      }
    }
    // What was written could be written, whatever had to give way.
    const output = step.wrote ? writePath(input, step.wrote.path, step.wrote.value, 'any') : input
    dataOf.set(place, output)
    return { ...step, ...(taken && { parameters: given(step.parameters, taken, input) }), input, output }
  })
}

/** The parameters with what they took from the input. */
function given(parameters: Json = null, taken: NonNullable<Step['taken']>, input: Json): Json {
  return Object.entries(taken).reduce(
    (filled, [place, from]) => writePath(filled, place, readPath(input, from) ?? null),
    parameters,
  )
}

const key = (within: NonNullable<Step['within']>): string =>
  within.map(({ state, index }) => `/${state}#${index}`).join('')

function firstItem(step: Step, maps: Map<string, { data: Json; itemsPath: string }>): Json {
  const within = step.within ?? []
  const last = within.at(-1)
  if (!last) return null
  const map = maps.get(`${key(within.slice(0, -1))}/${last.state}`)
  const items = map && readPath(map.data, map.itemsPath)
  const item = Array.isArray(items) ? items[last.index] : undefined
  return isObject(item) ? item : (item ?? null)
}
