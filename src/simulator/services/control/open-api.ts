import Type from 'typebox'
import { splitRoute, type Endpoint } from '../../../zis/wire/endpoint'
import { wire } from '../../../zis/wire'
import { endpoint } from '../../../zis/wire/endpoint'
import { on, type RouteHandler } from '../service'
import { controlWire } from './wire'

const showOpenApi = endpoint('GET /_sim/openapi.json', {
  summary: 'This document: every path that the simulator answers',
  source: 'simulator',
  callers: ['anyone'],
  notOnlyAdmins: true,
  status: 200,
  answer: Type.Record(Type.String(), Type.Unknown()),
})

/** The OpenAPI 3.1 document, made from the wire: the same table that routes and checks are made from. */
export const openApiRoutes = (): RouteHandler[] => [on(showOpenApi, () => openApi())]

export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  const endpoints: Record<string, Endpoint> = { ...wire, ...controlWire, showOpenApi }
  for (const [name, entry] of Object.entries(endpoints)) {
    const { method, path } = splitRoute(entry.route)
    const template = path.replace(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(name, entry, path) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ZIS Console simulator',
      version: '1',
      description:
        'Zendesk Integration Services and the account around it, as the simulator answers them; paths under /_sim are its own.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '_zendesk_session' },
        api_token: { type: 'http', scheme: 'basic', description: '{email}/token:{api token}' },
        zis_token: { type: 'http', scheme: 'bearer', description: 'a token of the client zis_{integration}' },
        oauth: { type: 'http', scheme: 'bearer', description: 'any other token of the account' },
        webhook: {
          type: 'http',
          scheme: 'basic',
          description: 'username and password of the inbound webhook',
        },
        control_token: { type: 'http', scheme: 'bearer', description: 'printed when the simulator starts' },
      },
    },
  }
}

function operation(name: string, entry: Endpoint, path: string) {
  const isControl = path.startsWith('/_sim/')
  const isForm = entry.route.includes(' /oauth/')
  return {
    operationId: name,
    summary: entry.summary,
    description: `Follows ${entry.source}.`,
    tags: [isControl ? 'simulator' : path.startsWith('/api/services/zis') ? 'zis' : 'account'],
    security: isControl
      ? [{ control_token: [] }, { session: [] }]
      : entry.callers.map((caller) => (caller === 'anyone' ? {} : { [caller]: [] })),
    parameters: [...pathParameters(path), ...queryParameters(entry)],
    ...(entry.body && {
      requestBody: {
        required: true,
        content: {
          [isForm ? 'application/x-www-form-urlencoded' : 'application/json']: { schema: entry.body },
        },
      },
    }),
    responses: {
      [entry.status]: {
        description: entry.answer ? 'Success' : 'Success, nothing in the body',
        ...(entry.answer && { content: { 'application/json': { schema: entry.answer } } }),
      },
      '4XX': { description: 'A refusal: plain text, or one of the JSON forms of the service' },
    },
  }
}

const pathParameters = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters({ query }: Endpoint) {
  const { properties = {}, required = [] } = (query ?? {}) as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(schema.description !== undefined && { description: schema.description }),
  }))
}
