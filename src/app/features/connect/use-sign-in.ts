import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import { useConsole, type Console } from '../../platform/console'
import type { SafeConnection } from '../../platform/edge'
import { toProblem, type Problem } from '../../platform/problem'
import { useNavigation, type Route } from '../../platform/route'
import { isSignInAddress, openWindow, watchWindow } from '../../platform/sign-in'
import type { Frame } from '../../platform/zaf'
import { signInParameter, type SignInEnd } from '../../platform/sign-in-return'
import { orNone } from '../../queries/read-all'
import { connectionState, works } from '../../state/connection-state'

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
  | { step: 'closed' | 'missing' | 'timed_out' | 'wrong_address' | 'not_found' | 'incomplete' }
  | { step: 'denied'; error: string; errorDescription: string }
  | { step: 'failed'; problem: Problem }

/**
 * One system's sign-in: window, way back, exchange, and reading the connection back, after which alone
 * it counts as connected (zis-admin-app 4.2, 4.3). The verification token lives in one variable of one
 * call.
 */
export function useSignIn(integration: string, connection: ConnectionDefinition, windowText: string) {
  const console = useConsole()
  const queries = useQueryClient()
  const [signIn, setSignIn] = useState<SignIn>({ step: 'idle' })
  const current = useRef<AbortController>()
  const { route } = useNavigation()
  useEffect(() => () => current.current?.abort(), [])

  const check = useCallback(async () => {
    current.current?.abort()
    setSignIn({ step: 'checking' })
    const result = await read(console, integration, connection).catch(failed)
    await queries.invalidateQueries({ queryKey: ['zis', integration, 'connections'] })
    setSignIn(result)
  }, [console, queries, integration, connection])

  const connect = useCallback(() => {
    const opened = openWindow(windowText)
    current.current?.abort()
    const waiting = new AbortController()
    current.current = waiting
    void run(console, integration, connection, opened, waiting.signal, setSignIn).then(async (result) => {
      // Somebody pressed Check again or Cancel meanwhile: their answer stands.
      if (result === undefined) return
      await queries.invalidateQueries({ queryKey: ['zis', integration, 'connections'] })
      setSignIn(result)
    })
  }, [console, queries, integration, connection, windowText])

  // A sign-in without a window ends on a page that was loaded anew.
  useEffect(() => {
    const end = console.frame.takeReturn(integration, connection.name)
    if (end === undefined) return
    setSignIn({ step: 'checking' })
    void finish(console, integration, connection, end)
      .catch(failed)
      .then(async (result) => {
        await queries.invalidateQueries({ queryKey: ['zis', integration, 'connections'] })
        setSignIn(result)
      })
  }, [console, queries, integration, connection])

  const leave = useCallback(() => {
    current.current?.abort()
    setSignIn({ step: 'leaving' })
    void leaveFor(console, integration, connection, route).then(
      (result) => result && setSignIn(result),
      (thrown) => setSignIn(failed(thrown)),
    )
  }, [console, integration, connection, route])

  const cancel = useCallback(() => {
    current.current?.abort()
    setSignIn({ step: 'idle' })
  }, [])

  return { signIn, connect, check, cancel, leave }
}

const failed = (thrown: unknown): SignIn => ({ step: 'failed', problem: toProblem(thrown) })

async function run(
  { frame, zis }: Console,
  integration: string,
  connection: ConnectionDefinition,
  opened: Window | null,
  signal: AbortSignal,
  report: (signIn: SignIn) => void,
): Promise<SignIn | undefined> {
  report({ step: 'starting' })
  const id = crypto.randomUUID()
  const back = new URL(frame.appAddress)
  back.searchParams.set(signInParameter, id)
  try {
    const redirect_url = await begin({ frame, zis }, integration, connection, back.href)
    if (signal.aborted) return closeAnd(opened, undefined)
    if (!belongs(redirect_url, connection, frame)) return closeAnd(opened, { step: 'wrong_address' })
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
  return finish({ frame, zis }, integration, connection, end).catch(failed)
}

/** Sends the whole page to the sign-in: no window that could be blocked (zis-admin-app 4.1 C). */
async function leaveFor(
  console: Console,
  integration: string,
  connection: ConnectionDefinition,
  here: Route,
): Promise<SignIn | undefined> {
  const { frame } = console
  const back: Route =
    here.page === 'install'
      ? { page: 'install', name: integration }
      : { page: 'integration', name: integration, tab: 'connections' }
  const address = await begin(console, integration, connection, frame.returnAddress(back, connection.name))
  if (!belongs(address, connection, frame)) return { step: 'wrong_address' }
  window.open(address, '_top')
  return undefined
}

/** Asks ZIS for a sign-in. @returns the address of the system's consent page */
async function begin(
  { frame, zis }: Console,
  integration: string,
  connection: ConnectionDefinition,
  back: string,
): Promise<string> {
  const { redirect_url } = await zis.call('POST /api/services/zis/connections/oauth/start/:integration', {
    params: { integration },
    body: {
      name: connection.name,
      oauth_client_name: connection.client.name,
      oauth_url_subdomain: frame.subdomain,
      origin_oauth_redirect_url: back,
      permission_scopes: connection.scopes.map(({ scope }) => scope).join(' '),
    },
  })
  return redirect_url
}

const belongs = (address: string, connection: ConnectionDefinition, { subdomain, hostOrigin }: Frame) =>
  isSignInAddress(address, { hosts: [hostOf(connection, subdomain)], hostOrigin })

async function finish(
  console: Console,
  integration: string,
  connection: ConnectionDefinition,
  end: SignInEnd,
): Promise<SignIn> {
  if (end.end === 'denied')
    return { step: 'denied', error: end.error, errorDescription: end.errorDescription }
  if (end.end !== 'returned') return { step: end.end }
  await console.zis.call('GET /api/services/zis/connections/oauth/access_codes/:integration', {
    params: { integration },
    query: { verification_code: end.verificationToken },
  })
  return read(console, integration, connection)
}

/** What ZIS holds now, whatever the window said. */
async function read(
  { zis }: Console,
  integration: string,
  connection: ConnectionDefinition,
): Promise<SignIn> {
  const found: SafeConnection | null = await orNone(
    zis.call('GET /api/services/zis/connections/:integration', {
      params: { integration },
      query: { name: connection.name },
    }),
  )
  if (found === null) return { step: 'not_found' }
  return { step: works(connectionState(connection, found, Date.now())) ? 'connected' : 'incomplete' }
}

/** The host on which the system asks its user for consent. */
function hostOf({ client }: ConnectionDefinition, subdomain: string): string {
  return 'auth_url' in client ? new URL(client.auth_url).hostname : `${subdomain}.zendesk.com`
}

function closeAnd<T>(opened: Window | null, result: T): T {
  opened?.close()
  return result
}
