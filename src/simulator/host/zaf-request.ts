import { isObject } from '../../zis/json'
import { jqueryParam } from './jquery-param'
import type { RequestOutcome } from './zaf-host'

export interface RequestPort {
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Origin of the account, which is that of the page. */
  origin: string
  /** The session's CSRF token, asked for at each write. */
  csrfToken(): string
  sleep(ms: number): Promise<void>
}

/** Zendesk does not say how often it tries again; a host that never ends would hide the refusal. */
const mostRetries = 3
const formType = 'application/x-www-form-urlencoded; charset=UTF-8'
const acceptedTypes: Record<string, string> = {
  json: 'application/json, text/javascript',
  text: 'text/plain',
}

interface Xhr {
  readyState: number
  status: number
  statusText: string
  responseText: string
  responseJSON?: unknown
}

/**
 * Makes `client.request`: sends what the app asks for to the account, with the session of the signed-in
 * user, by the rules of jQuery's `ajax` (zaf 7). The answer is the arguments of its callbacks.
 *
 * Absolute addresses go through Zendesk's proxy, which is not simulated: they fail with 403, never
 * silently. So do paths that only the simulator has, which no app could reach in Zendesk.
 */
export function createZafRequest(port: RequestPort): (options: unknown) => Promise<RequestOutcome> {
  return async (input) => {
    const options = typeof input === 'string' ? { url: input } : isObject(input) ? input : {}
    if (typeof options.url !== 'string') return failed(refusal(0, 'client.request was called without a url'))

    const target = targetOf(options.url, port.origin)
    if ('refused' in target) return failed(target.refused)

    const { url, init } = prepare(target.url, options, port)
    for (let retries = 0; ; retries++) {
      const response = await port.fetch(url, init()).catch(noAnswer)
      if ('args' in response) return response
      const wait = retryAfter(response)
      if (wait === undefined || options.autoRetry === false || retries === mostRetries) {
        return outcomeOf(response, options).catch(noAnswer)
      }
      await response.body?.cancel()
      await port.sleep(wait)
    }
  }
}

type Options = Record<string, unknown>

function targetOf(url: string, origin: string): { url: URL } | { refused: Xhr } {
  const notProxyable = {
    refused: refusal(403, `not a proxyable URI: ${url} (the simulator has no proxy for other hosts)`),
  }
  if (/^\s*([a-z][a-z\d+.-]*:|[/\\]{2})/i.test(url) || !URL.canParse(url, origin)) return notProxyable
  const target = new URL(url, origin)
  if (target.origin !== origin) return notProxyable
  // A server may decode a path before it looks it up.
  if (/^\/+_/.test(decoded(target.pathname))) {
    return { refused: refusal(404, `${target.pathname} is not a path of Zendesk`) }
  }
  return { url: target }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function prepare(target: URL, options: Options, { csrfToken }: RequestPort) {
  const method = textOr(options.method ?? options.type, 'GET').toUpperCase()
  const hasContent = method !== 'GET' && method !== 'HEAD'
  const data = dataOf(options)
  if (data && !hasContent) target.search += `${target.search ? '&' : ''}${data}`

  const headers = new Headers({ 'X-Requested-With': 'XMLHttpRequest', Accept: acceptOf(options) })
  if ((data && hasContent && options.contentType !== false) || typeof options.contentType === 'string') {
    headers.set('Content-Type', textOr(options.contentType, formType))
  }
  for (const [name, value] of isObject(options.headers) ? Object.entries(options.headers) : []) {
    // jQuery leaves a header out when its value is undefined, which JSON turns into an absent key or null.
    if (value !== null) headers.set(name, String(value))
  }

  // Made anew for each try: a time limit counts for one try.
  const init = (): RequestInit => {
    if (hasContent) headers.set('X-CSRF-Token', csrfToken())
    return {
      method,
      headers,
      credentials: 'same-origin',
      ...(hasContent && data ? { body: data } : {}),
      ...(options.cache === false ? { cache: 'no-store' } : {}),
      ...(typeof options.timeout === 'number' && options.timeout > 0
        ? { signal: AbortSignal.timeout(options.timeout) }
        : {}),
    }
  }
  return { url: target.href, init }
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

function dataOf({ data, traditional }: Options): string {
  if (typeof data === 'string') return data
  return typeof data === 'object' && data !== null ? jqueryParam(data, traditional === true) : ''
}

function acceptOf({ dataType, accepts }: Options): string {
  if (typeof dataType !== 'string') return '*/*'
  const own = isObject(accepts) ? accepts[dataType] : undefined
  const type = typeof own === 'string' ? own : acceptedTypes[dataType]
  return type === undefined ? '*/*' : `${type}, */*; q=0.01`
}

/** Milliseconds to wait before a rate-limited request is sent again; undefined when it is not to be. */
function retryAfter({ status, headers }: Response): number | undefined {
  const seconds = headers.get('Retry-After') ?? ''
  return status === 429 && /^\d+$/.test(seconds) ? Number(seconds) * 1000 : undefined
}

async function outcomeOf(response: Response, options: Options): Promise<RequestOutcome> {
  const { status, statusText: given, ok } = response
  const responseText = await response.text()
  const isJson =
    options.dataType === 'json' ||
    (options.dataType === undefined && /\bjson\b/.test(response.headers.get('Content-Type') ?? ''))
  const parsed = isJson ? parse(responseText) : undefined
  const xhr: Xhr = {
    readyState: 4,
    status,
    statusText: given || (ok ? 'success' : 'error'),
    responseText,
    ...(parsed === undefined ? {} : { responseJSON: parsed.value }),
  }
  if (!ok) return failed(xhr)
  const whole = options.httpCompleteResponse === true
  if (status === 204) return { ok: true, args: [whole ? xhr : undefined, 'nocontent', xhr] }
  if (isJson && parsed === undefined) return { ok: false, args: [xhr, 'parsererror', 'The body is not JSON'] }
  return { ok: true, args: [whole ? xhr : parsed ? parsed.value : responseText, 'success', xhr] }
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

const refusal = (status: number, responseText: string): Xhr => ({
  readyState: 4,
  status,
  statusText: status === 403 ? 'Forbidden' : status === 404 ? 'Not Found' : 'error',
  responseText,
})

const failed = (xhr: Xhr): RequestOutcome => ({ ok: false, args: [xhr, 'error', xhr.statusText] })

/** The server could not be reached, or took longer than the app allowed. */
function noAnswer(error: unknown): RequestOutcome {
  const isTimeout = (Object(error) as { name?: unknown }).name === 'TimeoutError'
  const statusText = isTimeout ? 'timeout' : 'error'
  return {
    ok: false,
    args: [
      { readyState: 0, status: 0, statusText, responseText: '' },
      statusText,
      isTimeout ? 'timeout' : '',
    ],
  }
}
