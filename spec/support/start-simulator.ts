import { createClock, createSimulator, localApiToken, type SimulatorOptions } from '../../src/simulator'
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

/** A Monday morning; specs never see real time. */
export const someMonday = Date.parse('2026-03-02T09:00:00Z')

/**
 * A whole ZIS in memory with the clock standing still, and ways to call it: as the admin's browser
 * session, with the API token, with any bearer, as a program with the control token, or as nobody.
 */
export async function startSimulator(options: Partial<SimulatorOptions> = {}) {
  const clock = options.clock ?? createClock()
  if (!options.clock) clock.freeze(someMonday)
  const simulator = await createSimulator({
    clock,
    controlToken: 'control-token-of-specs',
    fault: (problem) => {
      throw problem
    },
    ...options,
  })

  const sender =
    (headers: Record<string, string>): Send =>
    async (route, body) => {
      const [method = '', path = ''] = route.split(/ (.*)/s)
      const isForm = body instanceof URLSearchParams
      const response = await simulator.fetch(
        new Request(simulator.origin + path, {
          method,
          redirect: 'manual',
          headers: {
            ...(body !== undefined && {
              'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
            }),
            ...headers,
          },
          ...(body !== undefined && {
            body: isForm || typeof body === 'string' ? body : JSON.stringify(body),
          }),
        }),
      )
      const text = await response.text()
      return { status: response.status, body: parse(text), text, headers: response.headers }
    }

  /** Signs a user in as the page does; writes carry the session's authenticity token. */
  async function session(userId: number): Promise<Send> {
    const opened = await sender({ authorization: `Bearer ${simulator.controlToken}` })('POST /_sim/session', {
      user_id: userId,
    })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    return sender({ cookie, 'x-csrf-token': opened.body['authenticity_token'] as string })
  }

  return {
    simulator,
    clock,
    nobody: sender({}),
    with: sender,
    admin: await session(9001),
    agent: await session(9002),
    apiToken: sender({ authorization: `Basic ${btoa(`admin@example.com/token:${localApiToken}`)}` }),
    bearer: (token: string) => sender({ authorization: `Bearer ${token}` }),
    control: sender({ authorization: `Bearer ${simulator.controlToken}` }),
    settle: () => simulator.settle(),
    stop: () => simulator.close(),
  }
}

export type TestZis = Awaited<ReturnType<typeof startSimulator>>

function parse(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    return {}
  }
}
