import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '../../zis/wire/endpoint'
import type { Tables } from '../store/tables'

export type User = Tables['users']

/** Who is calling, by the credentials of zis-api 1.2. */
export type Caller =
  | { kind: 'session'; user: User; sessionKey: string; authenticityToken: string }
  | { kind: 'api_token'; user: User }
  | { kind: 'zis_token'; user: User; integration: string; scopes: string[] }
  | { kind: 'oauth'; user: User; scopes: string[] }
  | { kind: 'anonymous' }

/** One request, looked at once by the server: nobody behind it checks shapes again. */
export interface Call<E extends Endpoint = Endpoint> {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  /** The body as it came, where there is one and it is no form. */
  text?: string
  caller: Caller
  request: Request
}

/** What is to be answered beside the endpoint's usual status: a redirect, another status, headers. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body?: unknown,
    readonly headers: Record<string, string> = {},
  ) {}
}

/** The endpoint's body, or an answer of another kind: a status, a redirect, a page. */
type Answer<E extends Endpoint> = AnswerOf<E> | Reply | Response

export interface RouteHandler {
  endpoint: Endpoint
  handle(call: Call): unknown
}

/** Ties an endpoint of the wire to what answers it. */
export const on = <E extends Endpoint>(
  endpoint: E,
  handle: (call: Call<E>) => Answer<E> | Promise<Answer<E>>,
): RouteHandler => ({ endpoint, handle: handle as RouteHandler['handle'] })

/** One simulated service: its name and the endpoints it answers. */
export interface Service {
  name: string
  routes: RouteHandler[]
}

/** The signed-in user; endpoints that anyone may call look for themselves. */
export function userOf(caller: Caller): User {
  if (caller.kind === 'anonymous')
    throw new Error('An endpoint for signed-in callers was reached without one.')
  return caller.user
}
