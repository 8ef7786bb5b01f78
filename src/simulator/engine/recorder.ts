import type { Attempt, Exchange, Step } from '../../zis/history'
import type { Json } from '../../zis/json'
import { readSteps, writeSteps } from '../../zis/flow/paths'
import { sizeUpTo } from '../../zis/size'
import type { FlowError } from './ports'
import type { Reference } from './references'

let stampedAt = Number.NaN
let stamped = ''

/** RFC 3339 with milliseconds. A flow enters many states in one millisecond, so the last text is kept. */
function stamp(at: number): string {
  if (at !== stampedAt) {
    stampedAt = at
    stamped = new Date(at).toISOString()
  }
  return stamped
}

/** Writes the history of one attempt. Secrets are masked here, so no reader has to think of them. */
export class Recorder {
  readonly #steps: Step[] = []
  readonly #data: Json
  readonly #mask: (value: Json) => Json
  readonly #number: number
  readonly #startedAt: number

  constructor(number: number, startedAt: number, data: Json, mask: (value: Json) => Json) {
    this.#number = number
    this.#startedAt = startedAt
    this.#mask = mask
    this.#data = mask(data)
  }

  enter(state: string, type: string, within: Step['within'], at: number, transition: number): Step {
    const started_at = stamp(at)
    const step: Step = within
      ? { state, type, within, started_at, duration_ms: 0, transition, wrote: undefined, next: undefined }
      : { state, type, started_at, duration_ms: 0, transition, wrote: undefined, next: undefined }
    this.#steps.push(step)
    return step
  }

  /**
   * Keeps the parameters of an action. A large one that is a part of the data is kept as its place there:
   * otherwise every `"data.$": "$"` would copy the whole data into the history.
   */
  parameters(step: Step, parameters: Json, references: readonly Reference[], data: Json): void {
    let kept = parameters
    for (const { at, steps, from, read } of references) {
      const value = readSteps(parameters, steps)
      if (!isLarge(value) || value !== read(data)) continue
      kept = writeSteps(kept, steps, null)
      ;(step.taken ??= {})[at] = from
    }
    step.parameters = this.#mask(kept)
  }

  itemsPath(step: Step, path: string): void {
    step.items_path = path
  }

  /** The exchange comes masked from whoever sent it. */
  exchange(step: Step, exchange: Exchange): void {
    ;(step.exchanges ??= []).push(exchange)
  }

  wrote(step: Step, path: string, value: Json): void {
    step.wrote = { path, value: this.#mask(value) }
  }

  failed(step: Step, { error, cause_text, details }: FlowError, caught: boolean): void {
    step.error = { error, cause: this.text(cause_text), caught }
    if (details.note !== undefined) this.note(step, details.note)
  }

  note(step: Step, text: string): void {
    ;(step.notes ??= []).push(this.text(text))
  }

  /** About how large the steps are as JSON, see {@link sizeUpTo}. */
  size(limit: number): number {
    return sizeUpTo(this.#steps, limit)
  }

  /** A text that will be read by people, secrets masked. */
  text(text: string): string {
    const masked = this.#mask(text)
    return typeof masked === 'string' ? masked : text
  }

  finish(
    endedAt: number,
    { transitions, outcome, ...rest }: Omit<Attempt, 'number' | 'started_at' | 'ended_at' | 'data' | 'steps'>,
  ): Attempt {
    return {
      number: this.#number,
      started_at: stamp(this.#startedAt),
      ended_at: stamp(endedAt),
      data: this.#data,
      outcome,
      transitions,
      ...rest,
      steps: this.#steps,
    }
  }
}

/** Longer texts than this, and all objects, take less room as a place in the data. */
const shortText = 40

const isLarge = (value: Json | undefined): boolean =>
  typeof value === 'string' ? value.length > shortText : typeof value === 'object' && value !== null
