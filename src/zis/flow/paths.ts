import { type Json, isObject, setOwn } from '../json'

/** One step of a reference path: an object key or an array index. */
export type PathStep = string | number

const token = /\.([^.[\]\s"']+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y
const parsed = new Map<string, PathStep[] | PathProblem>()

/** Where a text stops being a reference path, as an offset into it. */
export interface PathProblem {
  at: number
  says: string
}

/**
 * Reads a reference path (zis-flows 5.1): `$`, then `.name`, `[0]` or `['any name']`. It selects one
 * node: wildcards, `..`, slices, filters and negative indexes are refused, with the place.
 */
export function parsePath(text: string): PathStep[] | PathProblem {
  const known = parsed.get(text)
  if (known) return known
  const result = parse(text)
  parsed.set(text, result)
  return result
}

export const isPathProblem = (path: PathStep[] | PathProblem): path is PathProblem => !Array.isArray(path)

/** True for a text that is a whole reference path. */
export const isPath = (text: string): boolean => Array.isArray(parsePath(text))

function parse(text: string): PathStep[] | PathProblem {
  if (!text.startsWith('$')) return { at: 0, says: 'a reference path begins with $' }
  const steps: PathStep[] = []
  let at = 1
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) return { at, says: 'only .name, [number] and ["name"] can stand here' }
    const [, name, index, single, double] = found
    if (index !== undefined) steps.push(Number(index))
    else steps.push(name ?? (single ?? double)!.replace(/\\(.)/g, '$1'))
    at = token.lastIndex
  }
  return steps
}

/** The value at parsed steps; undefined when there is none. A stored `null` is found. */
export function readSteps(data: Json, steps: readonly PathStep[]): Json | undefined {
  let value: Json | undefined = data
  for (const step of steps) {
    if (typeof step === 'number') {
      value = Array.isArray(value) ? value[step] : undefined
    } else {
      value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
    }
    if (value === undefined) return undefined
  }
  return value
}

/**
 * A copy of `data` with `value` at the steps. Only the objects on the way are new, everything else is
 * shared. Missing parents are created (zis-flows 5).
 *
 * @throws {RangeError} when a parent exists and is neither an object nor an array with that index
 */
export function writeSteps(data: Json | undefined, steps: readonly PathStep[], value: Json, from = 0): Json {
  if (from === steps.length) return value
  const step = steps[from]!
  if (typeof step === 'number') {
    if (!Array.isArray(data) || step > data.length)
      throw new RangeError(`no array element ${step} to write to`)
    const copy = data.slice()
    copy[step] = writeSteps(data[step], steps, value, from + 1)
    return copy
  }
  if (data !== undefined && data !== null && !isObject(data)) {
    throw new RangeError(`cannot set "${step}" in a value that is not an object`)
  }
  const copy: { [key: string]: Json } = { ...data }
  const before = isObject(data) && Object.hasOwn(data, step) ? data[step] : undefined
  setOwn(copy, step, writeSteps(before, steps, value, from + 1))
  return copy
}

function stepsOf(path: string): PathStep[] {
  const steps = parsePath(path)
  if (isPathProblem(steps)) throw new SyntaxError(`"${path}": ${steps.says} (at ${steps.at})`)
  return steps
}

/** The value at a reference path; undefined when there is none. */
export const readPath = (data: Json, path: string): Json | undefined => readSteps(data, stepsOf(path))

/** A copy of `data` with `value` at a reference path. */
export const writePath = (data: Json, path: string, value: Json): Json =>
  writeSteps(data, stepsOf(path), value)
