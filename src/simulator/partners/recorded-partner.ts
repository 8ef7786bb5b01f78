import { toText } from '../encoding'
import { readUpTo } from '../read-up-to'
import { keyOf } from '../store/keys'
import type { World } from '../world'
import type { AnswerShape, PartnerDefinition, RouteShape } from './definition'
import { PartnerSilence } from './faults'
import type { Partner } from './partner'
import { recordedRequest, type RecordedRequest } from './recorded-request'
import { recordingMask } from './recording-mask'

/** Bytes of a request that are read. */
const largestRequest = 5_000_000

/** Where a route of a recording counts its requests. */
export const recordedKey = ({ route, query = '', body_sha256 = '' }: RouteShape): string =>
  `${route} ${query} ${body_sha256}`

/**
 * The route that answers a request: that with the same body, else the one that there is for its method, path
 * and parameters. Several bodies were recorded where the body decides, and a new one then has no answer.
 */
export function findRecorded(routes: RouteShape[], request: RecordedRequest): RouteShape | undefined {
  const fitting = routes.filter(({ route, query = '' }) => route === request.route && query === request.query)
  const same = fitting.find(({ body_sha256 }) => body_sha256 === request.body_sha256)
  return same ?? (fitting.length === 1 ? fitting[0] : undefined)
}

/** Answers as a real system did once (docs/partners.md): the same request gets the same answers, in their order. */
export function recordedPartner(world: World, definition: PartnerDefinition, file: string): Partner {
  const { store, masker, changes } = world
  const { host, title, routes = [] } = definition
  const table = store.table('partners')
  const mask = recordingMask(masker)

  function nextOf(shape: RouteShape): AnswerShape {
    const key = keyOf(host, 'count', 'answer', recordedKey(shape))
    const number = Number(table.get(key)?.['number'] ?? 0) + 1
    table.put(key, { number })
    const answers = shape.answers ?? [shape.answer ?? {}]
    return answers[Math.min(number, answers.length) - 1]!
  }

  return {
    host,
    title,
    async fetch(request) {
      const bytes = await readUpTo(request.body, largestRequest)
      if (!bytes) throw new PartnerSilence(`it takes no request of more than ${largestRequest} bytes`)
      const url = new URL(request.url)
      const asked = await recordedRequest(mask, { method: request.method, url, body: toText(bytes) })
      const shape = findRecorded(routes, asked)
      if (!shape) {
        const message = `No answer to ${asked.route}${asked.query && `?${asked.query}`} was recorded in this form. Record ${host} again, or add the answer to ${file}.`
        return Response.json({ error: 'not_recorded', message }, { status: 404 })
      }
      const answer = respond(nextOf(shape))
      await store.durable()
      changes.tell('partners', host)
      return answer
    },
    state: () =>
      Promise.resolve({
        host,
        title,
        kind: 'recorded',
        file,
        recorded: routes.map(({ route, query, answer, answers }) => ({
          request: query ? `${route}?${query}` : route,
          statuses: (answers ?? [answer ?? {}]).map(({ status = 200 }) => status),
        })),
      }),
  }
}

/** An answer as it stands there: what looks like a placeholder was a part of the real one. */
function respond({ status = 200, headers = {}, body, text }: AnswerShape): Response {
  const isBare = status === 204 || status === 205 || status === 304
  const content = body === undefined ? (text ?? null) : JSON.stringify(body)
  return new Response(isBare ? null : content, { status, headers })
}
