import { Compile, type Validator } from 'typebox/compile'
import type { TSchema } from 'typebox'
import { deepestDocument, isDeeperThan } from '../../zis/depth'
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
  if (text !== '' && type.includes('application/x-www-form-urlencoded')) {
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
  for (const { instancePath, message, params } of check.Errors(value)) {
    const place = name + instancePath.replaceAll('/', '.')
    const missing = (params as { requiredProperties?: string[] }).requiredProperties
    if (missing)
      for (const property of missing) faults[`${place}.${property}`] = `${place}.${property} is missing`
    else faults[place] ??= `${place} ${message}`
  }
  return faults
}
