import { openSession, sessionCookieText } from '../server/auth'
import { hashOf } from '../vault'
import type { World } from '../world'

/** What the wire answers an admin of the account. */
export interface AdminAnswer {
  status: number
  /** Undefined where the answer has no body that is JSON. */
  body: unknown
  text: string
}

export type AdminCall = (route: `${string} ${string}`, body?: unknown) => Promise<AdminAnswer>

/**
 * Does something as an admin of the account who has signed in for it, and signs out again: what is deployed from a
 * folder takes the way of every other upload, with all that is looked at on it.
 */
export async function asAdmin<Result>(
  world: World,
  fetch: (request: Request) => Promise<Response>,
  work: (call: AdminCall) => Promise<Result>,
): Promise<Result> {
  const { store, origin } = world
  const admin = store.table('users').list({ limit: 1 })[0]
  if (!admin) throw new Error('The account has no users; an admin is made at the first start.')
  const session = await openSession(world, admin[1].id)
  const key = await hashOf(session)
  const token = store.table('sessions').get(key)!.authenticity_token
  const call: AdminCall = async (route, body) => {
    const [method = '', path = ''] = route.split(' ')
    const response = await fetch(
      new Request(origin + path, {
        method,
        headers: {
          cookie: sessionCookieText(session),
          'x-csrf-token': token,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    return { status: response.status, text, body: parse(text) }
  }
  try {
    return await work(call)
  } finally {
    store.table('sessions').delete(key)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
