import { fitsPattern } from '../../wildcards'
import type { Operator } from './query'

/** What a property is asked, and what it needs to know for it. */
export interface Ask {
  op: Operator
  value: string
  /** The simulator's time (ms since 1970). */
  now: number
}

/** A property of a kind of thing that can be searched for. */
export type Property<Row> = (row: Row, ask: Ask) => boolean

type Value = string | number | boolean | null | undefined
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** Any of the values is the one that is asked for; `none` asks for no value, `*` stands for any characters. */
export const exact =
  <Row>(read: (row: Row) => Value | Value[]): Property<Row> =>
  (row, { op, value }) => {
    const values = [read(row)].flat().filter((one) => !isEmpty(one))
    if (op === ':' && value.toLowerCase() === 'none') return values.length === 0
    return values.some((one) => compare(String(one), op, value))
  }

/** The text holds the words that are asked for. */
export const words =
  <Row>(read: (row: Row) => string | null): Property<Row> =>
  (row, { op, value }) => {
    const text = read(row) ?? ''
    if (op !== ':') return false
    if (value.toLowerCase() === 'none') return text === ''
    return value.includes('*')
      ? fitsPattern(text.toLowerCase(), value.toLowerCase())
      : text.toLowerCase().includes(value.toLowerCase())
  }

/** The value has a place in an order: `status<solved`. */
export const ordered =
  <Row>(order: readonly string[], read: (row: Row) => string | null): Property<Row> =>
  (row, { op, value }) => {
    const own = read(row)
    if (op === ':' && value.toLowerCase() === 'none') return own === null
    const [place, asked] = [order.indexOf(own ?? ''), order.indexOf(value.toLowerCase())]
    return place !== -1 && asked !== -1 && fits(place - asked, op)
  }

/** A moment: a day `2026-03-02`, a time, or so long ago: `created>4hours`. */
export const moment =
  <Row>(read: (row: Row) => string | null): Property<Row> =>
  (row, { op, value, now }) => {
    const own = Date.parse(read(row) ?? '')
    const asked = spanOf(value, now)
    if (Number.isNaN(own) || !asked) return false
    const { from, to } = asked
    switch (op) {
      case ':':
        return own >= from && own < to
      case '<':
        return own < from
      case '<=':
        return own < to
      case '>':
        return own >= to
      case '>=':
        return own >= from
    }
  }

const units: Record<string, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
}

/** The moments that a value stands for, from the first up to but not including the last (ms since 1970). */
function spanOf(value: string, now: number): { from: number; to: number } | undefined {
  const [, count, unit] = /^(\d{1,6})(minute|hour|day|week|month|year)s?$/.exec(value) ?? []
  if (count !== undefined && unit !== undefined) {
    const from = now - Number(count) * units[unit]!
    return { from, to: from + 1 }
  }
  const from = Date.parse(value)
  if (Number.isNaN(from)) return undefined
  return { from, to: from + (/^\d{4}-\d\d-\d\d$/.test(value) ? units['day']! : 1000) }
}

/** Numbers as numbers, everything else as text in which capitals do not count. */
function compare(own: string, op: Operator, asked: string): boolean {
  if (op === ':' && asked.includes('*')) return fitsPattern(own.toLowerCase(), asked.toLowerCase())
  const [left, right] = [Number(own), Number(asked)]
  if (own !== '' && asked !== '' && !Number.isNaN(left) && !Number.isNaN(right)) return fits(left - right, op)
  const [one, other] = [own.toLowerCase(), asked.toLowerCase()]
  return fits(one < other ? -1 : one > other ? 1 : 0, op)
}

function fits(difference: number, op: Operator): boolean {
  switch (op) {
    case ':':
      return difference === 0
    case '<':
      return difference < 0
    case '>':
      return difference > 0
    case '<=':
      return difference <= 0
    case '>=':
      return difference >= 0
  }
}
