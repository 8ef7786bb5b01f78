import type { Json, JsonObject } from '../../zis/json'
import { toText } from '../encoding'
import { readUpTo } from '../read-up-to'
import { keyOf } from '../store/keys'
import { fineStamp, type World } from '../world'
import { createCollection } from './collections'
import type { AnswerShape, Fault, PartnerDefinition, RouteShape } from './definition'
import { answerWith, PartnerSilence } from './faults'
import { matchPath } from './match-path'
import { createOAuth } from './oauth'
import type { Partner } from './partner'
import { createPartnerSecrets } from './secrets'
import { fill, type TemplateData } from './template'

/** Bytes of a request that a partner reads. */
const largestRequest = 5_000_000

/** Waits on the simulator's clock in the name of a request. */
export type Sleep = (request: Request, ms: number) => Promise<void>

/** A system that a JSON file describes: fixed answers, records that it keeps, its own sign-in (docs/partners.md). */
export function restPartner(
  world: World,
  definition: PartnerDefinition,
  file: string,
  sleep: Sleep,
): Partner {
  const { store, ids, changes } = world
  const { host, title, auth, routes = [] } = definition
  const table = store.table('partners')
  const secrets = createPartnerSecrets(world, host)
  const oauth = definition.oauth && createOAuth(world, { host, title, secrets, shape: definition.oauth })
  const collections = Object.entries(definition.collections ?? {}).map(([name, shape]) =>
    createCollection(world, host, name, shape),
  )

  /** Who may come in? A refusal when it is not this one. */
  async function refuse(request: Request, scope?: string): Promise<Response | undefined> {
    if (!auth) return undefined
    if (auth.kind === 'oauth') return oauth!.refuse(request, scope)
    if (await secrets.isLetIn(auth, request)) return undefined
    const scheme = auth.kind === 'basic' ? `Basic realm="${title.replaceAll('"', "'")}"` : 'Bearer'
    return Response.json(
      { error: 'unauthorized' },
      { status: 401, headers: auth.kind === 'api_key' ? {} : { 'www-authenticate': scheme } },
    )
  }

  /** Counts requests of a route, or those that had its fault. */
  function countUp(...names: string[]): number {
    const key = keyOf(host, 'count', ...names)
    const number = Number(table.get(key)?.['number'] ?? 0) + 1
    table.put(key, { number })
    return number
  }

  async function answerRoute(shape: RouteShape, data: Omit<TemplateData, 'now' | 'uuid' | 'count'>) {
    const count = countUp('answer', shape.route)
    const answers = shape.answers ?? [shape.answer ?? {}]
    // In sequence; the last one stays.
    const answer = answers[Math.min(count, answers.length) - 1]!
    return respond(answer, { ...data, now: fineStamp(world), uuid: ids.uuid(), count })
  }

  const isDue = (fault: Fault | undefined, route: string): fault is Fault =>
    fault !== undefined && (fault.times === undefined || countUp('fault', route) <= fault.times)

  async function findAnswer(request: Request): Promise<Response> {
    const { method } = request
    const url = new URL(request.url)
    const signIn = await oauth?.answer(request, url)
    if (signIn) return signIn

    for (const shape of routes) {
      const params = shape.route.startsWith(`${method} `)
        ? matchPath(shape.route.slice(method.length + 1), url.pathname)
        : undefined
      if (!params) continue
      const refusal = shape.auth === false ? undefined : await refuse(request, shape.scope)
      if (refusal) return refusal
      const answer = async () =>
        answerRoute(shape, {
          params,
          query: Object.fromEntries(url.searchParams),
          headers: Object.fromEntries(request.headers),
          body: await bodyOf(request),
        })
      if (!isDue(shape.fault, shape.route)) return answer()
      return answerWith(shape.fault, request, { sleep: (ms) => sleep(request, ms), answer })
    }

    const isKept = collections.find(({ name }) => {
      const { path } = definition.collections![name]!
      return url.pathname === path || matchPath(`${path}/:id`, url.pathname)
    })
    if (isKept) {
      const refusal = await refuse(request)
      if (refusal) return refusal
      const found = isKept.answer({ method, url, body: await bodyOf(request) })
      return found ?? Response.json({ error: 'method_not_allowed' }, { status: 405 })
    }
    return Response.json(
      { error: 'not_found', message: `${title} has no ${method} ${url.pathname}. Add it to ${file}.` },
      { status: 404 },
    )
  }

  return {
    host,
    title,
    async fetch(request) {
      const answer = await findAnswer(request)
      await store.durable()
      changes.tell('partners', host)
      return answer
    },
    async state() {
      return {
        host,
        title,
        kind: 'rest',
        file,
        credentials: [...(await secrets.credentials(auth)), ...((await oauth?.credentials()) ?? [])],
        routes: [
          ...routes.map(({ route }) => route),
          ...Object.values(definition.collections ?? {}).map(({ path }) => `* ${path}`),
        ],
        collections: collections.map(({ name, rows }) => ({ name, rows: rows() })),
        ...(oauth && { oauth: oauth.state() }),
      }
    },
    ...(oauth && { oauth }),
  }
}

/** The body as JSON or as a form; a text that is neither stays a text. */
async function bodyOf(request: Request): Promise<Json | undefined> {
  const bytes = await readUpTo(request.body, largestRequest)
  if (!bytes) throw new PartnerSilence(`it takes no request of more than ${largestRequest} bytes`)
  const text = toText(bytes)
  if (text === '') return undefined
  if (request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

function respond({ status = 200, headers = {}, body, text }: AnswerShape, data: TemplateData): Response {
  const filled = fill(headers as JsonObject, data) as Record<string, string>
  const isBare = status === 204 || status === 205 || status === 304
  if (isBare || (body === undefined && text === undefined)) {
    return new Response(null, { status, headers: filled })
  }
  const isText = text !== undefined
  const content = isText ? textOf(fill(text, data)) : JSON.stringify(fill(body as Json, data))
  return new Response(content, {
    status,
    headers: {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
      ...filled,
    },
  })
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
