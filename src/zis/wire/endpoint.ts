import type { Static, TSchema } from 'typebox'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** Method and path with `:parameters`; the key under which app and simulator know an endpoint. */
export type Route = `${Method} /${string}`

/**
 * The kinds of credential of zis-api 1.2: S `session`, T `api_token`, Z `zis_token`, A `oauth`.
 * `webhook` is the username and password of one inbound webhook, `anyone` needs none.
 */
export type Credential = 'session' | 'api_token' | 'zis_token' | 'oauth' | 'webhook' | 'anyone'

export interface EndpointShape {
  summary: string
  /** The section of the API reference that the endpoint follows. */
  source: string
  callers: readonly Credential[]
  /** Statuses beside the success one are in the service's table of problems. */
  status: number
  query?: TSchema
  body?: TSchema
  answer?: TSchema
  /** True where the path's integration need not exist yet. */
  makesIntegration?: true
  /** The service reads the body's text itself, to say where in it a fault is; what is no JSON reaches it, too. */
  wantsText?: true
  /** The body is a file: the service reads its bytes itself. */
  takesBytes?: true
  /** Endpoints of ZIS management are for admins; this one is not. */
  notOnlyAdmins?: true
}

export type Endpoint<R extends Route = Route, S extends EndpointShape = EndpointShape> = S & { route: R }

/** Describes one endpoint once, for the app's client, the simulator's routes and the OpenAPI document. */
export const endpoint = <const R extends Route, const S extends EndpointShape>(
  route: R,
  shape: S,
): Endpoint<R, S> => ({ ...shape, route })

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

export type ParamsOf<E extends Endpoint> = { [Name in ParamNames<E['route']>]: string }
type Shape<S> = S extends TSchema ? Static<S> : undefined
export type QueryOf<E extends Endpoint> = E extends { query: infer S } ? Shape<S> : undefined
export type BodyOf<E extends Endpoint> = E extends { body: infer S } ? Shape<S> : undefined
export type AnswerOf<E extends Endpoint> = E extends { answer: infer S } ? Shape<S> : undefined

/** Splits a route into its method and its path. */
export function splitRoute(route: Route): { method: Method; path: string } {
  const at = route.indexOf(' ')
  return { method: route.slice(0, at) as Method, path: route.slice(at + 1) }
}
