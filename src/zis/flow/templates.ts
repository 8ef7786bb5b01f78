import { type Json, isObject, setOwn } from '../json'
import { isPathProblem, looksLikePath, parsePath, readerOf, type Reader } from './paths'

/** Gives the value of a template for the flow's data of the moment. */
export type Render = (data: Json, options: RenderOptions) => Json

/** What the sources leave open about rendering (zis-flows 5.2, 5.3). */
export interface RenderOptions {
  /** Text of a `null` inside a string. */
  nullText: string
  /** `"x.$": "{{$.a}}"` keeps the type of `$.a` instead of becoming text. */
  keepsType: boolean
  /** Text without a path or placeholder under a `.$` key is an error instead of itself. */
  refusesPlainText?: boolean
  /** Objects inside arrays of `Parameters` and `Result` stay as they are written. */
  keepsArrays?: boolean
}

/** A path in a template leads nowhere, or is no path at all. */
export class PathNotFound extends Error {
  override readonly name = 'PathNotFound'
  constructor(readonly path: string) {
    super(`JSON path not found: ${path}`)
  }
}

/**
 * Where placeholders work: in `Parameters` and a Pass state's `Result` only under keys that end in
 * `.$`; in a custom action's definition in every string (zis-flows 5.2).
 */
export type TemplateKind = 'parameters' | 'definition'

// Every part ends where the next begins: a text made to have it look back and forth cannot hold it up.
const placeholder = /\{\{\s*(\$[^{}]*)\}\}/g

/** The paths of the placeholders in a text, in order. */
export const placeholdersIn = (text: string): string[] =>
  text.includes('{{') ? [...text.matchAll(placeholder)].map((found) => found[1]!.trimEnd()) : []

/** Prepares a value with `.$` keys and placeholders. What holds none of them is shared, not copied. */
export function compileTemplate(value: Json, kind: TemplateKind): Render {
  return dynamic(value, kind) ?? (() => value)
}

function dynamic(value: Json, kind: TemplateKind): Render | undefined {
  if (typeof value === 'string') return kind === 'definition' ? dynamicText(value) : undefined
  if (Array.isArray(value)) return dynamicArray(value, kind)
  return isObject(value) ? dynamicObject(value, kind) : undefined
}

function dynamicArray(values: Json[], kind: TemplateKind): Render | undefined {
  const found = values.map((value) => dynamic(value, kind))
  if (found.every((render) => render === undefined)) return undefined
  const renders = found.map((render, at) => render ?? (() => values[at]!))
  return (data, options) =>
    kind === 'parameters' && options.keepsArrays ? values : renders.map((render) => render(data, options))
}

function dynamicObject(value: { [key: string]: Json }, kind: TemplateKind): Render | undefined {
  let isDynamic = false
  const members = Object.entries(value).map(([key, child]): [string, Render] => {
    if (key.endsWith('.$')) {
      isDynamic = true
      return [
        key.slice(0, -2),
        typeof child === 'string' ? compileDollar(child) : compileTemplate(child, kind),
      ]
    }
    const render = dynamic(child, kind)
    isDynamic ||= render !== undefined
    return [key, render ?? (() => child)]
  })
  if (!isDynamic) return undefined
  return (data, options) => {
    const object: { [key: string]: Json } = {}
    for (const [key, render] of members) setOwn(object, key, render(data, options))
    return object
  }
}

/** The text under a `.$` key: a reference path keeps its type, placeholders become text, the rest stays. */
function compileDollar(text: string): Render {
  if (looksLikePath(text)) {
    const steps = parsePath(text)
    if (!isPathProblem(steps)) return strict(readerOf(steps), text)
    if (placeholdersIn(text).length === 0) {
      return () => {
        throw new PathNotFound(text)
      }
    }
  }
  const whole = onlyPlaceholder(text)
  const render = dynamicText(text)
  if (!render) {
    return (_data, { refusesPlainText }) => {
      if (refusesPlainText) throw new PathNotFound(text)
      return text
    }
  }
  if (whole === undefined) return render
  const typed = strict(readerOf(whole.steps), whole.path)
  return (data, options) => (options.keepsType ? typed : render)(data, options)
}

const strict =
  (read: Reader, path: string): Render =>
  (data) => {
    const value = read(data)
    if (value === undefined) throw new PathNotFound(path)
    return value
  }

/** The path of a text that is one placeholder and nothing else. */
export function onlyPlaceholder(text: string): { path: string; steps: Array<string | number> } | undefined {
  const path = /^\{\{\s*(\$[^{}]*)\}\}$/.exec(text)?.[1]?.trimEnd()
  const steps = path === undefined ? undefined : parsePath(path)
  return path !== undefined && steps && !isPathProblem(steps) ? { path, steps } : undefined
}

/** Prepares a text with placeholders; undefined when it has none. */
function dynamicText(text: string): Render | undefined {
  const parts: Array<string | Render> = []
  let from = 0
  for (const found of text.matchAll(placeholder)) {
    const path = found[1]!.trimEnd()
    const steps = parsePath(path)
    parts.push(text.slice(from, found.index))
    parts.push(strict(isPathProblem(steps) ? () => undefined : readerOf(steps), path))
    from = found.index + found[0].length
  }
  if (parts.length === 0) return undefined
  parts.push(text.slice(from))
  return (data, options) => {
    let rendered = ''
    for (const part of parts) {
      rendered += typeof part === 'string' ? part : textOf(part(data, options), options.nullText)
    }
    return rendered
  }
}

/** How a value looks inside a string. */
export function textOf(value: Json, nullText: string): string {
  if (typeof value === 'string') return value
  return value === null ? nullText : JSON.stringify(value)
}

/** A message (Succeed, Fail): a whole reference path, or a text with placeholders. Always gives text. */
export function compileMessage(text: string): (data: Json, options: RenderOptions) => string {
  const render =
    looksLikePath(text) && !isPathProblem(parsePath(text)) ? compileDollar(text) : dynamicText(text)
  if (!render) return () => text
  return (data, options) => textOf(render(data, options), options.nullText)
}
