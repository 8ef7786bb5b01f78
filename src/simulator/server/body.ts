import { Compile, type Validator } from 'typebox/compile'
import type { TSchema } from 'typebox'
import { deepestDocument, isDeeperThan } from '../../zis/depth'
import { isObject } from '../../zis/json'
import { nearest } from '../../zis/nearest'
import { ZisProblem } from '../../zis/wire/problems'
import { readText } from '../read-text'

/** A body as it came and as it reads; the text is left out for a form. */
export interface ReadBody {
  body: unknown
  text?: string
}

/**
 * Reads a body as JSON or as a form, by its content type. An absent body is undefined.
 *
 * @param limit bytes that it may have
 * @param wantsText the service reads the text itself, so that it need not be JSON here
 * @throws {ZisProblem} BadRequest for a body that is not what it says it is, BodyTooLarge over the limit
 */
export async function readBody(request: Request, limit: number, wantsText = false): Promise<ReadBody> {
  const text = await readText(request, limit)
  const type = request.headers.get('content-type') ?? ''
  // `curl -d` says that everything is a form; no form begins like this.
  const isJson = /^\s*[[{]/.test(text)
  if (text !== '' && !isJson && type.includes('application/x-www-form-urlencoded')) {
    return { body: Object.fromEntries(new URLSearchParams(text)) }
  }
  if (text === '') return { body: undefined, text }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (cause) {
    if (wantsText) return { body: undefined, text }
    const reason = cause instanceof Error ? cause.message : 'it cannot be read'
    throw new ZisProblem('BadRequest', { detail: `the body is not JSON: ${reason}` }, undefined, { cause })
  }
  // Whoever walks through it later need not fear for its stack.
  if (isDeeperThan(body, deepestDocument)) {
    throw new ZisProblem('BadRequest', { detail: `the body has more than ${deepestDocument} levels` })
  }
  return { body, text }
}

/** Checks are compiled at their first use, so that a start does not wait for those that nobody needs. */
const compiled = new WeakMap<TSchema, Validator>()

/** What is wrong with a value, one sentence a place; empty when it fits. */
export function faultsOf(schema: TSchema, value: unknown, name: string): Record<string, string> {
  let check = compiled.get(schema)
  if (!check) compiled.set(schema, (check = Compile(schema)))
  if (check.Check(value)) return {}
  const faults: Record<string, string> = {}
  const choices = new Map<string, unknown[]>()
  for (const { instancePath, message, params } of check.Errors(value)) {
    const place = name + instancePath.replaceAll('/', '.')
    const missing = (params as { requiredProperties?: string[] }).requiredProperties
    const taken = valuesIn(params)
    if (missing)
      for (const property of missing) faults[`${place}.${property}`] = `${place}.${property} is missing`
    else if (taken && (choices.has(place) || !Object.hasOwn(faults, place))) {
      // The values of a union come one by one.
      const all = [...(choices.get(place) ?? []), ...taken]
      choices.set(place, all)
      faults[place] = `${place} must be equal to ${said(all)}`
    } else faults[place] ??= `${place} ${message}`
  }
  return faults
}

/** The values that a place takes, if it takes no others. */
function valuesIn(params: object): unknown[] | undefined {
  const { allowedValue, allowedValues } = params as { allowedValue?: unknown; allowedValues?: unknown[] }
  return allowedValues ?? (allowedValue === undefined ? undefined : [allowedValue])
}

function said(values: unknown[]): string {
  if (values.length > mostChoices) return 'one of the allowed values'
  const texts = values.map((value) => JSON.stringify(value))
  return texts.length === 1 ? texts[0]! : `one of ${texts.join(', ')}`
}

const mostChoices = 20

/**
 * What a body brings that its schema does not name, one sentence a place. ZIS does not look at it; the simulator's
 * own paths do, as a switch with a slip in its name would turn nothing and say so to nobody.
 */
export function strangersIn(schema: TSchema, value: unknown, name: string): Record<string, string> {
  const { properties: known } = schema as { properties?: Record<string, TSchema> }
  if (!known || !isObject(value)) return {}
  const names = Object.keys(known)
  const strangers = Object.keys(value).filter((one) => !Object.hasOwn(known, one))
  return Object.fromEntries(
    strangers.map((one) => {
      const meant = nearest(one, names)
      const hint = meant === undefined ? `it takes ${names.join(', ')}` : `did you mean ${meant}?`
      return [`${name}.${one}`, `${name}.${one} is not known; ${hint}`]
    }),
  )
}
