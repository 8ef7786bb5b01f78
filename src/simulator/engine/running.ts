import type { RenderOptions } from '../../zis/flow/templates'
import type { Attempt, RunOutcome, Step } from '../../zis/history'
import { inexactNote } from '../../zis/integers'
import type { Json } from '../../zis/json'
import { sizeUpTo } from '../../zis/size'
import { defaultAssumptions, type AssumptionName, type AssumptionValue } from '../assumptions'
import { errorNames, tooMuchData } from './errors'
import { zisLimits, type Limits } from './limits'
import { FlowError, type EnginePorts } from './ports'
import { Recorder } from './recorder'
import type { AttemptContext } from './run'
import type { CompiledState, Iterations, Running } from './state-type'
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
  #recorded = 0
  #measures = false
  #countsAll: boolean | undefined
  readonly #endsAt: number
  readonly #entered: AttemptContext['entered']
  readonly #inexact: string | undefined
  #rendering: RenderOptions | undefined
  #positions: Map<AssumptionName, Position> | undefined
  #abort: AbortController | undefined
  #cancelTimer: (() => void) | undefined

  constructor(data: Json, context: AttemptContext, limits: Limits) {
    const { number, runId, integration, ports, entered, inexact } = context
    this.#entered = entered
    this.#inexact = inexact
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
  enter(state: CompiledState, { within, entered }: Walk): Step {
    if (this.now >= this.#endsAt) throw this.#timeIsUp()
    const { transitions } = this.limits
    // Each place has its own count when those inside Maps do not count towards the flow's.
    const isApart = entered < this.#transitions && !(this.#countsAll ??= this.assume('countsStatesInMaps'))
    if ((isApart ? entered : this.#transitions) >= transitions) {
      throw new FlowError(
        errorNames.transitions,
        `the flow made more than ${transitions} state transitions`,
        {
          isCatchable: false,
        },
      )
    }
    this.#transitions += 1
    const step = this.recorder.enter(state.name, state.type, within, this.now, this.#transitions)
    // The event is what the first state was given.
    if (this.#inexact !== undefined && this.#transitions === 1) {
      this.recorder.note(step, inexactNote(this.#inexact, 'the event'))
    }
    this.#entered?.(step)
    return step
  }

  get recorded(): number {
    return this.#recorded
  }

  /** Most flows write little, so nothing is really measured until the upper bounds have got large. */
  count(size: number, value?: Json): void {
    const { recordedSize } = this.limits
    this.#recorded += this.#measures && value !== undefined ? sizeUpTo(value, recordedSize) : size
    if (this.#recorded <= recordedSize) return
    if (this.#measures) throw tooMuchData()
    this.#measures = true
    this.#recorded = this.recorder.size(recordedSize)
    this.count(size, value)
  }

  /** Ends the record of a state. @param began when it was entered (ms since 1970) */
  leave(step: Step, { isQuick }: CompiledState, began: number): void {
    // Asking for the time takes longer than a state that only moves data, so those are timed together.
    if (isQuick && this.#transitions % timedTogether !== 0) return
    this.now = this.ports.clock.now()
    step.duration_ms = this.now - began
  }

  /** Reads a switch once per attempt, so that turning it cannot change the rules in the middle of a run. */
  assume = <Name extends AssumptionName>(name: Name): AssumptionValue<Name> => {
    const positions = (this.#positions ??= new Map<AssumptionName, Position>())
    if (!positions.has(name)) positions.set(name, this.ports.assume(name))
    return positions.get(name) as AssumptionValue<Name>
  }

  get rendering(): RenderOptions {
    return (this.#rendering ??= {
      nullText: this.assume('nullInText'),
      keepsType: this.assume('onePlaceholderKeepsType'),
      refusesPlainText: this.assume('plainTextUnderDollarKey') === 'fail',
      keepsArrays: !this.assume('dollarKeysInArrays'),
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

  iterations(start: CompiledState): Iterations {
    return new Walk(this, start, null, undefined)
  }

  finish(outcome: RunOutcome): Attempt {
    const assumptions = this.#positions && otherThan(defaultAssumptions, this.#positions)
    const limits =
      this.limits === zisLimits
        ? undefined
        : otherThan((name) => zisLimits[name], Object.entries(this.limits) as LimitEntries)
    return this.recorder.finish(this.ports.clock.now(), {
      transitions: this.#transitions,
      outcome,
      ...(assumptions && { assumptions }),
      ...(limits && { limits }),
      ...(this.#inexact !== undefined && { inexact: this.recorder.text(this.#inexact) }),
    })
  }

  close(): void {
    this.#cancelTimer?.()
  }

  #timeIsUp(): FlowError {
    return new FlowError(errorNames.timeout, `the flow ran longer than ${this.limits.seconds} seconds`, {
      isCatchable: false,
      retriedIf: 'retryAfterTimeout',
    })
  }
}

/** How many quick states may go by without a look at the clock. */
const timedTogether = 16

type Position = string | number | boolean
type LimitEntries = Array<[name: keyof Limits, value: number]>

/** What differs from the usual; undefined when nothing does. */
function otherThan<Name extends string, Value extends Position>(
  usual: (name: Name) => Position,
  values: Iterable<[Name, Value]>,
): { [name: string]: Value } | undefined {
  const other = [...values].filter(([name, value]) => value !== usual(name))
  return other.length === 0 ? undefined : Object.fromEntries(other)
}
