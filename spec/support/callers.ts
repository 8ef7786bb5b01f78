import { localApiToken } from '../../src/simulator'
import type { JsonObject } from '../../src/zis/json'

/** An answer with its body read. `body` is the parsed JSON; `text` is always there. */
export interface Answer {
  status: number
  body: JsonObject
  text: string
  headers: Headers
}

/** Sends one request in somebody's name. */
export type Send = (route: `${string} ${string}`, body?: unknown) => Promise<Answer>

export interface Callers {
  nobody: Send
  /** As the page's signed-in users do: with the session cookie, writes with its authenticity token. */
  admin: Send
  agent: Send
  apiToken: Send
  bearer(token: string): Send
  /** As a program with the control token. */
  control: Send
  with(headers: Record<string, string>): Send
}

/**
 * Ways to call a simulator, wherever it runs.
 *
 * @param answer performs a request: a simulator in memory, or the network
 */
export async function createCallers(
  answer: (request: Request) => Promise<Response>,
  origin: string,
  controlToken: string,
): Promise<Callers> {
  const sender =
    (headers: Record<string, string>): Send =>
    async (route, body) => {
      const [method = '', path = ''] = route.split(/ (.*)/s)
      const isForm = body instanceof URLSearchParams
      const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
      const request = new Request(origin + path, {
        method,
        redirect: 'manual',
        headers: { ...(body !== undefined && { 'content-type': type }), ...headers },
        ...(body !== undefined && { body: asSent(body) }),
      })
      const response = await answer(request)
      const text = await response.text()
      return { status: response.status, body: parse(text), text, headers: response.headers }
    }

  async function session(userId: number): Promise<Send> {
    const opened = await control('POST /_sim/session', { user_id: userId })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    return sender({ cookie, 'x-csrf-token': opened.body['authenticity_token'] as string })
  }

  const control = sender({ authorization: `Bearer ${controlToken}` })
  return {
    nobody: sender({}),
    admin: await session(9001),
    agent: await session(9002),
    apiToken: sender({ authorization: `Basic ${btoa(`admin@example.com/token:${localApiToken}`)}` }),
    bearer: (token) => sender({ authorization: `Bearer ${token}` }),
    control,
    with: sender,
  }
}

/** Forms, texts and bytes as they are, everything else as JSON. */
function asSent(body: unknown): BodyInit {
  if (body instanceof URLSearchParams || typeof body === 'string') return body
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}

function parse(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    return {}
  }
}
