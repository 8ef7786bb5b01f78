import { Hono } from 'hono'
import { splitRoute, type Endpoint } from '../../zis/wire/endpoint'
import { jsonType, ZisProblem } from '../../zis/wire/problems'
import { Reply, type Call, type RouteHandler, type Service } from '../services/service'
import type { World } from '../world'
import { createAllowance } from './allowance'
import { createLatency } from './latency'
import { identify, identifySession, isGenuine } from './auth'
import { faultsOf, readBody, strangersIn, type ReadBody } from './body'
import { guard, guardPlace } from './guard'
import { refusalStatus, successStatus } from './switched-statuses'
import { countUnanswered } from './unanswered'

/**
 * Answers the paths of all services: routes come from the wire, refusals from the table of problems.
 * Who may reach this at all (host, origin, control token) was decided before.
 *
 * @param fault where a fault of ours is told; the caller hears 500
 */
export function createServer(world: World, services: Service[], fault: (problem: unknown) => void) {
  const app = new Hono<{ Bindings: { isOfFlow: boolean } }>({
    getPath: ({ url }) => withoutJsonEnding(new URL(url).pathname),
  })
  const methods = new Map<string, string[]>()

  for (const handler of services.flatMap(({ routes }) => routes)) {
    const { method, path } = splitRoute(handler.endpoint.route)
    methods.set(path, [...(methods.get(path) ?? []), method])
    app.on(method, path, ({ req }) => answer(world, handler, req.raw, req.param()))
  }
  // A known path with another method is 405, not 404 (zis-api 4.7).
  for (const path of methods.keys()) {
    app.all(path, async ({ req, env }) => {
      // ZIS has no more methods than these; of Support's, some are not simulated.
      if (isSupportPath(path)) await countUnanswered(world, req.raw, env.isOfFlow)
      return refuse(world, new ZisProblem('MethodNotAllowed'), path)
    })
  }
  app.notFound(async ({ req: { path, raw }, env }) => {
    await countUnanswered(world, raw, env.isOfFlow)
    return refuse(world, new ZisProblem('UnknownPath', { path }), path)
  })
  app.onError((problem, { req: { path } }) => {
    if (problem instanceof ZisProblem) return refuse(world, problem, path)
    fault(problem)
    return refuse(world, new ZisProblem('ServerError'), path)
  })

  const allowance = createAllowance(world)
  const slowDown = createLatency(world)
  return {
    /** @param isOfFlow whether a flow sent the request, and not somebody outside */
    async fetch(request: Request, isOfFlow = false): Promise<Response> {
      const { refusal, headers } = allowance(request)
      await slowDown(request)
      const response = refusal
        ? refuse(world, refusal, new URL(request.url).pathname)
        : await app.fetch(request, { isOfFlow })
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
      return response
    },
  }
}

/** One request's whole life. */
async function answer(
  world: World,
  { endpoint, handle }: RouteHandler,
  request: Request,
  params: Record<string, string>,
): Promise<Response> {
  // Behind a door with a key of its own, the service looks at the key and the body itself.
  if (endpoint.callers.includes('webhook')) {
    return reply(
      world,
      endpoint,
      await handle({ params, caller: { kind: 'anonymous' }, request } as unknown as Call),
    )
  }

  // Who calls, and may they?
  const identity = await (isControl(endpoint) ? identifySession : identify)(world, request)
  const caller = guard(world, endpoint, identity)
  const isPlaceFirst = world.assume('checksFirst') === 'integration'
  if (isPlaceFirst) guardPlace(world, endpoint, caller, params['integration'])

  // What do they bring? A session's write must also prove that its own page sent it.
  const isUnread = request.method === 'GET' || endpoint.takesBytes
  const sent: ReadBody = isUnread
    ? { body: undefined }
    : await readBody(request, world.assume('largestBody'), endpoint.wantsText)
  const body = sent.body ?? (endpoint.body && {})
  const isWrite = request.method !== 'GET' && endpoint.callers.includes('session')
  if (isWrite && !isGenuine(caller, request, body)) throw new ZisProblem('Forgery')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  refuseFaults(endpoint, query, body)
  if (!isPlaceFirst) guardPlace(world, endpoint, caller, params['integration'])

  // The service does the rest.
  return reply(
    world,
    endpoint,
    await handle({
      params,
      query,
      body,
      caller,
      request,
      ...(sent.text !== undefined && { text: sent.text }),
    } as unknown as Call),
  )
}

const isControl = ({ route }: Endpoint): boolean => route.includes(' /_sim/')

function reply({ assume }: World, endpoint: Endpoint, result: unknown): Response {
  if (result instanceof Response) return result
  if (result instanceof Reply) return respond(result.status, result.body, result.headers)
  return respond(successStatus(assume, endpoint), result)
}

function refuseFaults(endpoint: Endpoint, query: unknown, body: unknown): void {
  const faults = {
    ...(endpoint.query && faultsOf(endpoint.query, query, 'query')),
    ...(endpoint.body && faultsOf(endpoint.body, body, 'body')),
    ...(endpoint.body && isControl(endpoint) && strangersIn(endpoint.body, body, 'body')),
  }
  const texts = Object.values(faults)
  if (texts.length === 0) return
  if (/ \/api\/(?:v2|sunshine)\//.test(endpoint.route)) throw new ZisProblem('RecordInvalid', {}, faults)
  throw new ZisProblem('BadRequest', { detail: texts[0]! }, faults)
}

function respond(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const type = headers['content-type']
  if (body === undefined || status === 204) {
    // Without a stream that has nothing in it: most answers of the busiest door, the ingest, are empty.
    return new Response(null, {
      status,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        ...(status !== 204 && { 'content-length': '0' }),
        ...headers,
      },
    })
  }
  if (typeof body === 'string' && type) return new Response(body, { status, headers })
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

/** Answers with a refusal in the words of the API that the path belongs to. */
function refuse({ assume }: World, problem: ZisProblem, path: string): Response {
  const worded = isSupportPath(path) ? problem.inSupportWords() : problem
  const status = refusalStatus(assume, worded)
  const { type, text } = worded.body(status, {
    isBare: isZisPath(path) && !path.includes('/zis/registry/') && assume('envelopeServices') === 'registry',
    ...(assume('envelopeMessage') !== 'reason' && status === 400 && { message: assume('envelopeMessage') }),
  })
  const isQuoted =
    (status === 401 || status === 403) && type !== jsonType && assume('gatewayTexts') === 'json'
  return new Response(isQuoted ? JSON.stringify(text) : text, {
    status,
    headers: { 'content-type': isQuoted ? jsonType : type, 'cache-control': 'no-store' },
  })
}

const isZisPath = (path: string): boolean => path.startsWith('/api/services/zis/')
const isSupportPath = (path: string): boolean => /^\/(?:api\/v2|api\/sunshine|oauth)\//.test(path)

/** Support paths may end in `.json`; ZIS paths never do (zis-api 1.1). */
const withoutJsonEnding = (path: string): string =>
  path.startsWith('/api/v2/') && path.endsWith('.json') ? path.slice(0, -'.json'.length) : path
