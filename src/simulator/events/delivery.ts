import { keyOf, padded } from '../store/keys'
import type { EventRow, RunRow } from '../store/tables'
import type { World } from '../world'
import { createGate } from './gate'
import { createListeners } from './listeners'
import { newRun } from './new-run'
import { createRunner, type RunnerPorts } from './runner'
import { createWaiting } from './waiting'

/** How many runs are under way at once; the rest wait in the queue. */
const concurrency = 50
/** Events delivered in one turn: in between, requests are answered. */
const mostInOneTurn = 200

export interface QueueState {
  /** When the queue was paused; null while it is not. */
  paused_at: string | null
  stalled_until: string | null
  /** Events that are accepted and not delivered. */
  waiting: number
  running: number
  /** Runs whose next attempt is still to come. */
  retrying: number
}

export interface Delivery {
  /** Looks into the queue soon; called when something new is there. */
  wake(): void
  /** What was under way when the process ended runs again (at least once, zis-flows 10). */
  recover(): void
  settle(): Promise<{ settled: boolean; waiting: number; next_due: string | null }>
  /** Starts nothing new until {@link resume}; runs under way come to their end. */
  pause(): void
  resume(): void
  /** Starts nothing new for so many seconds of the clock. */
  stall(seconds: number): void
  state(): QueueState
  /** Events that wait, and runs that wait for their next attempt, soonest first. */
  list(limit: number): { events: EventRow[]; retrying: RunRow[] }
  /** Forgets what waits; what is in the store stays there. */
  forget(): void
  /** Takes nothing new any more. */
  stop(): void
}

/** The durable queue: events find the flows they start, runs are started, retried and finished. */
export function createDelivery(world: World, ports: RunnerPorts): Delivery {
  const { store, clock, changes, assume } = world
  const waiting = createWaiting(world)
  const listeners = createListeners(world)
  const gate = createGate(world, () => wake())
  /** Runs whose next attempt is due. */
  let due: string[] = []
  /** Runs under way, and cancels of those that wait for their next attempt. */
  const running = new Set<string>()
  const retrying = new Map<string, { cancel: () => void; due: number }>()
  const settled = new Set<() => void>()
  let isAwake = false
  let isStopped = false
  let cancelDelay = () => {}
  /** Grows when everything is forgotten: what an older attempt brings back then belongs to nobody. */
  let generation = 0
  const runner = createRunner(world, ports, () => tellSettled())
  changes.listen(({ kind }) => kind === 'assumptions' && wake())

  /** Starts a run for each installed job spec with the event's source and type. */
  function deliver(event: EventRow): void {
    const every = assume('duplicateDeliveries')
    const isTwice = every > 0 && Number(event.id) % every === 0
    const origins = isTwice ? [event.origin, `${event.origin}, delivered again`] : [event.origin]
    const runs = origins.flatMap((origin) =>
      listeners.of(event).map((spec) => newRun(world, event, spec, origin)),
    )
    waiting.take()
    if (runs.length === 0) return
    event.runs.push(...runs.map(({ id }) => id))
    store.table('events').put(padded(Number(event.id)), event)
    for (const run of runs) {
      store.table('open_runs').put(padded(Number(run.id)), { event_id: event.id })
      start(run, event)
    }
  }

  /** False when no event waits, or the next one is held back. */
  function deliverNext(): boolean {
    const event = waiting.next()
    if (!event) return false
    const delay = waiting.delayOf(event)
    if (delay > 0) {
      cancelDelay = clock.after(delay, wake)
      return false
    }
    deliver(event)
    return true
  }

  function pump(): void {
    isAwake = false
    if (isStopped) return
    cancelDelay()
    cancelDelay = () => {}
    if (gate.isOpen()) startWhatCan()
    changes.tell('queue')
    tellSettled()
  }

  function startWhatCan(): void {
    for (let count = 0; running.size < concurrency; count += 1) {
      if (count === mostInOneTurn) return wake()
      if (due.length > 0) startAgain(due.shift()!)
      else if (!deliverNext()) return
    }
  }

  function startAgain(key: string): void {
    const run = store.table('runs').get(key)
    const event = run && store.table('events').get(keyOf(Number(run.event_id)))
    if (run && event) start(run, event)
    else store.table('open_runs').delete(key)
  }

  function start(run: RunRow, event: EventRow): void {
    const key = padded(Number(run.id))
    const mine = generation
    const isCurrent = () => generation === mine
    running.add(key)
    runner
      .attempt(run, event, isCurrent)
      .then((delay) => {
        if (delay !== undefined && isCurrent()) retryIn(key, delay)
      })
      .catch(ports.fault)
      .finally(() => {
        if (isCurrent()) running.delete(key)
        wake()
      })
  }

  function retryIn(key: string, milliseconds: number): void {
    const cancel = clock.after(milliseconds, () => {
      retrying.delete(key)
      due.push(key)
      wake()
    })
    retrying.set(key, { cancel, due: clock.now() + milliseconds })
  }

  function forget(): void {
    generation += 1
    due = []
    running.clear()
    for (const { cancel } of retrying.values()) cancel()
    retrying.clear()
    waiting.forget()
    gate.forget()
    cancelDelay()
  }

  function wake(): void {
    if (isAwake || isStopped) return
    isAwake = true
    // After the turn that published: a ticket and its events are kept together.
    setTimeout(pump, 0)
  }

  /** Nothing is to be done now: what is left waits for a clock that stands still, a later time, or the gate. */
  const isSettled = () =>
    !isAwake && (running.size === 0 || (clock.isFrozen && runner.sleeping().length === running.size))

  function tellSettled(): void {
    if (!isSettled()) return
    for (const call of settled) call()
    settled.clear()
  }

  /** When something happens by itself next, as far as it is known; `Infinity` when nothing does. */
  function nextDue(): number {
    const { paused_at, stalled_until } = gate.state()
    const sleeping = clock.isFrozen ? runner.sleeping() : []
    if (paused_at !== null) return Math.min(...sleeping, Infinity)
    if (stalled_until !== null) return Math.min(...sleeping, Date.parse(stalled_until))
    const event = waiting.next()
    const dues = [...retrying.values()].map((one) => one.due)
    return Math.min(least(dues), least(sleeping), event ? clock.now() + waiting.delayOf(event) : Infinity)
  }

  return {
    wake,

    recover() {
      gate.recover()
      for (const [key] of store.table('open_runs').list()) {
        const run = store.table('runs').get(key)
        const wait = run?.due_at ? Date.parse(run.due_at) - clock.now() : 0
        if (run?.status === 'retrying' && wait > 0) retryIn(key, wait)
        else due.push(key)
      }
      wake()
    },

    async settle() {
      if (!isSettled()) await new Promise<void>((resolve) => settled.add(resolve))
      const next = nextDue()
      const left = retrying.size + running.size + due.length + waiting.count()
      return {
        settled: left === 0,
        waiting: left,
        next_due: Number.isFinite(next) ? new Date(next).toISOString() : null,
      }
    },

    pause: () => gate.pause(),
    resume: () => gate.open(),
    stall: (seconds) => gate.stall(seconds),

    state: () => ({
      ...gate.state(),
      waiting: waiting.count(),
      running: running.size,
      retrying: retrying.size + due.length,
    }),

    list(limit) {
      const soonest = [...retrying].sort(([, one], [, other]) => one.due - other.due).map(([key]) => key)
      const runs = [...due, ...soonest].slice(0, limit)
      return {
        events: waiting.list(limit),
        retrying: runs.flatMap((key) => store.table('runs').get(key) ?? []),
      }
    },

    forget,

    stop() {
      isStopped = true
      forget()
    },
  }
}

const least = (numbers: number[]): number => numbers.reduce((one, other) => Math.min(one, other), Infinity)
