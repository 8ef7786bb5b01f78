import Type, { type TProperties } from 'typebox'
import { endpoint } from './endpoint'
import { Timestamp } from './shapes'

const callers = ['session', 'zis_token'] as const
const base = '/api/services/zis/integrations/:integration/connections'
const Text = Type.String({ minLength: 1 })
const Secret = Type.String({ description: 'masked' })

const always = { name: Type.String(), allowed_domain: Type.String() }
const dates = { created_at: Timestamp, updated_at: Timestamp }

export const BasicAuthConnection = Type.Object({
  ...always,
  username: Type.String(),
  password: Secret,
  ...dates,
})
export const BearerTokenConnection = Type.Object({ ...always, token: Secret, ...dates })
export const ApiKeyConnection = Type.Object({
  ...always,
  header_name: Type.String(),
  api_key: Secret,
  ...dates,
})

/** The three kinds of connection that hold a credential as it was given, and which of their fields is it. */
export const typedKinds = {
  api_key: { open: 'header_name', secret: 'api_key' },
  basic_auth: { open: 'username', secret: 'password' },
  bearer_token: { open: undefined, secret: 'token' },
} as const
export type TypedKind = keyof typeof typedKinds

const basicFields = { username: Text, password: Text }
const bearerFields = { token: Text }
// Neither a header's name nor its value may bring other headers along.
const headerName = Type.String({ pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" })
const keyFields = { header_name: headerName, api_key: Text }

const creation = <Fields extends TProperties>(fields: Fields) =>
  Type.Object({ name: Type.String(), allowed_domain: Text, ...fields })

// The name in the path wins; what is left out stays as it is (zis-api 4.6).
const change = <Fields extends TProperties>(fields: Fields) =>
  Type.Partial(Type.Object({ name: Type.String(), allowed_domain: Text, ...fields }))

const BasicAuth = Type.Object({ basic_auth: BasicAuthConnection })
const BearerToken = Type.Object({ bearer_token: BearerTokenConnection })
const ApiKey = Type.Object({ api_key: ApiKeyConnection })

/** Connections that hold a credential as it was given: basic authentication, bearer token, API key. */
export const typedConnections = {
  createBasicAuthConnection: endpoint(`POST ${base}/basic_auth`, {
    summary: 'Create a basic authentication connection',
    source: 'zis-api 4.3',
    callers,
    body: creation(basicFields),
    status: 201,
    answer: BasicAuth,
  }),
  showBasicAuthConnection: endpoint(`GET ${base}/basic_auth/:name`, {
    summary: 'Show a basic authentication connection',
    source: 'zis-api 4.6',
    callers,
    status: 200,
    answer: BasicAuth,
  }),
  replaceBasicAuthConnection: endpoint(`PUT ${base}/basic_auth/:name`, {
    summary: 'Update a basic authentication connection',
    source: 'zis-api 4.6',
    callers,
    body: change(basicFields),
    status: 200,
    answer: BasicAuth,
  }),
  updateBasicAuthConnection: endpoint(`PATCH ${base}/basic_auth/:name`, {
    summary: 'Update a basic authentication connection',
    source: 'zis-api 4.6',
    callers,
    body: change(basicFields),
    status: 200,
    answer: BasicAuth,
  }),
  deleteBasicAuthConnection: endpoint(`DELETE ${base}/basic_auth/:name`, {
    summary: 'Delete a basic authentication connection',
    source: 'zis-api 4.6',
    callers,
    status: 204,
  }),

  createBearerTokenConnection: endpoint(`POST ${base}/bearer_token`, {
    summary: 'Create a bearer token connection',
    source: 'zis-api 4.4',
    callers,
    body: creation(bearerFields),
    status: 201,
    answer: BearerToken,
  }),
  showBearerTokenConnection: endpoint(`GET ${base}/bearer_token/:name`, {
    summary: 'Show a bearer token connection',
    source: 'zis-api 4.6',
    callers,
    status: 200,
    answer: BearerToken,
  }),
  replaceBearerTokenConnection: endpoint(`PUT ${base}/bearer_token/:name`, {
    summary: 'Update a bearer token connection',
    source: 'zis-api 4.6',
    callers,
    body: change(bearerFields),
    status: 200,
    answer: BearerToken,
  }),
  updateBearerTokenConnection: endpoint(`PATCH ${base}/bearer_token/:name`, {
    summary: 'Update a bearer token connection',
    source: 'zis-api 4.6',
    callers,
    body: change(bearerFields),
    status: 200,
    answer: BearerToken,
  }),
  deleteBearerTokenConnection: endpoint(`DELETE ${base}/bearer_token/:name`, {
    summary: 'Delete a bearer token connection',
    source: 'zis-api 4.6',
    callers,
    status: 204,
  }),

  createApiKeyConnection: endpoint(`POST ${base}/api_key`, {
    summary: 'Create an API key connection',
    source: 'zis-api 4.5',
    callers,
    body: creation(keyFields),
    status: 201,
    answer: ApiKey,
  }),
  showApiKeyConnection: endpoint(`GET ${base}/api_key/:name`, {
    summary: 'Show an API key connection',
    source: 'zis-api 4.6',
    callers,
    status: 200,
    answer: ApiKey,
  }),
  replaceApiKeyConnection: endpoint(`PUT ${base}/api_key/:name`, {
    summary: 'Update an API key connection',
    source: 'zis-api 4.6',
    callers,
    body: change(keyFields),
    status: 200,
    answer: ApiKey,
  }),
  updateApiKeyConnection: endpoint(`PATCH ${base}/api_key/:name`, {
    summary: 'Update an API key connection',
    source: 'zis-api 4.6',
    callers,
    body: change(keyFields),
    status: 200,
    answer: ApiKey,
  }),
  deleteApiKeyConnection: endpoint(`DELETE ${base}/api_key/:name`, {
    summary: 'Delete an API key connection',
    source: 'zis-api 4.6',
    callers,
    status: 204,
  }),
}
