import Type, { type Static } from 'typebox'

/** What can go wrong with a system, one word each; what each does is in faults.ts. */
export const faultKinds = [
  'status',
  'slow',
  'no_answer',
  'drop',
  'broken_json',
  'wrong_shape',
  'wrong_type',
  'redirect',
  'huge',
] as const

export const Fault = Type.Object(
  {
    kind: Type.Enum([...faultKinds]),
    status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599, description: 'of "status"' })),
    retry_after: Type.Optional(Type.Integer({ minimum: 0, description: 'seconds, of "status"' })),
    seconds: Type.Optional(Type.Number({ minimum: 0, maximum: 3600, description: 'of "slow"' })),
    location: Type.Optional(Type.String({ minLength: 1, description: 'of "redirect"' })),
    bytes: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000_000, description: 'of "huge"' })),
    path: Type.Optional(Type.String({ pattern: '^/', description: 'only requests whose path begins so' })),
    times: Type.Optional(
      Type.Integer({ minimum: 1, description: 'so many requests; without it until it is turned off' }),
    ),
  },
  { additionalProperties: false },
)
export type Fault = Static<typeof Fault>

const Headers = Type.Record(Type.String(), Type.String())

const AnswerShape = Type.Object(
  {
    status: Type.Optional(Type.Integer({ minimum: 200, maximum: 599 })),
    headers: Type.Optional(Headers),
    body: Type.Optional(Type.Unknown({ description: 'JSON; may hold {{…}}' })),
    text: Type.Optional(Type.String({ description: 'in place of body' })),
  },
  { additionalProperties: false },
)
export type AnswerShape = Static<typeof AnswerShape>

const Route = Type.Object(
  {
    route: Type.String({ pattern: '^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /' }),
    auth: Type.Optional(Type.Boolean({ description: 'false: open to anyone' })),
    scope: Type.Optional(Type.String({ description: 'the OAuth scope that it takes' })),
    query: Type.Optional(
      Type.String({ description: 'of a recording: the parameters, in the order of names' }),
    ),
    body_sha256: Type.Optional(Type.String({ description: 'of a recording: the body that was sent' })),
    answer: Type.Optional(AnswerShape),
    answers: Type.Optional(Type.Array(AnswerShape, { minItems: 1 })),
    fault: Type.Optional(Fault),
  },
  { additionalProperties: false },
)
export type RouteShape = Static<typeof Route>

const Collection = Type.Object(
  {
    path: Type.String({ pattern: '^/' }),
    id: Type.Optional(Type.Enum(['number', 'uuid'])),
    id_field: Type.Optional(Type.String({ minLength: 1 })),
    one: Type.Optional(Type.String({ minLength: 1, description: 'the key around a single record' })),
    many: Type.Optional(Type.String({ minLength: 1, description: 'the key around a list' })),
    rows: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
  },
  { additionalProperties: false },
)
export type CollectionShape = Static<typeof Collection>

const Auth = Type.Object(
  {
    kind: Type.Enum(['bearer', 'basic', 'api_key', 'oauth']),
    header: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9-]+$', description: 'of "api_key"' })),
  },
  { additionalProperties: false },
)

const OAuth = Type.Object(
  {
    authorize_path: Type.Optional(Type.String({ pattern: '^/' })),
    token_path: Type.Optional(Type.String({ pattern: '^/' })),
    redirect_urls: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })),
    scopes: Type.Optional(Type.Record(Type.String(), Type.String())),
    grants: Type.Optional(
      Type.Array(Type.Enum(['authorization_code', 'refresh_token', 'client_credentials']), { minItems: 1 }),
    ),
    pkce: Type.Optional(Type.Enum(['offered', 'required', 'none'])),
    access_token_seconds: Type.Optional(Type.Integer({ minimum: 1 })),
    refresh_token_seconds: Type.Optional(Type.Integer({ minimum: 1 })),
    rotates_refresh_tokens: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type OAuthShape = Static<typeof OAuth>

/** A partner as a JSON file describes it: `integrations/<name>/partners/<partner>.json`, docs/partners.md. */
export const PartnerDefinition = Type.Object(
  {
    host: Type.String({ pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?$' }),
    title: Type.String({ minLength: 1 }),
    auth: Type.Optional(Auth),
    oauth: Type.Optional(OAuth),
    routes: Type.Optional(Type.Array(Route)),
    collections: Type.Optional(Type.Record(Type.String(), Collection)),
    recorded: Type.Optional(Type.Boolean({ description: 'true in a file that holds recorded answers' })),
  },
  { additionalProperties: false },
)
export type PartnerDefinition = Static<typeof PartnerDefinition>
