import type { CallInput, WireByRoute } from '../../zis/wire'
import { edges, type SafeAnswer, type TypedKind } from './edge'
import { Problem, toProblem } from './problem'
import type { Frame, FrameRequest } from './zaf'
import { sendAsIntegration } from './zis-token'

/** How long a request may take; the framework itself has no limit (zis-admin-app 6). */
const limitMs = 30_000

/** The endpoints that the app may call: those without a secret in the answer, or with an edge for it. */
type Callable = Exclude<
  keyof WireByRoute,
  `${string}/api/v2/oauth/${string}` | 'GET /api/v2/users/me' | `GET ${string}/connections/${TypedKind}/:name`
>

/** Calls that ZIS may refuse to the browser's session (zis-admin-app 5.8). */
type ForIntegration = Extract<Callable, `${string}/:integration${string}`>

export interface ZisClient {
  /**
   * Calls one endpoint of the wire with the admin's session. Any 2xx is success. Tokens and secrets are
   * dropped from the answer.
   * @throws {Problem}
   */
  call<R extends Callable>(route: R, input: CallInput<WireByRoute, R>): Promise<SafeAnswer<R>>
  /**
   * Calls one endpoint as `call` does and, where ZIS refuses the session, with a token that lives for this
   * call only.
   * @throws {Problem}
   */
  callAsIntegration<R extends ForIntegration>(
    route: R,
    input: CallInput<WireByRoute, R>,
  ): Promise<SafeAnswer<R>>
  /**
   * Posts an event to an inbound webhook, as its sender does.
   * @param path the webhook's own, below the host of the account
   * @throws {Problem}
   */
  ingest(path: string, credentials: { username: string; password: string }, body: unknown): Promise<void>
  /**
   * Reads a list of the account, such as its groups, by the path of the Support API. The answer is what
   * came; whoever asks looks at what it is.
   * @throws {Problem}
   */
  read(path: `/api/v2/${string}`, query: URLSearchParams): Promise<unknown>
}

interface Listeners {
  /** Hears with each answer whether the admin's session is over. */
  onSession?: (isOver: boolean) => void
  /** Hears when a token made for one call could not be deleted after it. */
  onTokenLeft?: () => void
}

/**
 * A client of ZIS that speaks through the page around the app. In read-only mode it refuses whatever would
 * change something, but for the token with which alone some things can be read
 * (docs/decisions/read-only-makes-a-token.md).
 */
export function createZisClient(
  frame: Pick<Frame, 'request' | 'isReadOnly'>,
  { onSession = () => undefined, onTokenLeft = () => undefined }: Listeners = {},
): ZisClient {
  const heard = async (answering: Promise<unknown>): Promise<unknown> => {
    const answer = await answering.catch((problem: Problem) => {
      if (problem.kind === 'signed_out') onSession(true)
      throw problem
    })
    onSession(false)
    return answer
  }
  const forToken = (request: FrameRequest) => send(frame, request)
  const allowed = async (request: FrameRequest): Promise<unknown> => {
    if (frame.isReadOnly && changesSomething(request)) throw new Problem('read_only', 0, '')
    return send(frame, request)
  }
  const asked = <R extends Callable>(route: R, input: CallInput<WireByRoute, R>) => {
    const { params, query, body } = input as Input
    const [method, path] = route.split(' ') as [string, string]
    return { params, request: { method, url: fill(path, params) + search(query), body } }
  }
  return {
    read: (path, query) => heard(allowed({ method: 'GET', url: `${path}?${query.toString()}` })),
    async call(route, input) {
      return safe(route, await heard(allowed(asked(route, input).request)))
    },
    async callAsIntegration(route, input) {
      const { params, request } = asked(route, input)
      const integration = params?.integration ?? ''
      const answering = sendAsIntegration({ allowed, forToken }, integration, request, onTokenLeft)
      return safe(route, await heard(answering))
    },
    async ingest(path, { username, password }, body) {
      const bytes = new TextEncoder().encode(`${username}:${password}`)
      const headers = { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }
      // A refusal here is one of the webhook's credentials and says nothing about the admin's session.
      await allowed({ method: 'POST', url: path, body, headers })
    },
  }
}

/** The way back of a sign-in is a GET, and makes a connection all the same (zis-admin-app 4.3). */
const changesSomething = ({ method, url }: FrameRequest): boolean =>
  method !== 'GET' || url.startsWith('/api/services/zis/connections/oauth/access_codes/')

function safe<R extends Callable>(route: R, answer: unknown): SafeAnswer<R> {
  const edge = (edges as Record<string, ((answer: never) => unknown) | undefined>)[route]
  return (edge === undefined ? answer : edge(answer as never)) as SafeAnswer<R>
}

interface Input {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
}

async function send(frame: Pick<Frame, 'request'>, request: FrameRequest): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('timeout', 0, '')), limitMs)
  })
  try {
    return await Promise.race([frame.request(request), late])
  } catch (thrown) {
    throw toProblem(thrown)
  } finally {
    clearTimeout(timer)
  }
}

const fill = (path: string, params: Record<string, string> = {}): string =>
  path.replace(/:([a-z_]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

function search(query: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}
