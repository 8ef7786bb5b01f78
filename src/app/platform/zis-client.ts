import type { CallInput, WireByRoute } from '../../zis/wire'
import { edges, type SafeAnswer } from './edge'
import { Problem, toProblem } from './problem'
import type { Frame } from './zaf'

/** How long a request may take; the framework itself has no limit (zis-admin-app 6). */
const limitMs = 30_000

/** The endpoints that the app may call: those without a secret in the answer, or with an edge for it. */
type Callable = Exclude<keyof WireByRoute, `${string}/api/v2/oauth/${string}` | 'GET /api/v2/users/me'>

export interface ZisClient {
  /**
   * Calls one endpoint of the wire with the admin's session. Any 2xx is success. Tokens and secrets are
   * dropped from the answer.
   * @throws {Problem}
   */
  call<R extends Callable>(route: R, input: CallInput<WireByRoute, R>): Promise<SafeAnswer<R>>
}

/**
 * A client of ZIS that speaks through the page around the app.
 *
 * @param onSession hears with each answer whether the admin's session is over
 */
export function createZisClient(
  frame: Pick<Frame, 'request'>,
  onSession: (isOver: boolean) => void = () => undefined,
): ZisClient {
  return {
    async call(route, input) {
      const { params, query, body } = input as Input
      const [method, path] = route.split(' ') as [string, string]
      const request = { method, url: fill(path, params) + search(query), body }
      const answer = await send(frame, request).catch((problem: Problem) => {
        if (problem.kind === 'signed_out') onSession(true)
        throw problem
      })
      onSession(false)
      const edge = (edges as Record<string, ((answer: never) => unknown) | undefined>)[route]
      return (edge === undefined ? answer : edge(answer as never)) as SafeAnswer<typeof route>
    },
  }
}

interface Input {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
}

async function send(
  frame: Pick<Frame, 'request'>,
  request: Parameters<Frame['request']>[0],
): Promise<unknown> {
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
