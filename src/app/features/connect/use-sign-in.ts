import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import { useConsole, type Console } from '../../platform/console'
import type { SafeConnection } from '../../platform/edge'
import { toProblem, type Problem } from '../../platform/problem'
import { isSignInAddress, openWindow, watchWindow, type SignInEnd } from '../../platform/sign-in'
import { signInParameter } from '../../platform/sign-in-return'
import { orNone } from '../../queries/read-all'
import { connectionState, works } from '../../state/connection-state'

/** Where a sign-in is. */
export type SignIn =
  | { step: 'idle' }
  | { step: 'starting' }
  | { step: 'waiting' }
  /** The browser opened no window; the admin can open the page by a plain link. */
  | { step: 'blocked'; link: string }
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

  const cancel = useCallback(() => {
    current.current?.abort()
    setSignIn({ step: 'idle' })
  }, [])

  return { signIn, connect, check, cancel }
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
    const { redirect_url } = await zis.call('POST /api/services/zis/connections/oauth/start/:integration', {
      params: { integration },
      body: {
        name: connection.name,
        oauth_client_name: connection.client.name,
        oauth_url_subdomain: frame.subdomain,
        origin_oauth_redirect_url: back.href,
        permission_scopes: connection.scopes.map(({ scope }) => scope).join(' '),
      },
    })
    if (signal.aborted) return closeAnd(opened, undefined)
    if (
      !isSignInAddress(redirect_url, {
        hosts: [hostOf(connection, frame.subdomain)],
        hostOrigin: frame.hostOrigin,
      })
    ) {
      return closeAnd(opened, { step: 'wrong_address' })
    }
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
