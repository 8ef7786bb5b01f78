import { count, duration, until, when } from '../../../src/simulator/host/when'

/** 2:05 in the afternoon, wherever this runs. */
const now = new Date(2026, 10, 20, 14, 5).getTime()
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

it.each([
  [ago(0), '< 1 minute ago'],
  [ago(-0.2), '< 1 minute ago'],
  [ago(1), '1 minute ago'],
  [ago(59), '59 minutes ago'],
  [ago(65), 'Today at 1:00 PM'],
  [ago(-30), 'Today at 2:35 PM'],
  [ago(24 * 60), 'Yesterday at 2:05 PM'],
  [ago(3 * 24 * 60), 'Nov 17, 2026 at 2:05 PM'],
])('%s is %s', (at, words) => {
  // The narrow space before AM and PM differs between versions of the time zone data.
  expect(when(at, now).replace(/\s/g, ' ')).toBe(words)
})

it.each([
  [-3, 'now'],
  [0, 'now'],
  [0.2, 'in 1 s'],
  [45, 'in 45 s'],
  [125, 'in 2 min 5 s'],
])('says when something is due that is %d s away: %s', (seconds, words) => {
  expect(until(new Date(now + seconds * 1000).toISOString(), now)).toBe(words)
})

it.each([
  [0, '0 ms'],
  [480.4, '480 ms'],
  [1300, '1.3 s'],
  [125_000, '2 min 5 s'],
])('%d ms is %s', (ms, words) => {
  expect(duration(ms)).toBe(words)
})

it('counts in numerals', () => {
  expect([count(0, 'run'), count(1, 'run'), count(1200, 'run')]).toEqual(['0 runs', '1 run', '1,200 runs'])
})
