import type { RenderOptions } from '../../zis/flow/templates'
import type { Attempt, RunOutcome, Step } from '../../zis/history'
import type { Json } from '../../zis/json'
import { type AssumptionName, type AssumptionValue } from '../assumptions'
import { errorNames } from './errors'
import type { Limits } from './limits'
import { FlowError, type EnginePorts } from './ports'
import { Recorder } from './recorder'
import type { AttemptContext } from './run'
import type { CompiledState, Running } from './state-type'
import { Walk } from './walk'

/** An attempt that is under way: its clock, its limits and its record. */
export class RunningFlow implements Running {
  readonly integration: string
  readonly runId: string
  readonly ports: EnginePorts
  readonly limits: Limits
  readonly recorder: Recorder
  readonly number: number
  /** When the last state was left (ms since 1970): the next one begins then. */
  now: number

  #transitions = 0
  readonly #endsAt: number
  #rendering: RenderOptions | undefined
  #positions: Map<AssumptionName, unknown> | undefined
  #abort: AbortController | undefined
  #cancelTimer: (() => void) | undefined

  constructor(data: Json, { number, runId, integration, ports }: AttemptContext, limits: Limits) {
    this.number = number
    this.runId = runId
    this.integration = integration
    this.ports = ports
    this.limits = limits
    this.now = ports.clock.now()
    this.#endsAt = this.now + limits.seconds * 1000
    this.recorder = new Recorder(number, this.now, data, (value) => ports.mask(value))
  }

  /**
   * Counts a state that is entered and begins its record.
   * @throws {FlowError} when the time or the transitions are used up; no Catch sees it
   */
  enter(state: CompiledState, within: Step['within']): Step {
    if (this.now >= this.#endsAt) throw this.#timeIsUp()
    const { transitions } = this.limits
    if (this.#transitions >= transitions) {
      throw new FlowError(
        errorNames.transitions,
        `the flow made more than ${transitions} state transitions`,
        {
          isCatchable: false,
        },
      )
    }
    this.#transitions += 1
    return this.recorder.enter(state.name, state.type, within, this.now, this.#transitions)
  }

  /** Ends the record of a state. */
  leave(step: Step): void {
    const began = this.now
    this.now = this.ports.clock.now()
    // A Map began before its own states did, so its time is read from its record.
    step.duration_ms = step.type === 'Map' ? this.now - Date.parse(step.started_at) : this.now - began
  }

  /** Reads a switch once per attempt, so that turning it cannot change the rules in the middle of a run. */
  assume = <Name extends AssumptionName>(name: Name): AssumptionValue<Name> => {
    const positions = (this.#positions ??= new Map<AssumptionName, unknown>())
    if (!positions.has(name)) positions.set(name, this.ports.assume(name))
    return positions.get(name) as AssumptionValue<Name>
  }

  get rendering(): RenderOptions {
    return (this.#rendering ??= {
      nullText: this.assume('nullInText'),
      keepsType: this.assume('onePlaceholderKeepsType'),
    })
  }

  /** The timer starts with the first state that waits: most flows never need one. */
  get signal(): AbortSignal {
    if (!this.#abort) {
      const abort = (this.#abort = new AbortController())
      const left = this.#endsAt - this.ports.clock.now()
      this.#cancelTimer = this.ports.clock.after(left, () => abort.abort(this.#timeIsUp()))
    }
    return this.#abort.signal
  }

  inTime = <T>(work: Promise<T>): Promise<T> => {
    const { signal } = this
    return new Promise<T>((resolve, reject) => {
      const stop = () => reject(signal.reason as Error)
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { once: true })
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
    })
  }

  iterate(start: CompiledState, item: Json, within: NonNullable<Step['within']>): Json | Promise<Json> {
    const walk = new Walk(this, start, item, within)
    const pending = walk.proceed()
    return pending ? pending.then(() => walk.data) : walk.data
  }

  finish(outcome: RunOutcome): Attempt {
    return this.recorder.finish(this.ports.clock.now(), this.#transitions, outcome)
  }

  close(): void {
    this.#cancelTimer?.()
  }

  #timeIsUp(): FlowError {
    return new FlowError(errorNames.timeout, `the flow ran longer than ${this.limits.seconds} seconds`, {
      isCatchable: false,
    })
  }
}
