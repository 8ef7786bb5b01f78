import { localPassword } from '../account/seed'
import type { Caller, User } from '../services/service'
import { decodeBase64Text } from '../encoding'
import { keyOf } from '../store/keys'
import { hashOf, isSameSecret } from '../vault'
import type { World } from '../world'

export const sessionCookie = '_zendesk_session'

/** Who calls, or why the credential is no good: it was given, but nobody is known by it. */
export type Identity = Caller | { kind: 'refused' }

/** Reads the credentials of a request (zis-api 1.2). A header wins over the cookie. */
export async function identify(world: World, request: Request): Promise<Identity> {
  const header = request.headers.get('authorization')
  if (header !== null) {
    const [, scheme = '', value = ''] = /^(\S+) +(.+)$/.exec(header) ?? []
    if (/^bearer$/i.test(scheme)) return bearer(world, value)
    if (/^basic$/i.test(scheme)) return basic(world, value)
    return { kind: 'refused' }
  }
  return identifySession(world, request)
}

/** Looks at the session cookie alone: on control paths the header holds the control token. */
export async function identifySession({ store, clock }: World, request: Request): Promise<Caller> {
  const session = readCookie(request, sessionCookie)
  if (session === undefined) return { kind: 'anonymous' }
  const sessionKey = await hashOf(session)
  const row = store.table('sessions').get(sessionKey)
  const user = row && maySignIn(store, row.user_id)
  // A cookie of an earlier store is no credential; the page makes a new one.
  if (!row || !user) return { kind: 'anonymous' }
  // Who uses it keeps it; once an hour is enough to tell.
  if (clock.now() - Date.parse(row.used_at ?? row.created_at) >= 60 * 60_000) {
    store.table('sessions').put(sessionKey, { ...row, used_at: new Date(clock.now()).toISOString() })
  }
  return { kind: 'session', user, sessionKey, authenticityToken: row.authenticity_token }
}

/** The user behind a credential; nobody who was deleted or suspended meanwhile. */
function maySignIn(store: World['store'], id: number): User | undefined {
  const user = store.table('users').get(keyOf(id))
  return user?.active && !user.suspended ? user : undefined
}

async function bearer(world: World, token: string): Promise<Identity> {
  const { store, clock } = world
  const row = store.table('support_tokens').get(await hashOf(token))
  const user = row && maySignIn(store, row.user_id)
  const hasExpired = row?.expires_at && Date.parse(row.expires_at) <= clock.now()
  if (!row || !user || hasExpired) return { kind: 'refused' }
  const client = store.table('support_clients').get(keyOf(row.client_id))
  if (!client) return { kind: 'refused' }
  return client.integration === undefined
    ? { kind: 'oauth', user, scopes: row.scopes }
    : { kind: 'zis_token', user, integration: client.integration, scopes: row.scopes }
}

/** `{email}/token:{api token}`. Passwords open the API by a switch only (zis-api 1.2). */
async function basic(world: World, encoded: string): Promise<Identity> {
  const { store, assume } = world
  if (assume('passwordAccess')) {
    const [, email = '', password = ''] = /^([^:/]+):(.*)$/s.exec(decodeBase64Text(encoded) ?? '') ?? []
    if (isSameSecret(password, localPassword)) return staffCalled(world, email)
  }
  if (assume('apiTokensRetired')) return { kind: 'refused' }
  const [, email, token] = /^(.+)\/token:(.*)$/s.exec(decodeBase64Text(encoded) ?? '') ?? []
  if (email === undefined || token === undefined) return { kind: 'refused' }
  const row = store.table('api_tokens').get(await hashOf(token))
  const owner = row && maySignIn(store, row.user_id)
  if (!owner) return { kind: 'refused' }
  // An API token of the account signs in any of its agents by their email.
  return staffCalled(world, email)
}

function staffCalled({ store }: World, email: string): Identity {
  const user = store
    .table('users')
    .list()
    .find(([, one]) => one.email === email && one.role !== 'end-user' && one.active)?.[1]
  return user && maySignIn(store, user.id) ? { kind: 'api_token', user } : { kind: 'refused' }
}

/** Makes a session for a user; the answer is the cookie's value, of which only the hash is kept. */
export async function openSession(world: World, userId: number): Promise<string> {
  const session = world.ids.token(32)
  world.store.table('sessions').put(await hashOf(session), {
    user_id: userId,
    authenticity_token: world.ids.token(24),
    created_at: new Date(world.clock.now()).toISOString(),
  })
  await world.store.durable()
  return session
}

/** The cookie's text: not readable by scripts, not sent along by pages of another site. */
export const sessionCookieText = (session: string): string =>
  `${sessionCookie}=${session}; Path=/; HttpOnly; SameSite=Lax`

export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** True when the request carries the session's authenticity token, as its writes must (zis-api 1.3). */
export function isGenuine(caller: Caller, request: Request, body: unknown): boolean {
  if (caller.kind !== 'session') return true
  const inForm =
    typeof body === 'object' && body !== null
      ? (body as Record<string, unknown>)['authenticity_token']
      : undefined
  const given = request.headers.get('x-csrf-token') ?? inForm
  return typeof given === 'string' && isSameSecret(given, caller.authenticityToken)
}
