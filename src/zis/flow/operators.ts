import type { Json } from '../json'
import { compareInstants, readInstant } from './timestamps'

/** Compares two values of one kind; the order is below 0, 0 or above 0, and undefined when a value is of another kind. */
export interface Kind {
  /** What an operand of the kind is called in a finding. */
  says: string
  isOperand(operand: Json): boolean
  /** The test against a fixed operand, prepared once. */
  against(operand: Json): (value: Json) => number | undefined
}

function kind<T>(says: string, read: (value: Json) => T | undefined, compare: (a: T, b: T) => number): Kind {
  return {
    says,
    isOperand: (operand) => read(operand) !== undefined,
    against(operand) {
      const right = read(operand)
      // Values of different types are never equal, larger or smaller; nothing is converted.
      if (right === undefined) return () => undefined
      return (value) => {
        const left = read(value)
        return left === undefined ? undefined : compare(left, right)
      }
    },
  }
}

const text = kind('a string', (value) => (typeof value === 'string' ? value : undefined), compareTexts)
const number = kind(
  'a number',
  (value) => (typeof value === 'number' ? value : undefined),
  (a, b) => a - b,
)
const boolean = kind(
  'true or false',
  (value) => (typeof value === 'boolean' ? value : undefined),
  (a, b) => Number(a) - Number(b),
)
const timestamp = kind(
  'an RFC 3339 timestamp such as "2026-02-03T04:05:06Z"',
  (value) => (typeof value === 'string' ? readInstant(value) : undefined),
  compareInstants,
)

const equals = (order: number) => order === 0
const less = (order: number) => order < 0
const greater = (order: number) => order > 0
const lessEquals = (order: number) => order <= 0
const greaterEquals = (order: number) => order >= 0

/** A comparison: which kind of values it takes, and which order makes it true. */
export interface Operator {
  kind: Kind
  holds(order: number): boolean
  /** The operand is a reference path to the value to compare with. */
  isPath: boolean
}

const plain = (of: Kind, holds: Operator['holds']): Operator => ({ kind: of, holds, isPath: false })
const withPath = (name: string, of: Kind, holds: Operator['holds']): Record<string, Operator> => ({
  [name]: plain(of, holds),
  [`${name}Path`]: { kind: of, holds, isPath: true },
})

/** Every comparison of a Choice rule, complete (zis-flows 7.2). */
export const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({
    ...withPath('StringEquals', text, equals),
    StringLessThan: plain(text, less),
    StringGreaterThan: plain(text, greater),
    StringLessThanEquals: plain(text, lessEquals),
    StringGreaterThanEquals: plain(text, greaterEquals),

    ...withPath('NumericEquals', number, equals),
    ...withPath('NumericLessThan', number, less),
    ...withPath('NumericGreaterThan', number, greater),
    ...withPath('NumericLessThanEquals', number, lessEquals),
    ...withPath('NumericGreaterThanEquals', number, greaterEquals),

    ...withPath('BooleanEquals', boolean, equals),

    TimestampEquals: plain(timestamp, equals),
    TimestampLessThan: plain(timestamp, less),
    TimestampGreaterThan: plain(timestamp, greater),
    TimestampLessThanEquals: plain(timestamp, lessEquals),
    TimestampGreaterThanEquals: plain(timestamp, greaterEquals),
  }),
)

/** Tests of the place itself; their operand is true or false. */
export const placeTests: ReadonlySet<string> = new Set(['IsPresent', 'IsNull'])

export const logicalWords: ReadonlySet<string> = new Set(['And', 'Or', 'Not'])

/** By code point. JavaScript's `<` compares UTF-16 units, which puts U+1F600 before U+FF5E. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return codePointRank(left) - codePointRank(right)
  }
  return a.length - b.length
}

/** Moves the surrogates, which stand for everything above U+FFFF, behind the other units. */
function codePointRank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}
