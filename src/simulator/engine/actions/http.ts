import type { ActionDefinition, KeyValue } from '../../../zis/flow/types'
import {
  compileMessage,
  compileTemplate,
  onlyPlaceholder,
  PathNotFound,
  textOf,
  type Render,
  type RenderOptions,
} from '../../../zis/flow/templates'
import { firstInexactInteger, inexactNote } from '../../../zis/integers'
import { isObject, own, type Json, type JsonObject } from '../../../zis/json'
import { actionFailed, answerTooLarge } from '../errors'
import type { FlowAnswer } from '../ports'
import { readRetryAfter } from '../retry'
import type { Outcome, RunAction, Running } from '../state-type'

/**
 * A custom action: an HTTP request made from its definition. Inside the definition `$` is the resolved
 * parameters and nothing else (zis-flows 4).
 */
export function compileHttp(definition: ActionDefinition): RunAction {
  const build = compileRequest(definition)
  return async (parameters, running, step) => {
    const request = build(parameters, running)
    const answer = await running.inTime(
      running.ports.send({
        integration: running.integration,
        run_id: running.runId,
        ...request,
        ...(definition.connectionName !== undefined && { connection: definition.connectionName }),
        answer_bytes: running.limits.answerBytes,
        signal: running.signal,
      }),
    )
    running.recorder.exchange(step, answer.exchange)
    running.count(answer.body.length + (request.body?.length ?? 0))
    const inexact = firstInexactInteger(answer.body)
    if (inexact !== undefined) running.recorder.note(step, inexactNote(inexact, 'the answer'))
    return outcomeOf(answer, running)
  }
}

interface BuiltRequest {
  method: string
  url?: string
  path?: string
  headers: Array<{ key: string; value: string }>
  body?: string
}

function compileRequest(
  definition: ActionDefinition,
): (parameters: JsonObject, running: Running) => BuiltRequest {
  const isPath = definition.path !== undefined || definition['path.$'] !== undefined
  const address = compileAddress(definition, isPath ? 'path' : 'url')
  const headers = compilePairs(definition.headers ?? [])
  const query = compilePairs([...(definition.query ?? []), ...(definition.queryParams ?? [])])
  const body = compileBody(definition)
  const method = definition.method.toUpperCase()

  const hasDoubtfulKeys = hasDollarKeyInArray(definition.requestBody ?? null)

  return (parameters, running) => {
    if (hasDoubtfulKeys && !running.assume('dollarKeysInBodyArrays')) {
      throw actionFailed('Error Resolving JSON Params', { note: 'a key that ends in .$ is inside an array' })
    }
    try {
      const { rendering } = running
      const target = withQuery(address(parameters, rendering), query(parameters, rendering))
      const request: BuiltRequest = {
        method,
        ...(isPath ? { path: target } : { url: target }),
        headers: headers(parameters, rendering),
      }
      const content = body?.(parameters, rendering)
      if (content !== undefined) addBody(request, content, running)
      return request
    } catch (problem) {
      if (!(problem instanceof PathNotFound)) throw problem
      throw actionFailed('Error Resolving JSON Params', {
        note: `${problem.path} is not in the parameters of the action`,
      })
    }
  }
}

function compileAddress(definition: ActionDefinition, word: 'url' | 'path') {
  const written = definition[`${word}.$`] ?? definition[word] ?? ''
  return compileMessage(written)
}

type Pairs = (data: Json, options: RenderOptions) => Array<{ key: string; value: string }>

function compilePairs(pairs: KeyValue[]): Pairs {
  const renders = pairs.map((pair) => compileTemplate(pair, 'definition'))
  return (data, options) =>
    renders.map((render) => {
      const { key = '', value = '' } = render(data, options) as JsonObject
      return { key: textOf(key, options.nullText), value: textOf(value, options.nullText) }
    })
}

/** Values go in as they are: encoding them is the flow's affair (zis-flows 9.4). */
function withQuery(address: string, query: Array<{ key: string; value: string }>): string {
  if (query.length === 0) return address
  const text = query.map(({ key, value }) => `${key}=${value}`).join('&')
  return address + (address.includes('?') ? '&' : '?') + text
}

function compileBody(definition: ActionDefinition): Render | undefined {
  const referred = own<Json | undefined>({ ...definition }, 'requestBody.$')
  if (referred !== undefined) return member(compileTemplate({ 'body.$': referred }, 'definition'))
  const body = definition.requestBody
  if (body === undefined) return undefined
  // A body that is one placeholder is the value itself, not its text.
  const whole = typeof body === 'string' ? onlyPlaceholder(body) : undefined
  return whole
    ? member(compileTemplate({ 'body.$': whole.path }, 'definition'))
    : compileTemplate(body, 'definition')
}

const member =
  (render: Render): Render =>
  (data, options) =>
    (render(data, options) as JsonObject)['body']!

/** A `.$` key in an object inside an array, which one operator saw fail (zis-flows 4.2). */
const hasDollarKeyInArray = (body: Json, isInside = false): boolean => {
  if (Array.isArray(body)) return body.some((child) => hasDollarKeyInArray(child, true))
  if (!isObject(body)) return false
  return Object.entries(body).some(
    ([key, child]) => (isInside && key.endsWith('.$')) || hasDollarKeyInArray(child, isInside),
  )
}

function addBody(request: BuiltRequest, content: Json, { assume }: Running): void {
  const isText = typeof content === 'string' && assume('textRequestBody') === 'text'
  request.body = isText ? content : JSON.stringify(content)
  const hasType = request.headers.some(({ key }) => key.toLowerCase() === 'content-type')
  if (!hasType && assume('addsContentType')) {
    request.headers = [...request.headers, { key: 'Content-Type', value: 'application/json' }]
  }
}

/** Any 2xx is a success; status and headers of a success are not shown to the flow (zis-flows 4.3). */
function outcomeOf({ status, headers, body }: FlowAnswer, running: Running): Outcome {
  if (status < 200 || status > 299) {
    const retryAfterSeconds = readRetryAfter(header(headers, 'retry-after'), running.ports.clock.now())
    throw actionFailed(`external action failed due to status code: ${status}`, {
      status,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    })
  }
  const { answerBytes } = running.limits
  // A character takes at most four bytes; only a long text has to be measured.
  if (body.length * 4 > answerBytes && new TextEncoder().encode(body).length > answerBytes) {
    throw actionFailed(answerTooLarge)
  }
  if (body === '') {
    const value: Json = running.assume('emptyAnswer') === 'object' ? {} : { __httpresponse: '' }
    return { does: 'write', value, isNothing: true }
  }
  return { does: 'write', value: readBody(body, header(headers, 'content-type') ?? '', running) }
}

function readBody(body: string, contentType: string, { assume }: Running): Json {
  const canBeJson = assume('jsonAnswer') === 'body' || /[/+]json\b/i.test(contentType)
  if (canBeJson) {
    try {
      return JSON.parse(body) as Json
    } catch {
      // Not JSON after all, whatever its Content-Type said: handed on as text below.
    }
  }
  return { __httpresponse: body }
}

function header(headers: Record<string, string>, name: string): string | undefined {
  for (const [key, value] of Object.entries(headers)) if (key.toLowerCase() === name) return value
  return undefined
}
