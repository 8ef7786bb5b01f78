import type { Attempt, Exchange, History, Step } from './history'
import type { Json } from './json'
import { playMaps } from './map-outputs'

/**
 * A history as it is kept: every name, type and path stands in one table, times are distances, and what
 * follows from other steps is left out, such as the array of a Map. A step takes some twenty bytes beside
 * its data.
 */
export interface PackedHistory {
  attempts: PackedAttempt[]
}

export type PackedAttempt = Omit<Attempt, 'steps'> & {
  /** States, types, paths and Map iterations, each once; steps point at them by number. */
  words: Json[]
  steps: PackedStep[]
}

/** State, type, ms since the step before, duration in ms, place of its Map iterations, next; then the rest. */
type PackedStep = [
  state: number,
  type: number,
  since: number,
  duration: number,
  within: number,
  next: number,
  rest?: Rest,
]

/** Only what a step has. */
interface Rest {
  p?: Json
  t?: { [place: string]: string }
  i?: number
  x?: Exchange[]
  w?: [path: number, value: Json]
  /** The path of a Map that wrote the array which its iterations made. */
  m?: number
  e?: [error: string, cause: string, caught: 0 | 1]
  n?: string[]
}

/** A word that is not there. */
const none = -1

export const packHistory = ({ attempts }: History): PackedHistory => ({ attempts: attempts.map(packAttempt) })
export const unpackHistory = ({ attempts }: PackedHistory): History => ({
  attempts: attempts.map(unpackAttempt),
})

export function packAttempt({ steps, ...attempt }: Attempt): PackedAttempt {
  const words: Json[] = []
  const numbers = new Map<string, number>()
  const numberOf = (word: Json | undefined): number => {
    if (word === undefined) return none
    const key = JSON.stringify(word)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, words.length)
    return words.push(word) - 1
  }

  const made = new Set<Step>()
  playMaps(steps, attempt.data, (step, output) => {
    const { value } = step.wrote!
    if (JSON.stringify(output) === JSON.stringify(value)) made.add(step)
    return value
  })

  let before = Date.parse(attempt.started_at)
  const packed = steps.map((step): PackedStep => {
    const { state, type, within, started_at, duration_ms, next } = step
    const since = Date.parse(started_at) - before
    before += since
    const rest = packRest(step, made.has(step), numberOf)
    const place = within && within.map(({ state: map, index }) => ({ state: map, index }))
    const row: PackedStep = [
      numberOf(state),
      numberOf(type),
      since,
      duration_ms,
      numberOf(place),
      numberOf(next),
    ]
    if (Object.keys(rest).length > 0) row.push(rest)
    return row
  })
  return { ...attempt, words, steps: packed }
}

function packRest(step: Step, isMade: boolean, numberOf: (word: Json | undefined) => number): Rest {
  const { parameters, taken, items_path, exchanges, wrote, error, notes } = step
  return {
    ...(parameters !== undefined && { p: parameters }),
    ...(taken && { t: taken }),
    ...(items_path !== undefined && { i: numberOf(items_path) }),
    ...(exchanges && { x: exchanges }),
    ...(wrote && (isMade ? { m: numberOf(wrote.path) } : { w: [numberOf(wrote.path), wrote.value] })),
    ...(error && { e: [error.error, error.cause, error.caught ? 1 : 0] }),
    ...(notes && { n: notes }),
  }
}

export function unpackAttempt({ words, steps, ...attempt }: PackedAttempt): Attempt {
  const text = (number: number) => words[number] as string
  let at = Date.parse(attempt.started_at)
  const unpacked = steps.map(([state, type, since, duration_ms, within, next, rest = {}], index): Step => {
    at += since
    const { p, t, i, x, w, m, e, n } = rest
    return {
      state: text(state),
      type: text(type),
      ...(within !== none && { within: words[within] as unknown as NonNullable<Step['within']> }),
      started_at: new Date(at).toISOString(),
      duration_ms,
      transition: index + 1,
      ...(p !== undefined && { parameters: p }),
      ...(t && { taken: t }),
      ...(i !== undefined && { items_path: text(i) }),
      ...(x && { exchanges: x }),
      ...(w && { wrote: { path: text(w[0]), value: w[1] } }),
      ...(m !== undefined && { wrote: { path: text(m), value: toCome } }),
      ...(e && { error: { error: e[0], cause: e[1], caught: e[2] === 1 } }),
      ...(next !== none && { next: text(next) }),
      ...(n && { notes: n }),
    }
  })
  playMaps(unpacked, attempt.data, (step, output) => {
    if (step.wrote!.value === toCome) step.wrote!.value = output
    return step.wrote!.value
  })
  return { ...attempt, steps: unpacked }
}

/** Stands for the array of a Map until its iterations are played. */
const toCome: Json[] = []
