import { Compile, type Validator } from 'typebox/compile'
import type { TSchema } from 'typebox'
import { ZisProblem } from '../../zis/wire/problems'

/** Bytes of a request's body; ZIS publishes no limit for bundles, 1 MB is assumed (zis-api 3.5). */
export const largestBody = 1024 * 1024

/**
 * Reads a body as JSON or as a form, by its content type. An absent body is undefined.
 * @throws {ZisProblem} BadRequest for a body that is not what it says it is, BodyTooLarge over the limit
 */
export async function readBody(request: Request): Promise<unknown> {
  const text = await readText(request)
  if (text === '') return undefined
  const type = request.headers.get('content-type') ?? ''
  if (type.includes('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it cannot be read'
    throw new ZisProblem('BadRequest', { detail: `the body is not JSON: ${reason}` }, undefined, { cause })
  }
}

async function readText(request: Request): Promise<string> {
  const declared = request.headers.get('content-length')
  if (Number(declared) > largestBody) throw new ZisProblem('BodyTooLarge', { limit: largestBody })
  // A declared length is kept by HTTP itself, and reading at once costs far less than reading a stream.
  const bytes = declared === null ? await readStream(request) : new Uint8Array(await request.arrayBuffer())
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ZisProblem('BadRequest', { detail: 'the body is not UTF-8' }, undefined, { cause })
  }
}

async function readStream(request: Request): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > largestBody) {
      await reader.cancel()
      throw new ZisProblem('BodyTooLarge', { limit: largestBody })
    }
    chunks.push(part.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
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
