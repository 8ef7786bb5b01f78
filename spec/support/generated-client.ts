import { Compile } from 'typebox/compile'
import type { TSchema } from 'typebox'
import type { JsonObject } from '../../src/zis/json'
import type { Send } from './callers'

interface Parameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  schema: object
}
interface Response {
  description: string
  content?: Record<string, { schema: object }>
}
export interface Operation {
  operationId: string
  summary: string
  tags: string[]
  security: object[]
  parameters: Parameter[]
  requestBody?: { required: boolean; content: Record<string, { schema: object }> }
  responses: Record<string, Response>
}
export interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, { type: string }> }
}

/** What a caller gives an operation: parameters by name, and the body. */
export type Input = Record<string, unknown> & { body?: unknown }

/**
 * A client made from nothing but an OpenAPI document, as a generator would make one: an operation by its id,
 * parameters put where the document says, the body and the answer held against their schemas.
 */
export function clientOf(document: OpenApi, send: Send) {
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        operation.operationId,
        { path, method: method.toUpperCase(), operation },
      ]),
    ),
  )

  return async function call(id: string, input: Input = {}, as: Send = send): Promise<JsonObject> {
    const found = operations.get(id)
    if (!found) throw new Error(`The document has no operation "${id}".`)
    const { operation, method } = found
    let { path } = found
    const query = new URLSearchParams()
    for (const parameter of operation.parameters) {
      const value = input[parameter.name]
      if (value === undefined) {
        if (parameter.required) throw new Error(`${id} needs ${parameter.name}.`)
        continue
      }
      if (parameter.in === 'query') query.set(parameter.name, String(value))
      else path = path.replace(`{${parameter.name}}`, encodeURIComponent(String(value)))
    }
    const [type, sent] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
    if (sent) hold(sent.schema, input.body, `${id} body`)
    const isForm = type === 'application/x-www-form-urlencoded'
    const body = isForm ? new URLSearchParams(input.body as Record<string, string>) : input.body
    const answer = await as(`${method} ${path}${query.size > 0 ? `?${query.toString()}` : ''}`, body)

    const response =
      operation.responses[answer.status] ?? operation.responses[`${String(answer.status)[0]}XX`]
    if (!response)
      throw new Error(`${id} was answered with ${answer.status}, which the document does not know.`)
    if (answer.status >= 400) throw new Error(`${id}: ${answer.status} ${answer.text}`)
    const schema = response.content?.['application/json']?.schema
    if (schema) hold(schema, answer.body, `${id} answer`)
    else if (answer.text !== '')
      throw new Error(`${id} was answered with a body that the document does not have.`)
    return answer.body
  }
}

function hold(schema: object, value: unknown, what: string): void {
  const check = Compile(schema as TSchema)
  if (check.Check(value)) return
  const [fault] = check.Errors(value)
  throw new Error(`${what} does not fit its schema: ${fault?.instancePath} ${fault?.message}`)
}
