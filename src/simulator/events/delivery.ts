import { parseName } from '../../zis/names'
import { keyOf, padded } from '../store/keys'
import type { EventRow, RunRow } from '../store/tables'
import { fineStamp, type World } from '../world'
import { createRunner, type RunnerPorts } from './runner'

/** How many runs are under way at once; the rest wait in the queue. */
const concurrency = 50

export interface Delivery {
  /** Looks into the queue soon; called when something new is there. */
  wake(): void
  /** What was under way when the process ended runs again (at least once, zis-flows 10). */
  resume(): void
  settle(): Promise<{ settled: boolean; waiting: number; next_due: string | null }>
  /** Forgets what waits; what is in the store stays there. */
  forget(): void
  /** Takes nothing new any more. */
  stop(): void
}

/** The durable queue: events find the flows they start, runs are started, retried and finished. */
export function createDelivery(world: World, ports: RunnerPorts): Delivery {
  const { store, clock, changes } = world
  const queue: string[] = []
  /** Runs under way, and cancels of those that wait for their next attempt. */
  const running = new Set<string>()
  const retrying = new Map<string, { cancel: () => void; due: number }>()
  const settled = new Set<() => void>()
  let isAwake = false
  let isStopped = false
  /** Grows when everything is forgotten: what an older attempt brings back then belongs to nobody. */
  let generation = 0
  const runner = createRunner(world, ports, () => tellSettled())

  /** Turns one event into a run for each installed job spec with its source and type. */
  function handOver(event: EventRow): void {
    for (const [, spec] of store.table('job_specs').list()) {
      if (!spec.installed) continue
      if (spec.event_source !== event.event_source || spec.event_type !== event.event_type) continue
      const number = store.nextNumber('runs')
      const run: RunRow = {
        id: String(number),
        event_id: event.id,
        integration: spec.integration,
        job_spec: spec.name,
        flow: parseName(spec.flow_name)?.name ?? spec.flow_name,
        event_source: event.event_source,
        event_type: event.event_type,
        origin: event.origin,
        status: 'queued',
        attempts: 0,
        queued_at: fineStamp(world),
        started_at: null,
        ended_at: null,
        due_at: null,
        result: null,
        transitions: 0,
        duration_ms: null,
        ticket_id: ticketIdOf(event),
      }
      store.table('runs').put(padded(number), run)
      store.table('open_runs').put(padded(number), { event_id: event.id })
      event.runs.push(run.id)
      queue.push(padded(number))
      changes.tell('runs', run.id)
    }
    const key = padded(Number(event.id))
    if (event.runs.length > 0) store.table('events').put(key, event)
    store.table('open_events').delete(key)
  }

  function pump(): void {
    isAwake = false
    if (isStopped) return
    for (const [key] of store.table('open_events').list()) {
      const event = store.table('events').get(key)
      if (event) handOver(event)
      else store.table('open_events').delete(key)
    }
    while (running.size < concurrency && queue.length > 0) start(queue.shift()!)
    tellSettled()
  }

  function start(key: string): void {
    const run = store.table('runs').get(key)
    const event = run && store.table('events').get(keyOf(Number(run.event_id)))
    if (!run || !event) {
      store.table('open_runs').delete(key)
      return
    }
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
      queue.push(key)
      wake()
    })
    retrying.set(key, { cancel, due: clock.now() + milliseconds })
  }

  function forget(): void {
    generation += 1
    queue.length = 0
    running.clear()
    for (const { cancel } of retrying.values()) cancel()
    retrying.clear()
  }

  function wake(): void {
    if (isAwake || isStopped) return
    isAwake = true
    // After the turn that published: a ticket and its events are kept together.
    setTimeout(pump, 0)
  }

  /** Nothing is to be done now: what is left waits for a clock that stands still, or for a later retry. */
  const isSettled = () =>
    !isAwake &&
    queue.length === 0 &&
    (running.size === 0 || (clock.isFrozen && runner.sleeping() === running.size))

  function tellSettled(): void {
    if (!isSettled()) return
    for (const call of settled) call()
    settled.clear()
  }

  return {
    wake,

    resume() {
      for (const [key] of store.table('open_runs').list()) {
        const run = store.table('runs').get(key)
        const wait = run?.due_at ? Date.parse(run.due_at) - clock.now() : 0
        if (run?.status === 'retrying' && wait > 0) retryIn(key, wait)
        else queue.push(key)
      }
      wake()
    },

    async settle() {
      if (!isSettled()) await new Promise<void>((resolve) => settled.add(resolve))
      const dues = [...retrying.values()].map(({ due }) => due)
      const sleeping = clock.isFrozen && running.size > 0 ? clock.waiting().next : undefined
      const next = Math.min(...dues, sleeping ?? Infinity)
      const waiting = retrying.size + running.size
      return {
        settled: waiting === 0,
        waiting,
        next_due: Number.isFinite(next) ? new Date(next).toISOString() : null,
      }
    },

    forget,

    stop() {
      isStopped = true
      forget()
    },
  }
}

function ticketIdOf({ input }: EventRow): number | null {
  const event = (input as { ticket_event?: { ticket?: { id?: unknown } } } | null)?.ticket_event
  return typeof event?.ticket?.id === 'number' ? event.ticket.id : null
}
