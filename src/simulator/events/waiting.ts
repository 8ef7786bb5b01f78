import type { EventRow } from '../store/tables'
import type { World } from '../world'

/** Keys read from the store at a time: what waits may be far more than should be in memory. */
const portionSize = 200

/** Events that are accepted and not delivered yet, in the order of their delivery. */
export interface Waiting {
  /** The event that is next, which stays where it is. */
  next(): EventRow | undefined
  /** Takes the next event out of the queue. */
  take(): void
  count(): number
  /** The first `limit` that wait, in the order in which they were accepted. */
  list(limit: number): EventRow[]
  /** Milliseconds until an event may be delivered; 0 when it may be now. */
  delayOf(event: EventRow): number
  /** Reads the queue from its beginning again. */
  forget(): void
}

export function createWaiting({ store, clock, changes, assume }: World): Waiting {
  const open = store.table('open_events')
  const events = store.table('events')
  let portion: string[] = []
  let place = 0
  let last: string | undefined
  let ahead: EventRow | undefined

  function forget(): void {
    portion = []
    place = 0
    last = undefined
    ahead = undefined
  }
  // A turned switch acts on what waits already.
  changes.listen(({ kind }) => kind === 'assumptions' && forget())

  function read(): void {
    portion = open
      .list({ limit: portionSize, ...(last !== undefined && { after: last }) })
      .map(([key]) => key)
    place = 0
    last = portion.at(-1) ?? last
    if (assume('shuffledDeliveries')) portion = shuffled(portion)
  }

  return {
    next() {
      while (!ahead) {
        if (place === portion.length) read()
        const key = portion[place]
        if (key === undefined) return undefined
        ahead = events.get(key)
        if (ahead) break
        open.delete(key)
        place += 1
      }
      return ahead
    },
    take() {
      const key = portion[place]
      if (key === undefined) return
      open.delete(key)
      place += 1
      ahead = undefined
    },
    count: () => open.count(),
    list: (limit) => open.list({ limit }).flatMap(([key]) => events.get(key) ?? []),
    delayOf({ at }) {
      const delay = assume('deliveryDelay') * 1000
      const age = clock.now() - Date.parse(at)
      // An event of a clock that was moved back has waited long enough.
      return age < 0 ? 0 : Math.max(0, delay - age)
    },
    forget,
  }
}

/** Another order, the same at every time: by a number that is drawn from each key. */
const shuffled = (keys: string[]): string[] =>
  keys
    .map((key): [number, string] => [drawn(Number(key)), key])
    .sort(([one], [other]) => one - other)
    .map(([, key]) => key)

/** A number from a seed that looks like chance (the mixing of MurmurHash3). */
function drawn(seed: number): number {
  let mixed = Math.imul((seed + 1) ^ 0x9e3779b9, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
