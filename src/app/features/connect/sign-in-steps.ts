import type { OAuthConnectionDefinition } from '../../../zis/definition'
import type { Console } from '../../platform/console'
import type { SafeConnection } from '../../platform/edge'
import { toProblem, type Problem } from '../../platform/problem'
import type { Route } from '../../platform/route'
import { isSignInAddress, watchWindow } from '../../platform/sign-in'
import { signInParameter, type SignInEnd } from '../../platform/sign-in-return'
import type { Frame } from '../../platform/zaf'
import { orNone } from '../../queries/read-all'
import { connectionState, works } from '../../state/connection-state'
import { fillSubdomain } from './subdomain'

/** Where a sign-in is. */
export type SignIn =
  | { step: 'idle' }
  | { step: 'starting' }
  | { step: 'waiting' }
  /** The browser opened no window; the admin can open the page by a plain link, or leave with this page. */
  | { step: 'blocked'; link: string }
  /** The whole page goes to the sign-in and comes back to where it was. */
  | { step: 'leaving' }
  | { step: 'checking' }
  | { step: 'connected' }
  /** Signed in, but not as the one of before. */
  | { step: 'other_account' }
  | { step: 'closed' | 'missing' | 'timed_out' | 'wrong_address' | 'not_found' | 'incomplete' }
  | { step: 'denied'; error: string; errorDescription: string }
  | { step: 'failed'; problem: Problem }

/** What one sign-in is for. */
export interface Wish {
  integration: string
  /** Its name is the connection's own, also where there may be several. */
  connection: OAuthConnectionDefinition
  /** The customer's part of the other system's address; the account's own where that has no such part. */
  subdomain: string
  /** The connection that it takes the place of. */
  before: SafeConnection | undefined
  /** The admin has said that it may be somebody else's from now on. */
  mayChangeOwner: boolean
}

export const failed = (thrown: unknown): SignIn => ({ step: 'failed', problem: toProblem(thrown) })

/** Signs in with a window. @returns undefined when it was given up meanwhile */
export async function signInWithWindow(
  console: Console,
  wish: Wish,
  opened: Window | null,
  signal: AbortSignal,
  report: (signIn: SignIn) => void,
): Promise<SignIn | undefined> {
  const { frame } = console
  report({ step: 'starting' })
  const id = crypto.randomUUID()
  const back = new URL(frame.appAddress)
  back.searchParams.set(signInParameter, id)
  try {
    const redirect_url = await begin(console, wish, back.href)
    if (signal.aborted) return closeAnd(opened, undefined)
    if (!belongs(redirect_url, wish, frame)) return closeAnd(opened, { step: 'wrong_address' })
    if (opened) {
      opened.location.replace(redirect_url)
      report({ step: 'waiting' })
    } else {
      report({ step: 'blocked', link: redirect_url })
    }
  } catch (thrown) {
    return closeAnd(opened, signal.aborted ? undefined : failed(thrown))
  }

  const end = await watchWindow(opened, id, signal).catch((thrown: unknown) => {
    if (signal.aborted) return undefined
    throw thrown
  })
  if (end === undefined) return undefined
  report({ step: 'checking' })
  return finish(console, wish, end).catch(failed)
}

/** Sends the whole page to the sign-in: no window that could be blocked (zis-admin-app 4.1 C). */
export async function signInWithPage(console: Console, wish: Wish, here: Route): Promise<SignIn | undefined> {
  const { frame } = console
  const { integration, connection } = wish
  const back: Route =
    here.page === 'install'
      ? { page: 'install', name: integration }
      : { page: 'integration', name: integration, tab: 'connections' }
  const address = await begin(console, wish, frame.returnAddress(back, connection.name))
  if (!belongs(address, wish, frame)) return { step: 'wrong_address' }
  window.open(address, '_top')
  return undefined
}

/**
 * Lets the OAuth client sign in by its own credentials. The address that ZIS names has to be called by us:
 * without that the connection holds no token (zis-admin-app 4.3).
 */
export async function signInByItself(console: Console, wish: Wish): Promise<SignIn> {
  const address = await begin(console, wish, console.frame.appAddress)
  const code = new URL(address, console.frame.hostOrigin).searchParams.get('verification_code')
  return finish(
    console,
    wish,
    code === null ? { end: 'missing' } : { end: 'returned', verificationToken: code },
  )
}

/** Asks ZIS for a sign-in. @returns the address of the system's consent page */
async function begin({ zis }: Console, wish: Wish, back: string): Promise<string> {
  const { integration, connection, subdomain } = wish
  const { redirect_url } = await zis.call('POST /api/services/zis/connections/oauth/start/:integration', {
    params: { integration },
    body: {
      name: connection.name,
      oauth_client_name: connection.client.name,
      oauth_url_subdomain: subdomain,
      origin_oauth_redirect_url: back,
      permission_scopes: connection.scopes.map(({ scope }) => scope).join(' '),
      ...(connection.grant_type && { grant_type: connection.grant_type }),
    },
  })
  return redirect_url
}

const belongs = (address: string, wish: Wish, { hostOrigin, subdomain }: Frame) =>
  isSignInAddress(address, { hosts: [hostOf(wish, subdomain)], hostOrigin })

/** Takes the one token to ZIS, then believes only what can be read back. */
export async function finish(console: Console, wish: Wish, end: SignInEnd): Promise<SignIn> {
  if (end.end === 'denied')
    return { step: 'denied', error: end.error, errorDescription: end.errorDescription }
  if (end.end !== 'returned') return { step: end.end }
  await console.zis.call('GET /api/services/zis/connections/oauth/access_codes/:integration', {
    params: { integration: wish.integration },
    query: { verification_code: end.verificationToken },
  })
  return readBack(console, wish)
}

/** What ZIS holds now, whatever the window said. */
export async function readBack({ zis }: Console, wish: Wish): Promise<SignIn> {
  const { integration, connection, before, mayChangeOwner } = wish
  const found: SafeConnection | null = await orNone(
    zis.call('GET /api/services/zis/connections/:integration', {
      params: { integration },
      query: { name: connection.name },
    }),
  )
  if (found === null) return { step: 'not_found' }
  if (!works(connectionState(connection, found, Date.now()))) return { step: 'incomplete' }
  return !mayChangeOwner && before && isOtherAccount(before, found)
    ? { step: 'other_account' }
    : { step: 'connected' }
}

/** As far as ZIS says whose a sign-in is. */
const isOtherAccount = (before: SafeConnection, after: SafeConnection): boolean =>
  (before.created_by !== '' && before.created_by !== after.created_by) ||
  (before.oauth_url_subdomain !== '' && before.oauth_url_subdomain !== after.oauth_url_subdomain)

/** The host on which the system asks its user for consent. */
function hostOf({ connection: { client }, subdomain }: Wish, account: string): string {
  if (!('token_url' in client)) return `${account}.zendesk.com`
  return new URL(fillSubdomain(client.auth_url ?? client.token_url, subdomain)).hostname
}

function closeAnd<T>(opened: Window | null, result: T): T {
  opened?.close()
  return result
}
