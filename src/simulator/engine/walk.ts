import { PathBlocked, writePath } from '../../zis/flow/paths'
import type { Step } from '../../zis/history'
import type { Json, JsonObject } from '../../zis/json'
import { sizeUpTo } from '../../zis/size'
import { placeOf } from './compile-path'
import { flowErrorOf } from './errors'
import { FlowError } from './ports'
import { retryDelay } from './retry'
import type { RunningFlow } from './running'
import type { CompiledState, Iterations, Outcome, Place, Weight } from './state-type'

/**
 * The loop: goes from state to state through one `States` object, the flow's own or that of one Map
 * iteration. It applies ResultPath, follows Next, takes errors to their Catch, and tells the recorder.
 */
export class Walk implements Iterations {
  /** Set by a Succeed. */
  message: string | undefined
  /** States entered here, without those inside Maps. */
  entered = 0
  #state: CompiledState | undefined
  /** How large the data can be (characters of JSON). An event is not measured but taken as a large one. */
  #size = largeEvent
  /** Tries of the state so far that a Retry answered; only while the same state is tried again. */
  #retries = 0

  constructor(
    private readonly running: RunningFlow,
    private readonly start: CompiledState,
    public data: Json,
    public within: Step['within'],
  ) {
    this.#state = start
  }

  /** Goes from the start again, with other data at another place, see {@link proceed}. */
  run(data: Json, within: Step['within']): Promise<void> | undefined {
    this.#state = this.start
    this.data = data
    this.within = within
    this.entered = 0
    this.#size = largeEvent
    return this.proceed()
  }

  /**
   * Runs until the end, or until a state really waits; then the rest follows in the promise.
   * @throws {FlowError} when a state failed and nothing caught it
   */
  proceed(): Promise<void> | undefined {
    for (let state = this.#state; state; state = this.#state) {
      const step = this.running.enter(state, this)
      const began = this.running.now
      this.entered += 1
      let outcome: Outcome | Promise<Outcome>
      try {
        outcome = state.work(this.data, this.running, step)
      } catch (thrown) {
        outcome = failed(thrown)
      }
      if (outcome instanceof Promise) return this.#proceedAfter(outcome, state, step, began)
      const pending = this.#settle(outcome, state, step, began)
      if (pending) return pending.then(() => this.proceed())
    }
    return undefined
  }

  async #proceedAfter(
    outcome: Promise<Outcome>,
    state: CompiledState,
    step: Step,
    began: number,
  ): Promise<void> {
    const pending = this.#settle(await outcome.catch(failed), state, step, began)
    if (pending) await pending
    return this.proceed()
  }

  /** Brings the data and the record up to what the state did; a promise when a Retry has to wait first. */
  #settle(outcome: Outcome, state: CompiledState, step: Step, began: number): Promise<void> | undefined {
    this.running.leave(step, state, began)
    if (outcome.data !== undefined) this.#put(wholeData, outcome.data, step)
    switch (outcome.does) {
      case 'write':
        try {
          this.#write(outcome, state, step)
        } catch (thrown) {
          return this.#fail(failed(thrown).error, state, step)
        }
        this.#goTo(state.next, step)
        return undefined
      case 'pass':
        this.#goTo(state.next, step)
        return undefined
      case 'go':
        this.#goTo(outcome.to, step)
        return undefined
      case 'succeed':
        this.message = outcome.message
        this.#goTo(undefined, step)
        return undefined
      case 'fail':
        return this.#fail(outcome.error, state, step)
    }
  }

  #goTo(next: CompiledState | undefined, step: Step): void {
    if (next) step.next = next.name
    this.#state = next
    this.#retries = 0
  }

  #write(outcome: Extract<Outcome, { does: 'write' }>, state: CompiledState, step: Step): void {
    const { value, isNothing, weight } = outcome
    const { assume } = this.running
    const keeps =
      state.isDefaultPlace &&
      (isNothing ? assume('noOutputKeepsData') : assume('resultPathAbsent') === 'keep')
    if (!keeps) this.#put(state.place, value, step, weight)
  }

  #put(place: Place, value: Json, step: Step, weight?: Weight): void {
    if (place === 'discard') return
    const data = this.#written(place, value)
    const size = weight
      ? weight.own + weight.shares * this.#size
      : sizeUpTo(value, this.running.limits.recordedSize)
    this.running.count(size, weight && value)
    this.data = data
    this.#size = place.path === '$' ? size : this.#size + size
    this.running.recorder.wrote(step, place.path, value)
  }

  #written({ path, write }: Exclude<Place, 'discard'>, value: Json): Json {
    try {
      return write(this.data, value)
    } catch (thrown) {
      const yielding = yieldingParents[this.running.assume('resultPathParent')]
      if (!(thrown instanceof PathBlocked) || yielding === 'none') throw thrown
      return writePath(this.data, path, value, yielding)
    }
  }

  #fail(error: FlowError, state: CompiledState, step: Step): Promise<void> | undefined {
    const { running } = this
    const { recorder } = running
    if (error.details.exchange) recorder.exchange(step, error.details.exchange)
    const wait = this.#retryWait(error, state)
    if (wait !== undefined) {
      this.#retries += 1
      recorder.failed(step, error, true)
      recorder.note(step, `Retry ${this.#retries}: tried again after ${wait} s`)
      return running.ports.clock.sleep(wait * 1000, running.signal).then(() => {
        running.now = running.ports.clock.now()
      })
    }
    const caught = this.#isCaught(error, state) ? state.catch : undefined
    recorder.failed(step, error, caught !== undefined)
    if (!caught) throw this.#asUncaught(error, state)
    // ASL: the error goes into what the state was given, not into what it had begun to make of it.
    const { assume } = this.running
    const name: JsonObject = assume('errorNameInCatch') ? { Error: error.error } : {}
    this.#put(caught.place, { ...name, Cause: error.cause_text }, step)
    this.#goTo(caught.next, step)
    return undefined
  }

  #isCaught({ details }: FlowError, state: CompiledState): boolean {
    if (!state.catch || details.isCatchable === false) return false
    const comesAgain = retryDelay(this.running.number, details, this.running.assume) !== undefined
    return !(comesAgain && this.running.assume('retryBeforeCatch'))
  }

  /** Seconds until the state itself is tried again (zis-flows 8.4). */
  #retryWait({ details }: FlowError, { retry }: CompiledState): number | undefined {
    if (!retry || details.isCatchable === false || this.#retries >= retry.maxAttempts) return undefined
    if (!this.running.assume('stateRetry')) return undefined
    return retry.intervalSeconds * retry.backoffRate ** this.#retries
  }

  /** A state that can have no Catch may end the whole flow even inside a Map, see the switch. */
  #asUncaught(error: FlowError, state: CompiledState): FlowError {
    if (!this.within || state.type === 'Action' || state.type === 'Map') return error
    if (this.running.assume('mapCatchTakesStateErrors')) return error
    return new FlowError(error.error, error.cause_text, { ...error.details, isCatchable: false })
  }
}

const wholeData = placeOf('$')
/** Zendesk sends no larger ones (zis-flows 1). */
const largeEvent = 256_000

const yieldingParents = { fail: 'none', 'replace null': 'null', replace: 'any' } as const

/** What was thrown as an outcome; a fault of ours is thrown on with its stack. */
function failed(thrown: unknown): { does: 'fail'; error: FlowError } {
  const error = flowErrorOf(thrown)
  if (!error) throw thrown
  return { does: 'fail', error }
}
