import type { Fault } from './definition'

/** No answer came, and none will. */
export class PartnerSilence extends Error {
  override readonly name = 'PartnerSilence'
}

/** Milliseconds after which a request that is not answered is given up, where its sender sets no limit. */
const longestSilence = 100_000

export interface FaultParts {
  /** On the simulator's clock. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** The answer as it would be. */
  answer(): Promise<Response>
}

/**
 * Answers a request as a system does that has this fault.
 * @throws {PartnerSilence} when that is not to answer
 */
export async function answerWith(fault: Fault, request: Request, parts: FaultParts): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return refusal(fault.status ?? 503, fault.retry_after)
    case 'slow':
      await parts.sleep((fault.seconds ?? 30) * 1000, request.signal)
      return parts.answer()
    case 'no_answer':
      await parts.sleep(longestSilence, request.signal)
      throw new PartnerSilence('it did not answer within 100 seconds')
    case 'drop':
      throw new PartnerSilence('the connection was closed before an answer came')
    case 'broken_json': {
      const text = await (await parts.answer()).text()
      return text200(text.length > 1 ? text.slice(0, -Math.ceil(text.length / 2)) : '{"cut off', json)
    }
    case 'wrong_shape':
      return Response.json({ result: [{ problem: { title: 'Something went wrong' } }] }, { status: 400 })
    case 'wrong_type': {
      const { status, body } = await parts.answer()
      return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
    }
    case 'redirect':
      return new Response(null, {
        status: 302,
        headers: { location: fault.location ?? new URL('/moved', request.url).href },
      })
    case 'huge':
      return text200(`{"filler":"${'x'.repeat(fault.bytes ?? 3_000_000)}"}`, json)
  }
}

const json = 'application/json; charset=utf-8'

const text200 = (text: string, type: string): Response =>
  new Response(text, { status: 200, headers: { 'content-type': type } })

function refusal(status: number, retryAfter: number | undefined): Response {
  const seconds = retryAfter ?? (status === 429 ? 30 : undefined)
  return Response.json(
    { error: status === 429 ? 'too_many_requests' : 'unavailable' },
    { status, headers: seconds === undefined ? {} : { 'retry-after': String(seconds) } },
  )
}
