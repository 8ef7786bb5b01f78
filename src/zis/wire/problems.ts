/** How a refusal is written: plain text, one of the two JSON forms of ZIS, or the Support API's (zis-api 1.4, 10). */
export type ProblemForm = 'text' | 'envelope' | 'message' | 'support' | 'forgery'

interface Problem {
  status: number
  form: ProblemForm
  says: string
  /** `error` of a Support body. */
  error?: string
}

const problem = <const P extends Problem>(entry: P): Problem => entry

/** Every refusal, in one table; `{…}` is filled in where it is thrown. */
export const problems = {
  // At the gateway (zis-api 1.4 a)
  NotSignedIn: problem({ status: 401, form: 'text', says: 'Authentication failed' }),
  IntegrationMismatch: problem({
    status: 401,
    form: 'text',
    says: 'Authorization failed due to integration mismatch',
  }),
  OAuthDisabled: problem({
    status: 401,
    form: 'text',
    says: 'Authorization failed due to OAuth being disabled for this API request',
  }),
  ApiTokenNotSupported: problem({ status: 403, form: 'text', says: 'API token is not supported' }),
  NotOnThePlan: problem({
    status: 403,
    form: 'text',
    says: 'Integration services are not part of the plan of this account',
  }),
  TooManyRequests: problem({
    status: 429,
    form: 'text',
    says: 'Number of allowed API requests per minute exceeded',
  }),
  AdminOnly: problem({ status: 403, form: 'text', says: 'Only admin user is allowed' }),
  BodyTooLarge: problem({ status: 413, form: 'text', says: 'Request body is larger than {limit} bytes' }),
  Forgery: problem({ status: 403, form: 'forgery', says: 'Invalid authenticity token' }),

  // Any service
  BadRequest: problem({ status: 400, form: 'envelope', says: '{detail}' }),
  UnknownPath: problem({ status: 404, form: 'envelope', says: 'no such path: {path}' }),
  NotThere: problem({ status: 404, form: 'envelope', says: 'there is no {what}' }),
  MethodNotAllowed: problem({ status: 405, form: 'envelope', says: 'method not allowed' }),
  UnknownIntegration: problem({ status: 404, form: 'envelope', says: 'integration {integration} not found' }),
  ServerError: problem({ status: 500, form: 'envelope', says: 'internal error' }),

  // Registry (zis-api 3)
  InvalidIntegrationKey: problem({ status: 400, form: 'envelope', says: 'invalid integration key' }),
  NameTaken: problem({
    status: 400,
    form: 'message',
    says: 'the integration: {integration} is not available for upsert by this account',
  }),
  IntegrationExists: problem({
    status: 409,
    form: 'envelope',
    says: 'integration {integration} already exists',
  }),
  NoBundles: problem({ status: 404, form: 'envelope', says: 'no bundle found for {integration}' }),
  UnknownBundle: problem({ status: 404, form: 'envelope', says: 'bundle {uuid} not found' }),
  InvalidBundle: problem({ status: 400, form: 'envelope', says: '{detail}' }),
  InvalidJobSpec: problem({
    status: 400,
    form: 'envelope',
    says: 'one or more requested job specs is invalid',
  }),
  JobSpecInstalled: problem({
    status: 409,
    form: 'envelope',
    says: 'job spec {name} is installed already',
  }),
  UnknownJobSpec: problem({ status: 404, form: 'envelope', says: 'job spec {name} not found' }),

  // Connections (zis-api 4)
  InvalidConnectionName: problem({
    status: 400,
    form: 'envelope',
    says: 'connection name must be 3 to 64 letters, digits, underscores or dashes',
  }),
  UnknownOAuthClient: problem({ status: 404, form: 'envelope', says: 'oauth client not found' }),
  OAuthClientExists: problem({ status: 409, form: 'envelope', says: 'oauth client {name} already exists' }),
  ConnectionExists: problem({ status: 409, form: 'envelope', says: 'connection {name} already exists' }),
  ReservedConnectionName: problem({
    status: 400,
    form: 'envelope',
    says: 'the name zendesk is reserved for OAuth connections to Zendesk',
  }),
  TokenRefused: problem({ status: 400, form: 'envelope', says: '{reason}' }),
  UnknownConnection: problem({ status: 404, form: 'envelope', says: 'no rows found' }),
  UnknownVerificationCode: problem({
    status: 400,
    form: 'envelope',
    says: 'verification code is unknown or has expired',
  }),

  // Configs (zis-api 5)
  NoConfig: problem({ status: 404, form: 'envelope', says: 'no config found for scope {scope}' }),
  ConfigExists: problem({ status: 422, form: 'envelope', says: 'config with scope {scope} already exists' }),
  ConfigTooLarge: problem({ status: 413, form: 'envelope', says: 'config is larger than {limit} bytes' }),

  // Links (zis-api 6)
  InvalidLinkName: problem({ status: 400, form: 'envelope', says: '{name} {rule}' }),
  LinkExists: problem({
    status: 409,
    form: 'envelope',
    says: 'a link of type {type} between {left} and {right} already exists',
  }),
  UnknownLink: problem({ status: 404, form: 'envelope', says: 'link not found' }),
  LinkTooLarge: problem({
    status: 413,
    form: 'envelope',
    says: 'the metadata of {name} is larger than {limit} bytes',
  }),

  // Inbound webhooks (zis-api 7)
  UnknownWebhookDoor: problem({ status: 401, form: 'text', says: 'Authentication failed' }),
  WebhookExists: problem({
    status: 409,
    form: 'envelope',
    says: 'an inbound webhook for {source} {type} already exists',
  }),
  UnknownWebhook: problem({ status: 404, form: 'envelope', says: 'inbound webhook {uuid} not found' }),
  ReservedSource: problem({
    status: 400,
    form: 'envelope',
    says: 'source_system {source} is reserved for the events of Zendesk',
  }),

  // Support API (zis-api 10)
  SupportNotSignedIn: problem({ status: 401, form: 'support', error: "Couldn't authenticate you", says: '' }),
  SupportForbidden: problem({
    status: 403,
    form: 'support',
    error: 'Forbidden',
    says: 'You do not have access to this page. Please contact the account owner of this help desk for further help.',
  }),
  RecordNotFound: problem({ status: 404, form: 'support', error: 'RecordNotFound', says: 'Not found' }),
  RecordInvalid: problem({
    status: 422,
    form: 'support',
    error: 'RecordInvalid',
    says: 'Record validation errors',
  }),
  SearchTooFar: problem({
    status: 422,
    form: 'support',
    error: 'InsufficientResourceError',
    says: 'The search API gives the first {limit} results only',
  }),
  UpdateConflict: problem({
    status: 409,
    form: 'support',
    error: 'UpdateConflict',
    says: 'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  }),
  SupportBadRequest: problem({ status: 400, form: 'support', error: 'BadRequest', says: '{detail}' }),
  SupportUnknownPath: problem({ status: 404, form: 'support', error: 'InvalidEndpoint', says: 'Not found' }),
  SupportMethodNotAllowed: problem({
    status: 405,
    form: 'support',
    error: 'MethodNotAllowed',
    says: 'Method not allowed',
  }),
}

export type ProblemCode = keyof typeof problems

/** How the Support API says what ZIS says in its own way. */
const supportWords: Partial<Record<ProblemCode, ProblemCode>> = {
  NotSignedIn: 'SupportNotSignedIn',
  AdminOnly: 'SupportForbidden',
  ApiTokenNotSupported: 'SupportForbidden',
  IntegrationMismatch: 'SupportForbidden',
  BadRequest: 'SupportBadRequest',
  UnknownPath: 'SupportUnknownPath',
  MethodNotAllowed: 'SupportMethodNotAllowed',
}

/** What is wrong at one place; `error` is the Support API's word for it, `InvalidValue` unless told. */
export type Detail = string | { description: string; error: string }
const textOf = (detail: Detail): string => (typeof detail === 'string' ? detail : detail.description)

export const jsonType = 'application/json; charset=utf-8'

/** How the JSON envelope of ZIS may differ (zis-api 1.4). */
export interface EnvelopeWording {
  /** There is none: the text stands alone, as `message`. */
  isBare?: boolean
  /** What stands beside the errors. */
  message?: string
}

/** A refusal: an answer to a caller, not a fault of ours. */
export class ZisProblem extends Error {
  override readonly name = 'ZisProblem'
  readonly status: number

  /**
   * @param values what stands for `{…}` in the text
   * @param details field (of a Support body) or place (in an envelope) to what is wrong there
   */
  constructor(
    readonly code: ProblemCode,
    private readonly values: Record<string, string | number> = {},
    readonly details?: Record<string, Detail>,
    options?: ErrorOptions,
  ) {
    super(
      problems[code].says.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all)),
      options,
    )
    this.status = problems[code].status
  }

  /** The same refusal as the Support API words it; itself where it has no other words. */
  inSupportWords(): ZisProblem {
    const code = supportWords[this.code]
    return code ? new ZisProblem(code, this.values, this.details, { cause: this }) : this
  }

  /**
   * The body and its content type, as ZIS or the Support API writes them (zis-api 1.4, 10).
   * @param status where it is not the one of the table
   * @param wording where the envelope of ZIS is another one
   */
  body(status = this.status, wording: EnvelopeWording = {}): { type: string; text: string } {
    const { form, error } = problems[this.code]
    if (form === 'text') return { type: 'text/plain; charset=utf-8', text: this.message }
    return {
      type: jsonType,
      text: JSON.stringify(jsonBody(form, status, error, this, wording)),
    }
  }
}

function jsonBody(
  form: ProblemForm,
  status: number,
  error: string | undefined,
  problem: ZisProblem,
  { isBare = false, message = reasons[status] ?? 'Error' }: EnvelopeWording,
): unknown {
  switch (form === 'envelope' && isBare ? 'message' : form) {
    case 'message':
      return { message: problem.message }
    case 'forgery':
      return { error: { title: 'Forbidden', message: problem.message } }
    case 'support':
      return {
        error,
        ...(problem.message && { description: problem.message }),
        ...(problem.details && {
          details: Object.fromEntries(
            Object.entries(problem.details).map(([field, detail]) => [
              field,
              [typeof detail === 'string' ? { description: detail, error: 'InvalidValue' } : detail],
            ]),
          ),
        }),
      }
    default:
      return {
        errors: (problem.details ? Object.values(problem.details).map(textOf) : [problem.message]).map(
          (detail) => ({
            code: envelopeCode(status),
            detail,
            status: String(status),
          }),
        ),
        message,
      }
  }
}

const envelopeCode = (status: number) => (status === 401 ? '1001' : status >= 500 ? '1050' : '1010')

const reasons: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Server Error',
}
