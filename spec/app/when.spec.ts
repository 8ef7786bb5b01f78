import { tellingOf } from '../../src/app/platform/when'

const now = '2026-11-26T10:30:00Z'
const cases = [
  ['this very second', '2026-11-26T10:30:00Z', 'UTC', { kind: 'ago', minutes: 0 }],
  ['59 seconds ago', '2026-11-26T10:29:01Z', 'UTC', { kind: 'ago', minutes: 0 }],
  ['a minute ago', '2026-11-26T10:29:00Z', 'UTC', { kind: 'ago', minutes: 1 }],
  ['59 minutes ago', '2026-11-26T09:30:01Z', 'UTC', { kind: 'ago', minutes: 59 }],
  ['an hour ago', '2026-11-26T09:30:00Z', 'UTC', { kind: 'today' }],
  ['in a second', '2026-11-26T10:30:01Z', 'UTC', { kind: 'today' }],
  ['tomorrow', '2026-11-27T00:00:00Z', 'UTC', { kind: 'other' }],
  ['the last second of yesterday', '2026-11-25T23:59:59Z', 'UTC', { kind: 'yesterday' }],
  ['the day before yesterday', '2026-11-24T23:59:59Z', 'UTC', { kind: 'other' }],
  ['a year ago', '2025-11-26T10:30:00Z', 'UTC', { kind: 'other' }],
  ['today in Tokyo, yesterday in UTC', '2026-11-25T15:00:00Z', 'Asia/Tokyo', { kind: 'today' }],
  [
    'yesterday in Los Angeles, today in UTC',
    '2026-11-26T07:59:59Z',
    'America/Los_Angeles',
    { kind: 'yesterday' },
  ],
] as const

it.each(cases)('%s', (_name, time, timeZone, telling) => {
  expect(tellingOf(Date.parse(time), Date.parse(now), timeZone)).toEqual(telling)
})

it('goes by the calendar on the day of 25 hours', () => {
  const at = (time: string) => Date.parse(time)
  expect(
    tellingOf(at('2026-10-31T22:00:00-07:00'), at('2026-11-01T23:30:00-08:00'), 'America/Los_Angeles'),
  ).toEqual({
    kind: 'yesterday',
  })
})
