import type { Attempt, Exchange, Step } from '../../zis/history'
import { defaultAssumptions } from '../assumptions'
import type { Clock } from '../clock'
import { errorNames } from './errors'
import { FlowError, type EnginePorts, type FlowAnswer, type FlowRequest } from './ports'
import { isLike } from './masked-texts'
import { write, type Outcome, type RunAction } from './state-type'

/** The flow goes another way than its recording, so there is nothing more to go by. */
export class Strayed extends Error {
  override readonly name = 'Strayed'
  constructor(readonly difference: { what: 'state' | 'request'; expected: unknown; found: unknown }) {
    super(`the flow strays from its recording: ${difference.what}`)
  }
}

const never = new Promise<never>(() => undefined)

/** Plays the world of a recorded attempt to a flow that runs again: time, answers and results. */
export class Recording {
  readonly entered: Step[] = []
  readonly #attempt: Attempt
  readonly #timers = new Set<() => void>()
  #time: number

  constructor(attempt: Attempt) {
    this.#attempt = attempt
    this.#time = Date.parse(attempt.started_at)
  }

  /** @throws {Strayed} when the recording has another state here; {FlowError} where its time was up */
  enter(step: Step): void {
    const expected = this.#attempt.steps[this.entered.length]
    if (!expected && this.#endsInTimeout) throw timeIsUp(this.#attempt.outcome.result)
    this.entered.push(step)
    if (!expected || expected.state !== step.state || !isSamePlace(expected.within, step.within)) {
      throw new Strayed({ what: 'state', expected: expected?.state ?? 'the end', found: step.state })
    }
    this.#time = Date.parse(expected.started_at) + expected.duration_ms
  }

  /** Stands in for every built-in action: gives what the step had, in the state that the recording is at. */
  readonly builtIn: RunAction = (_parameters, running, step): Outcome | Promise<Outcome> => {
    const { wrote, error, notes = [] } = this.#step
    for (const note of notes) if (!isOfLoop(note, step)) running.recorder.note(step, note)
    if (error && isTimeout(error)) {
      const pending = running.inTime<Outcome>(never)
      this.#expire()
      return pending
    }
    if (error) throw new FlowError(error.error, error.cause)
    // What InputPath and OutputPath made of a result cannot be told from it, only what came out of both.
    const isWhole = wrote?.path === '$' && this.#attempt.assumptions?.['inputAndOutputPath'] === true
    if (isWhole) return { does: 'pass', data: wrote.value }
    // Without a record of a write the result went nowhere, whatever it was.
    return wrote ? write(wrote.value) : { does: 'write', value: null, isNothing: true }
  }

  get ports(): EnginePorts {
    const ports: Pick<EnginePorts, 'clock' | 'send' | 'mask' | 'assume'> = {
      clock: this.#clock,
      send: (request) => this.#send(request),
      mask: (value) => value,
      assume: (name) => (this.#attempt.assumptions?.[name] ?? defaultAssumptions(name)) as never,
    }
    // The others belong to built-in actions, which are stood in for.
    return ports as EnginePorts
  }

  /** The step that the flow is in. */
  get #step(): Step {
    return this.#attempt.steps[this.entered.length - 1]!
  }

  readonly #clock: Clock = {
    now: () => this.#time,
    after: (_ms, call) => {
      this.#timers.add(call)
      return () => this.#timers.delete(call)
    },
    sleep: async (_ms, signal) => {
      const next = this.#attempt.steps[this.entered.length]
      const { error } = this.#step
      // After a failure it is a Retry that waits, otherwise a Wait.
      const isRetry = error !== undefined && !isTimeout(error)
      const isOver = isRetry ? !next && this.#endsInTimeout : error !== undefined
      if (isOver) this.#expire()
      if (signal?.aborted) throw signal.reason
      if (isRetry) this.#time = Date.parse(next?.started_at ?? this.#attempt.ended_at)
    },
  }

  async #send(request: FlowRequest): Promise<FlowAnswer> {
    const { exchanges = [], error } = this.#step
    const exchange = exchanges[0]
    if (exchange && !fits(exchange, request)) {
      throw new Strayed({ what: 'request', expected: exchange.request, found: shown(request) })
    }
    if (error && isTimeout(error)) {
      this.#expire()
      return never
    }
    if (exchange?.response) return { ...exchange.response, exchange }
    // No answer came, or nothing was sent: without the connection, for one.
    if (error)
      throw new FlowError(
        error.error,
        error.cause,
        exchange ? { exchange, retriedIf: 'retryAfterNoAnswer' } : {},
      )
    throw new Strayed({ what: 'request', expected: undefined, found: shown(request) })
  }

  get #endsInTimeout(): boolean {
    const { outcome } = this.#attempt
    return outcome.status === 'failed' && isTimeout(outcome)
  }

  #expire(): void {
    for (const call of [...this.#timers]) call()
  }
}

const isTimeout = ({ error }: { error: string }): boolean => error === errorNames.timeout
const timeIsUp = (cause: string) =>
  new FlowError(errorNames.timeout, cause, { isCatchable: false, retriedIf: 'retryAfterTimeout' })

/** The loop writes these itself: that of the event before the action, that of a Retry after it. */
const isOfLoop = (note: string, { notes = [] }: Step): boolean =>
  /^Retry \d+: /.test(note) || notes.includes(note)

const isSamePlace = (a: Step['within'], b: Step['within']): boolean => JSON.stringify(a) === JSON.stringify(b)

const shown = ({ method, url, path, body }: FlowRequest) => ({ method, url: url ?? path, body })

/** A recorded request has the host in front of a path, and stars where a secret stood. */
function fits({ request }: Exchange, { method, url, path, body }: FlowRequest): boolean {
  if (request.method !== method) return false
  const isAddress = url === undefined ? endsWith(request.url, path ?? '') : isLike(request.url, url)
  return isAddress && isLike(request.body ?? '', body ?? '')
}

const endsWith = (recorded: string, path: string): boolean =>
  isLike(recorded.replace(/^https?:\/\/[^/]*\/?/, ''), path.replace(/^\//, ''))
