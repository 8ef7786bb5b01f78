import { firstInexactNumber } from '../../zis/integers'
import type { Json } from '../../zis/json'
import { padded } from '../store/keys'
import type { EventRow } from '../store/tables'
import { createRate } from './rate'
import { fineStamp, type World } from '../world'

/** Something that happened, before it is kept. */
export interface NewEvent {
  event_source: string
  event_type: string
  input: Json
  /**
   * The first integer beyond 2^53 as the sender wrote it, null where there is none; without a word about it, the
   * numbers of `input` are looked through.
   */
  inexact?: string | null
  /** What raised it, in words. */
  origin: string
}

export interface Bus {
  /**
   * Takes events into the queue. They are in the store when this returns and on disk when
   * `store.durable()` resolves: acknowledge after that, not before.
   *
   * @param by id of the user who did it, where it was somebody
   */
  publish(events: NewEvent[], by?: number): EventRow[]
  /** How many were taken in the last 60 seconds of the clock, since the start of the process. */
  lastMinute(): number
}

/**
 * @param wake called when the queue has something new
 * @param heard called with all events of one publication
 */
export function createBus(
  world: World,
  wake: () => void,
  heard: (rows: EventRow[], by?: number) => void = () => {},
): Bus {
  const { store, changes } = world
  const rate = createRate(world.clock)
  return {
    lastMinute: () => rate.lastMinute(),

    publish(events, by) {
      const rows = events.map(({ event_source, event_type, input, origin, ...known }): EventRow => {
        const number = store.nextNumber('events')
        const inexact = known.inexact === undefined ? firstInexactNumber(input) : known.inexact
        const row = {
          id: String(number),
          at: fineStamp(world),
          event_source,
          event_type,
          input,
          ...(inexact !== undefined && inexact !== null && { inexact: String(inexact) }),
          origin,
          runs: [],
        }
        store.table('events').put(padded(number), row)
        store.table('open_events').put(padded(number), {})
        changes.tell('events', row.id)
        return row
      })
      if (rows.length > 0) {
        heard(rows, by)
        rate.add(rows.length)
        wake()
      }
      return rows
    },
  }
}
