import {
  isPathProblem,
  looksLikePath,
  parsePath,
  readerOf,
  type PathStep,
  type Reader,
} from '../../zis/flow/paths'
import { isObject, type Json } from '../../zis/json'

/** A parameter that is a part of the data as it is: a `.$` key with a bare reference path. */
export interface Reference {
  /** Its place in the resolved parameters, as a reference path and as steps. */
  at: string
  steps: PathStep[]
  /** Its place in the data. */
  from: string
  read: Reader
}

/** Finds the references in `Parameters` as a flow has them, once per state. */
export function referencesIn(written: Json): Reference[] {
  const found: Reference[] = []
  const look = (value: Json, steps: PathStep[]): void => {
    if (Array.isArray(value)) value.forEach((child, index) => look(child, [...steps, index]))
    if (!isObject(value)) return
    for (const [key, child] of Object.entries(value)) {
      if (!key.endsWith('.$')) look(child, [...steps, key])
      else if (typeof child === 'string') add(child, [...steps, key.slice(0, -2)])
    }
  }
  const add = (from: string, steps: PathStep[]): void => {
    const path = looksLikePath(from) ? parsePath(from) : undefined
    if (path === undefined || isPathProblem(path)) return
    found.push({ at: pathText(steps), steps, from, read: readerOf(path) })
  }
  look(written, [])
  return found
}

const pathText = (steps: PathStep[]): string =>
  steps.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return /^\w+$/.test(step) ? `${text}.${step}` : `${text}["${step.replace(/[\\"]/g, '\\$&')}"]`
  }, '$')
