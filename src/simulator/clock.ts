import { Sleepers } from './sleepers'

/** The one place time comes from: waits, retry delays, token lifetimes, limits and stamps all read it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Resolves when `ms` have passed on this clock; rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls back after `ms` on this clock; the answer cancels it. */
  after(ms: number, call: () => void): () => void
}

/** A clock that can be stood still and moved forward. Moving it wakes what became due, in order. */
export interface MovableClock extends Clock {
  readonly isFrozen: boolean
  /** How far the clock is ahead of real time (ms); when frozen, the distance to where it stands. */
  readonly offset: number
  /** How many sleepers wait, and when the first is due (ms since 1970). */
  waiting(): { count: number; next: number | undefined }
  freeze(at?: number): void
  advance(ms: number): void
  /**
   * Puts the clock to a moment (ms since 1970), from where it goes on as before: frozen or running. Put back,
   * it wakes nobody, and whoever waits does so until the time that was theirs.
   */
  set(at: number): void
  /** Runs on from where it stands. */
  run(): void
  /** Runs in real time again, without an offset. Never goes back past a sleeper: those due wake up. */
  real(): void
  /** Wakes nobody any more. */
  stop(): void
}

/** The longest delay that setTimeout keeps. */
const longestTimer = 2 ** 31 - 1

/**
 * @param realNow where real time comes from, ms since 1970
 */
export function createClock(realNow: () => number = Date.now): MovableClock {
  const sleepers = new Sleepers()
  let frozenAt: number | undefined
  let offset = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const now = () => frozenAt ?? realNow() + offset

  function arm(): void {
    clearTimeout(timer)
    timer = undefined
    const next = sleepers.first()
    if (!next || frozenAt !== undefined) return
    timer = setTimeout(wakeDue, Math.min(Math.max(next.due - now(), 0), longestTimer))
    // A waiting run must not keep the process from ending.
    if (typeof timer === 'object') timer.unref?.()
  }

  function wakeDue(): void {
    for (let next = sleepers.first(); next && next.due <= now(); next = sleepers.first()) {
      sleepers.take()
      next.call()
    }
    arm()
  }

  function after(ms: number, call: () => void): () => void {
    const remove = sleepers.add({ due: now() + ms, call })
    arm()
    return () => {
      if (remove()) arm()
    }
  }

  return {
    now,
    after,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error)
        const stop = () => {
          cancel()
          reject(signal!.reason as Error)
        }
        const cancel = after(ms, () => {
          signal?.removeEventListener('abort', stop)
          resolve()
        })
        signal?.addEventListener('abort', stop, { once: true })
      }),
    get isFrozen() {
      return frozenAt !== undefined
    },
    get offset() {
      return now() - realNow()
    },
    waiting: () => ({ count: sleepers.size, next: sleepers.first()?.due }),
    freeze(at) {
      frozenAt = at ?? now()
      wakeDue()
    },
    advance(ms) {
      if (frozenAt !== undefined) frozenAt += ms
      else offset += ms
      wakeDue()
    },
    set(at) {
      if (frozenAt !== undefined) frozenAt = at
      else offset = at - realNow()
      wakeDue()
    },
    run() {
      if (frozenAt === undefined) return
      offset = frozenAt - realNow()
      frozenAt = undefined
      wakeDue()
    },
    real() {
      frozenAt = undefined
      offset = 0
      wakeDue()
    },
    stop() {
      sleepers.clear()
      clearTimeout(timer)
    },
  }
}
