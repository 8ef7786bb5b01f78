import { isObject, setOwn, type JsonObject } from '../../zis/json'

/** A refusal that the app sees; `name` tells it from our own bugs (zaf 3.4). */
export class ZafProblem extends Error {
  constructor(
    message: string,
    override readonly name = 'APIError',
  ) {
    super(message)
  }
}

export interface ZafHostOptions {
  /** Origin of the app's page; messages of any other are not read. */
  appOrigin: string
  /** The `app_guid` in the frame's address. */
  guid: string
  /** Hands a message to the app's window. */
  post(message: unknown): void
  context(): object
  metadata(): object
  /** `undefined` means that there is no such path; a refusal is thrown. */
  get(path: string): unknown
  /** The value as it is now. */
  set(path: string, value: unknown): unknown
  /** `undefined` for actions that answer nothing. */
  invoke(path: string, args: unknown[]): unknown
  /** Arguments of jQuery's done or fail callback, whatever becomes of the request. */
  request(options: unknown): Promise<RequestOutcome>
  /** Called when a page in the frame has been registered, the first and every further one. */
  registered?(): void
  /** Where `client.trigger` goes; without it back to this frame only. */
  broadcast?(name: string, payload: unknown): void
}

export interface RequestOutcome {
  ok: boolean
  args: unknown[]
}

export interface ZafHost {
  /** Takes an event of the page's `message` listener; who sent it (`source`) is checked by the caller. */
  receive(event: { data: unknown; origin: string }): void
  emit(name: string, payload?: unknown): void
  /** How many handlers the app has for an event, as it last said. */
  subscribers(name: string): number
}

/** Builds of the SDK that are committed in its tags need it: without it they spin (zaf 1). */
const sessionTimeoutMs = 300_000

interface Call {
  id: number
  request: unknown
  params: unknown
}

/**
 * The side of Zendesk in the conversation with an app in a frame, without a page: the protocol of
 * zaf 3. Nothing that the app sends can make it throw.
 */
export function createZafHost(options: ZafHostOptions): ZafHost {
  /** Calls and requests of the page in the frame that are answered or under way. */
  let taken = new Set<string>()
  let subscriberCounts = new Map<string, number>()
  /** Grows with each page in the frame: an answer to the page before would be taken for another one. */
  let page = 0

  const emit = (name: string, payload?: unknown) =>
    options.post({ key: `zaf.${name}`, ...(payload === undefined ? {} : { message: payload }) })

  function takeOnce(key: string): boolean {
    if (taken.has(key)) return false
    taken.add(key)
    return true
  }

  function register(): void {
    page += 1
    taken = new Set()
    subscriberCounts = new Map()
    emit('app.registered', {
      context: options.context(),
      metadata: options.metadata(),
      iframe_session_timeout: sessionTimeoutMs,
    })
    options.registered?.()
  }

  async function answerCall(call: Call): Promise<void> {
    const askedBy = page
    const answer = await perform(options, call)
    if (askedBy !== page) return
    try {
      options.post({ id: call.id, ...answer })
    } catch (error) {
      // A value that cannot be cloned: the app must hear of it, or it waits for nothing.
      options.post({ id: call.id, error: wireError(error) })
    }
  }

  async function answerRequest(key: string, input: unknown): Promise<void> {
    const askedBy = page
    const { ok, args } = await options.request(input).catch(failedRequest)
    if (askedBy === page) emit(`${key}.${ok ? 'done' : 'fail'}`, { responseArgs: args })
  }

  function receiveKey(key: string, message: unknown): void {
    if (key === 'iframe.handshake') return register()

    const subscription = /^iframe\.(?:on|off):(.+)$/s.exec(key)
    if (subscription) {
      const count = isObject(message) ? message.subscriberCount : undefined
      if (typeof count === 'number') subscriberCounts.set(subscription[1]!, count)
      return
    }

    const trigger = /^iframe\.trigger:(.+)$/s.exec(key)
    if (trigger) return (options.broadcast ?? emit)(trigger[1]!, message)

    if (/^request:\d+$/.test(key) && takeOnce(key)) void answerRequest(key, message)
    // What is left is of no use here: session.live, session.idle, __track__, replies to hooks (zaf 3.10).
  }

  return {
    emit,
    subscribers: (name) => subscriberCounts.get(name) ?? 0,
    receive({ data, origin }) {
      if (origin !== options.appOrigin) return
      const message = readMessage(data)
      if (message?.appGuid !== options.guid) return
      const { id, request, params, key } = message
      if (typeof id === 'number' && request !== undefined) {
        if (takeOnce(`call:${id}`)) void answerCall({ id, request, params })
      } else if (typeof key === 'string') {
        receiveKey(key, message.message)
      }
    },
  }
}

/** The SDK sends text; replies to hooks are objects (zaf 3.1). */
function readMessage(data: unknown): JsonObject | undefined {
  if (typeof data !== 'string') return isObject(data) ? data : undefined
  try {
    const message: unknown = JSON.parse(data)
    return isObject(message) ? message : undefined
  } catch {
    return undefined
  }
}

/**
 * Answers get, set or invoke: `result` under the exact paths of the call and `errors` by path. A call of
 * another shape fails as a whole.
 */
async function perform(
  options: ZafHostOptions,
  { request, params }: Call,
): Promise<{ result: object } | { error: object }> {
  const work = workOf(options, request, params)
  if (work === undefined) return { error: wireError(new ZafProblem(`Malformed call: ${String(request)}`)) }

  const result: Record<string, unknown> = {}
  const errors: Record<string, unknown> = {}
  await Promise.all(
    work.map(async ([path, run]) => {
      try {
        const value = await run()
        if (value !== undefined) setOwn(result, path, value)
      } catch (error) {
        setOwn(errors, path, wireError(error, path))
      }
    }),
  )
  return { result: { ...result, errors } }
}

type Work = Array<[path: string, run: () => unknown]>

function workOf(options: ZafHostOptions, request: unknown, params: unknown): Work | undefined {
  if (request === 'get') {
    if (!Array.isArray(params) || !params.every((path) => typeof path === 'string')) return undefined
    return params.map((path) => [path, () => found(options.get(path))])
  }
  if (!isObject(params)) return undefined
  const entries = Object.entries(params)
  if (request === 'set') return entries.map(([path, value]) => [path, () => options.set(path, value)])
  if (request !== 'invoke' || !entries.every(([, args]) => Array.isArray(args))) return undefined
  return entries.map(([path, args]) => [path, () => options.invoke(path, args as unknown[])])
}

async function found(answer: unknown): Promise<unknown> {
  const value = await answer
  if (value === undefined) throw new ZafProblem('No such Api')
  return value
}

/** An error without a name would *resolve* the app's promise (zaf 3.4). */
function wireError(error: unknown, path?: string): object {
  const { name, message } = nameAndMessage(error)
  return { name: name || 'Error', message, ...(path === undefined ? {} : { path }), stack: '' }
}

/** Reads an error by its shape: a DOMException is not everywhere an Error. */
function nameAndMessage(error: unknown): { name: string; message: string } {
  const { name, message } = Object(error) as { name?: unknown; message?: unknown }
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : String(error),
  }
}

const failedRequest = (error: unknown): RequestOutcome => {
  const responseText = nameAndMessage(error).message
  return { ok: false, args: [{ readyState: 0, status: 0, statusText: 'error', responseText }, 'error', ''] }
}
