import type { Exchange } from '../../zis/history'
import { isSecretHeader } from './mask'
import { OutboundProblem, type Outbound, type OutboundAnswer, type OutboundRequest } from './outbound'

/** Redirects of one request that are followed (zis-flows 4.3). */
const mostRedirects = 10

const redirectStatuses = new Set([301, 302, 303, 307, 308])

/**
 * Sends a GET or HEAD and goes where it is redirected to, as a browser does: credentials stay behind
 * when the host changes. Each request is recorded; the answer's record is that of the first request,
 * with the addresses it led to and the last answer.
 *
 * @throws {OutboundProblem} when a request had no answer, or after too many redirects
 */
export async function sendAndFollow(outbound: Outbound, first: OutboundRequest): Promise<OutboundAnswer> {
  let request = first
  let answer = await outbound.send(request)
  const record: Exchange = { ...answer.exchange }
  const followed: string[] = []

  for (;;) {
    const target = targetOf(request, answer)
    if (!target) return { ...answer, exchange: withRedirects(record, followed, answer.exchange) }
    if (followed.length === mostRedirects) {
      const message = `more than ${mostRedirects} redirects, the last one to ${target.host}`
      throw new OutboundProblem(message, { ...withRedirects(record, followed), error: message })
    }
    request = { ...request, url: target.href, headers: headersFor(target, request) }
    try {
      answer = await outbound.send(request)
    } catch (problem) {
      if (!(problem instanceof OutboundProblem)) throw problem
      followed.push(problem.exchange.request.url)
      const exchange = { ...withRedirects(record, followed), error: problem.message }
      throw new OutboundProblem(problem.message, exchange, { cause: problem })
    }
    followed.push(answer.exchange.request.url)
  }
}

/** The record of the first request with what became of it; without an answer when none is given. */
function withRedirects(record: Exchange, followed: string[], last?: Exchange): Exchange {
  if (followed.length === 0 && last) return record
  const { response: _, ...rest } = record
  return { ...rest, redirects: followed, ...(last?.response && { response: last.response }) }
}

/** Where an answer leads on to; undefined when it does not. */
function targetOf({ method, url }: OutboundRequest, { status, headers }: OutboundAnswer): URL | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const location = headers['location']
  if (!redirectStatuses.has(status) || location === undefined) return undefined
  return URL.canParse(location, url) ? new URL(location, url) : undefined
}

function headersFor(target: URL, { url, headers, credential }: OutboundRequest) {
  if (target.origin === new URL(url).origin) return headers
  const own = credential?.toLowerCase()
  return headers.filter(([name]) => !isSecretHeader(name) && name.toLowerCase() !== own)
}
