import type { CallAnswer, CallInput, WireByRoute } from '../../zis/wire'
import type { ControlByRoute, SessionState } from '../services/control/wire'

/** What the page may ask: the account's own paths, as Zendesk's pages do, and the simulator's. */
type Paths = WireByRoute & ControlByRoute

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  constructor(
    /** 0 when nobody answered. */
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface Api {
  /**
   * Calls one path with the session's cookie; writes carry its CSRF token.
   * @throws {ApiProblem} for a refusal, and with status 0 when nobody answered
   */
  call<R extends keyof Paths>(route: R, input: CallInput<Paths, R>): Promise<CallAnswer<Paths, R>>
  /** The token that the session's last answer brought. */
  csrfToken(): string
}

export function createApi(send: typeof fetch = (...args) => fetch(...args)): Api {
  let csrfToken = ''
  return {
    csrfToken: () => csrfToken,
    async call(route, input) {
      const { params, query, body } = input as Input
      const [method = '', path = ''] = route.split(' ')
      const response = await send(fill(path, params) + search(query), {
        method,
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(method === 'GET' ? {} : { 'X-CSRF-Token': csrfToken }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch((cause: unknown) => {
        throw new ApiProblem(0, 'The simulator does not answer. Is it still running?', { cause })
      })
      const text = await response.text()
      if (!response.ok) throw new ApiProblem(response.status, refusalOf(response, text))
      const answer: unknown = text === '' ? undefined : JSON.parse(text)
      if (path === '/_sim/session') csrfToken = (answer as SessionState).authenticity_token
      return answer as CallAnswer<Paths, typeof route>
    },
  }
}

interface Input {
  params?: Record<string, string>
  query?: Record<string, string | undefined>
  body?: unknown
}

const fill = (path: string, params: Record<string, string> = {}): string =>
  path.replace(/:([a-z_]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

function search(query: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

/** The sentence in a refusal, in whichever of the forms of ZIS and the Support API it is written. */
function refusalOf({ status }: Response, text: string): string {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return text || `The simulator answered with status ${status}.`
  }
  const { errors, error, message, description, details } = Object(body) as Refusal
  const first = errors?.[0]
  const fields = Object.values(details ?? {}).flat()
  const field = fields.map((one) => (typeof one === 'string' ? one : one?.description)).find(Boolean)
  return (
    field ??
    first?.detail ??
    first?.title ??
    message ??
    description ??
    (typeof error === 'string' ? error : error?.message) ??
    `The simulator answered with status ${status}.`
  )
}

interface Refusal {
  errors?: Array<{ title?: string; detail?: string }>
  error?: string | { title?: string; message?: string }
  message?: string
  description?: string
  details?: Record<string, string | Array<string | { description?: string }>>
}
