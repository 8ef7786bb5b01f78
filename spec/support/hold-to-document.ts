import { Compile } from 'typebox/compile'
import type { TSchema } from 'typebox'
import type { OpenApi, Operation } from './generated-client'

/** One request of the app as it went over the wire, with its answer. */
export interface Exchange {
  operation: string
  method: string
  path: string
  status: number
}

/**
 * Holds requests and their answers against an OpenAPI document: path and method are in it, every query
 * parameter is described and fits, the body and the answer fit their schemas, and nothing is the simulator's
 * own. What does not fit is collected, because the app would take a thrown error for a failed request.
 */
export function holdTo(document: OpenApi) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      segments: path.split('/'),
      operation,
    })),
  )
  const exchanges: Exchange[] = []
  const problems: string[] = []

  const find = (method: string, path: string) => {
    const given = path.split('/')
    const fits = (segments: string[], isExact: boolean) =>
      segments.length === given.length &&
      segments.every(
        (one, at) => one === given[at] || (!isExact && /^\{\w+\}$/.test(one) && given[at] !== ''),
      )
    const candidates = operations.filter((one) => one.method === method && fits(one.segments, false))
    // Where `all` could also be a name, the longer word of the document wins, as it does in a router.
    const literal = (segments: string[]) => segments.filter((one) => !one.startsWith('{')).length
    return candidates.sort((a, b) => literal(b.segments) - literal(a.segments))[0]?.operation
  }

  return {
    exchanges,
    problems,
    async heard(request: Request, answer: Response): Promise<void> {
      const { pathname, searchParams } = new URL(request.url)
      const what = `${request.method} ${pathname}`
      const note = (says: string) => void problems.push(`${what}: ${says}`)
      const operation = find(request.method, pathname)
      if (operation === undefined) return note('the document does not have it')
      if (operation.tags.includes('simulator')) note('only the simulator has it')
      exchanges.push({
        operation: operation.operationId,
        method: request.method,
        path: pathname,
        status: answer.status,
      })
      for (const says of queryProblems(operation, searchParams)) note(says)
      for (const says of bodyProblems(operation, await request.text())) note(says)
      for (const says of answerProblems(operation, answer.status, await answer.text())) note(says)
    },
  }
}

function queryProblems({ parameters }: Operation, given: URLSearchParams): string[] {
  const described = parameters.filter((one) => one.in === 'query')
  const missing = described.filter((one) => one.required && !given.has(one.name))
  return [
    ...missing.map(({ name }) => `it needs the query parameter ${name}`),
    ...[...given].flatMap(([name, value]) => {
      const schema = described.find((one) => one.name === name)?.schema as { type?: string } | undefined
      if (schema === undefined) return [`the query parameter ${name} is not described`]
      const isNumber = schema.type === 'integer' || schema.type === 'number'
      return faults(schema, isNumber ? Number(value) : value).map((says) => `query ${name}: ${says}`)
    }),
  ]
}

function bodyProblems({ requestBody }: Operation, text: string): string[] {
  if (requestBody === undefined) return text === '' ? [] : ['it takes no body']
  const schema = requestBody.content['application/json']?.schema
  if (schema === undefined) return ['its body is no JSON']
  return text === '' ? ['it needs a body'] : faults(schema, JSON.parse(text)).map((says) => `body: ${says}`)
}

function answerProblems({ responses }: Operation, status: number, text: string): string[] {
  const response = responses[status] ?? responses[`${String(status)[0]}XX`]
  if (response === undefined) return [`the answer ${status} is not described`]
  if (status >= 400) return []
  const schema = response.content?.['application/json']?.schema
  if (schema === undefined) return text === '' ? [] : [`the answer ${status} has a body`]
  if (text === '') return [`the answer ${status} has no body`]
  return faults(schema, JSON.parse(text)).map((says) => `answer ${status}: ${says}`)
}

function faults(schema: object, value: unknown): string[] {
  const check = Compile(schema as TSchema)
  if (check.Check(value)) return []
  return [...check.Errors(value)].slice(0, 3).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
