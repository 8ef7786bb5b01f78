const minute = 60_000
const hour = 60 * minute
const locale = 'en-US'

/**
 * A time as Zendesk writes it: `< 1 minute ago`, `43 minutes ago`, `Today at 2:05 PM`, `Yesterday at …`,
 * `Nov 3, 2026 at …` (zis-admin-app 10.1).
 *
 * @param now of the simulator's clock, ms since 1970
 */
export function when(iso: string, now: number): string {
  const at = Date.parse(iso)
  const age = now - at
  // A row can be a little newer than the last look at the clock.
  if (Math.abs(age) < minute) return '< 1 minute ago'
  if (age >= 0 && age < hour) return count(Math.floor(age / minute), 'minute') + ' ago'
  const date = new Date(at)
  const time = timeOfDay(at)
  const days = Math.round((midnight(now) - midnight(at)) / (24 * hour))
  if (days === 0) return `Today at ${time}`
  if (days === 1) return `Yesterday at ${time}`
  return `${date.toLocaleDateString(locale, { dateStyle: 'medium' })} at ${time}`
}

/** Time left until a moment: `in 45 s`, `in 2 min 5 s`; `now` once it is there. `now` as for {@link when}. */
export function until(iso: string, now: number): string {
  const left = Math.ceil((Date.parse(iso) - now) / 1000)
  if (left <= 0) return 'now'
  return left < 60 ? `in ${left} s` : `in ${duration(left * 1000)}`
}

/** `2:05 PM`. */
export const timeOfDay = (at: number): string =>
  new Date(at).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** `1 attempt`, `2 attempts`. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number.toLocaleString(locale)} ${number === 1 ? noun : plural}`

/** `480 ms`, `1.3 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < minute) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / minute)} min ${Math.floor((ms % minute) / 1000)} s`
}

/** A moment with its seconds, for a clock: `Nov 3, 2026, 2:05:09 PM`. */
export const moment = (at: number): string =>
  new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' })
