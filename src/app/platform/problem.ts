/** What went wrong with a request, sorted by what the admin can do about it (zis-admin-app 5.9). */
export const problemKinds = [
  'signed_out',
  'not_admin',
  'csrf',
  'not_found',
  'conflict',
  'rate_limited',
  'offline',
  'refused',
  'server',
  'timeout',
  /** It was accepted, and what was read back does not show it. */
  'not_kept',
  /** The app itself did not send it. */
  'read_only',
  /** The app itself broke on the way: a fault of its own. */
  'fault',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** A request that did not succeed. `message` is what the server said, in its own words; it may be empty. */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** When it came, in ms. */
  readonly at = Date.now()

  constructor(
    readonly kind: ProblemKind,
    readonly status: number,
    message: string,
    /** Seconds, when the server named them. */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}

/** Worth asking again without anyone doing anything: nothing of it says that the request was wrong. */
export const mayPass = ({ kind }: Problem): boolean =>
  kind === 'offline' || kind === 'rate_limited' || kind === 'server' || kind === 'timeout'

/** What is waited where Zendesk does not say how long: it counts requests by the minute (zis-api 1.6). */
const minuteMs = 60_000

/** How long Zendesk takes no more requests, from when it said so. */
export const waitMs = ({ retryAfter }: Pick<Problem, 'retryAfter'>): number =>
  retryAfter === undefined ? minuteMs : retryAfter * 1000

/** The name of an integration belongs to another account (zis-api 3.1). */
export const isNameTaken = ({ message }: Problem): boolean => message.includes('not available for upsert')

/** Makes a problem of whatever was thrown; a Problem stays what it is. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  if (!isRecord(thrown) || typeof thrown.status !== 'number') {
    return thrown instanceof Error ? ofError(thrown) : new Problem('server', 0, '')
  }
  const { status } = thrown
  const message = said(thrown)
  return new Problem(kindOf(status, message), status, message, retryAfter(thrown))
}

/** A part of the app that is loaded on the way comes over the network, too. */
const ofError = ({ name, message }: Error): Problem =>
  name === 'ChunkLoadError' ? new Problem('offline', 0, '') : new Problem('fault', 0, message)

function kindOf(status: number, message: string): ProblemKind {
  if (status === 0) return 'offline'
  // 401 also answers what no signing in can mend: an integration mismatch, a token where none is allowed.
  if (status === 401) return /authenticat/i.test(message) || message === '' ? 'signed_out' : 'refused'
  if (status === 403 && /authenticity token/i.test(message)) return 'csrf'
  if (status === 403 && /only admin/i.test(message)) return 'not_admin'
  if (status === 404) return 'not_found'
  if (status === 409) return 'conflict'
  if (status === 429) return 'rate_limited'
  return status >= 500 ? 'server' : 'refused'
}

/** The server's sentence, in the order in which the kinds of error body carry it (zis-api 1.4). */
function said(answer: Record<string, unknown>): string {
  const text = typeof answer.responseText === 'string' ? answer.responseText : ''
  const json = isRecord(answer.responseJSON) ? answer.responseJSON : parsed(text)
  if (typeof json === 'string') return json
  if (!isRecord(json)) return text.length > 300 ? '' : text.trim()
  const [first] = Array.isArray(json.errors) ? (json.errors as unknown[]) : []
  const candidates = [
    isRecord(first) ? first.detail : undefined,
    json.message,
    isRecord(json.error) ? json.error.message : json.error,
    json.description,
  ]
  return candidates.find((candidate): candidate is string => typeof candidate === 'string') ?? ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether an answer's headers reach the app is not documented (zaf 16); they are read when they do. */
function retryAfter(answer: Record<string, unknown>): number | undefined {
  if (!isRecord(answer.headers)) return undefined
  const entry = Object.entries(answer.headers).find(([name]) => name.toLowerCase() === 'retry-after')
  const seconds = Number(entry?.[1])
  return Number.isFinite(seconds) && seconds >= 0 && entry !== undefined ? seconds : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
