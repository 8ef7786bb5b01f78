/** How a time is told: `minutes` is 0 within the first one. */
export type Telling = { kind: 'ago'; minutes: number } | { kind: 'today' | 'yesterday' | 'other' }

const minuteMs = 60_000
const dayMs = 86_400_000

/**
 * Selects how a time is told beside the present one (zis-admin-app 10.1): by minutes within the hour that
 * has just gone by, by the day today and yesterday, else by its date. Times to come are never "ago".
 *
 * @param timeZone IANA name; days begin at its midnight. Without one, that of the browser counts.
 */
export function tellingOf(time: number, now: number, timeZone?: string): Telling {
  const minutes = Math.floor((now - time) / minuteMs)
  if (minutes >= 0 && minutes < 60) return { kind: 'ago', minutes }
  const days = dayOf(now, timeZone) - dayOf(time, timeZone)
  return { kind: days === 0 ? 'today' : days === 1 ? 'yesterday' : 'other' }
}

/** The number of the day that a time belongs to in a time zone: the calendar counts, not 24 hours. */
function dayOf(time: number, timeZone?: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(time)
  const part = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / dayMs
}
