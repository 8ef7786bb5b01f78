import { type Json, isObject, setOwn } from '../json'

/** One step of a reference path: an object key or an array index. */
export type PathStep = string | number

// A bare name stops at everything that means something else in JSONPath or in a placeholder.
const token = /\.([^.[\]\s"'*?,:@(){}]+)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y
const parsed = new Map<string, PathStep[] | PathProblem>()
/** Paths kept parsed; more than a bundle holds, so that the memory they take stays bounded. */
const mostParsed = 10_000

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
  if (parsed.size >= mostParsed) parsed.clear()
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

/**
 * True for a text that is meant as a reference path, right or wrong. `$$.` begins one in the Amazon States
 * Language, into a context that ZIS does not have (zis-flows 7.4).
 */
export const looksLikePath = (text: string): boolean => text === '$' || /^\${1,2}[.[]/.test(text)

/** Reads one place of a document; undefined when there is nothing. */
export type Reader = (data: Json) => Json | undefined

/** The reader of a path, made once so that a running flow parses nothing. */
export function readerOf(steps: readonly PathStep[]): Reader {
  if (steps.length === 0) return (data) => data
  if (steps.every((step) => typeof step === 'string')) return keysReader(steps as string[])
  return (data) => readSteps(data, steps)
}

function keysReader(keys: string[]): Reader {
  const [first, second, ...rest] = keys as [string, ...string[]]
  const readFirst: Reader = (data) => (isObject(data) && Object.hasOwn(data, first) ? data[first] : undefined)
  if (second === undefined) return readFirst
  const readRest = keysReader([second, ...rest])
  return (data) => {
    const value = readFirst(data)
    return value === undefined ? undefined : readRest(value)
  }
}

/** Puts a value at one place of a document, see {@link writeSteps}. */
export type Writer = (data: Json, value: Json) => Json

export function writerOf(steps: readonly PathStep[]): Writer {
  const [key] = steps
  if (steps.length !== 1 || typeof key !== 'string' || key === '__proto__') {
    return (data, value) => writeSteps(data, steps, value)
  }
  // Most writes set one key of the root; `__proto__` is the one that needs more than an assignment.
  return (data, value) => {
    if (!isObject(data)) return writeSteps(data, steps, value)
    const copy = { ...data }
    copy[key] = value
    return copy
  }
}

/** A value on the way to a place is no object, or no array with that index. */
export class PathBlocked extends RangeError {
  override readonly name = 'PathBlocked'
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

/** Which parents give way to an object when a value is written below them. */
export type Yielding = 'none' | 'null' | 'any'

const yields = (parent: Json, yielding: Yielding): boolean =>
  yielding === 'any' || (yielding === 'null' && parent === null)

/**
 * A copy of `data` with `value` at the steps. Only the objects on the way are new, everything else is
 * shared. Missing parents are created; a parent that is `null` exists and is no object (zis-flows 5).
 *
 * @param yielding which parents that are no objects are replaced by one; none unless told otherwise
 * @throws {PathBlocked} when another parent exists and is neither an object nor an array with that index
 */
export function writeSteps(
  data: Json | undefined,
  steps: readonly PathStep[],
  value: Json,
  from = 0,
  yielding: Yielding = 'none',
): Json {
  if (from === steps.length) return value
  const step = steps[from]!
  if (typeof step === 'number') {
    if (!Array.isArray(data) || step > data.length)
      throw new PathBlocked(`no array element ${step} to write to`)
    const copy = data.slice()
    copy[step] = writeSteps(data[step], steps, value, from + 1, yielding)
    return copy
  }
  const parent = data === undefined || isObject(data) || !yields(data, yielding) ? data : undefined
  if (parent !== undefined && !isObject(parent)) {
    throw new PathBlocked(`cannot set "${step}" in a value that is not an object`)
  }
  const copy: { [key: string]: Json } = { ...parent }
  const before = isObject(parent) && Object.hasOwn(parent, step) ? parent[step] : undefined
  setOwn(copy, step, writeSteps(before, steps, value, from + 1, yielding))
  return copy
}

function stepsOf(path: string): PathStep[] {
  const steps = parsePath(path)
  if (isPathProblem(steps)) throw new SyntaxError(`"${path}": ${steps.says} (at ${steps.at})`)
  return steps
}

/** The value at a reference path; undefined when there is none. */
export const readPath = (data: Json, path: string): Json | undefined => readSteps(data, stepsOf(path))

/** A copy of `data` with `value` at a reference path, see {@link writeSteps}. */
export const writePath = (data: Json, path: string, value: Json, yielding?: Yielding): Json =>
  writeSteps(data, stepsOf(path), value, 0, yielding)
