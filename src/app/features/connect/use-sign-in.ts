import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useConsole } from '../../platform/console'
import { useNavigation } from '../../platform/route'
import { openWindow } from '../../platform/sign-in'
import type { Change } from '../../queries/change'
import { useRecorder } from '../../queries/use-recorder'
import {
  failed,
  finish,
  readBack,
  signInByItself,
  signInWithPage,
  signInWithWindow,
  type SignIn,
  type Wish,
} from './sign-in-steps'

/**
 * One connection's sign-in: window, way back, exchange, and reading the connection back, after which alone
 * it counts as connected (zis-admin-app 4.2, 4.3). The verification token lives in one variable of one
 * call.
 *
 * @param wish what to sign in for; `mayChangeOwner` is said with each `connect`
 */
export function useSignIn(wish: Omit<Wish, 'mayChangeOwner'>, windowText: string) {
  const console = useConsole()
  const queries = useQueryClient()
  const [signIn, setSignIn] = useState<SignIn>({ step: 'idle' })
  const current = useRef<AbortController>()
  // The connection is read anew while a sign-in goes on; what it was before counts.
  const asked = useRef<Wish>({ ...wish, mayChangeOwner: false })
  const { route } = useNavigation()
  const recorder = useRecorder(wish.integration)
  const isUnrecorded = useRef(false)
  const { integration, connection } = wish
  useEffect(() => () => current.current?.abort(), [])

  const settle = useCallback(
    async (result: SignIn) => {
      const outcome = outcomeOf(result)
      if (isUnrecorded.current && outcome) {
        isUnrecorded.current = false
        const { before, connection } = asked.current
        recorder.keep({ what: before ? 'reconnected' : 'connected', scope: connection.name }, outcome)
      }
      await queries.invalidateQueries({ queryKey: ['zis', integration, 'connections'] })
      setSignIn(result)
    },
    [queries, integration, recorder],
  )

  const check = async () => {
    current.current?.abort()
    setSignIn({ step: 'checking' })
    await settle(await readBack(console, asked.current).catch(failed))
  }

  const connect = (mayChangeOwner = false) => {
    const isByItself = connection.grant_type === 'client_credentials'
    const opened = isByItself ? null : openWindow(windowText)
    current.current?.abort()
    const waiting = new AbortController()
    current.current = waiting
    asked.current = { ...wish, mayChangeOwner }
    isUnrecorded.current = true
    if (isByItself) setSignIn({ step: 'checking' })
    const result = isByItself
      ? signInByItself(console, asked.current).catch(failed)
      : signInWithWindow(console, asked.current, opened, waiting.signal, setSignIn)
    // Somebody pressed Check again or Cancel meanwhile: their answer stands.
    void result.then((end) => (end === undefined || waiting.signal.aborted ? undefined : settle(end)))
  }

  // A sign-in without a window ends on a page that was loaded anew.
  useEffect(() => {
    const end = console.frame.takeReturn(integration, connection.name)
    if (end === undefined) return
    isUnrecorded.current = true
    setSignIn({ step: 'checking' })
    void finish(console, asked.current, end).catch(failed).then(settle)
  }, [console, integration, connection.name, settle])

  const leave = () => {
    current.current?.abort()
    setSignIn({ step: 'leaving' })
    void signInWithPage(console, asked.current, route).then(
      (result) => result && setSignIn(result),
      (thrown) => setSignIn(failed(thrown)),
    )
  }

  const cancel = () => {
    current.current?.abort()
    setSignIn({ step: 'idle' })
  }

  /** Takes the sign-in as it is. */
  const accept = () => setSignIn({ step: 'connected' })

  return { signIn, connect, check, cancel, leave, accept }
}

/** How a sign-in ended, for the activity; undefined while Check again may still find another end. */
function outcomeOf(signIn: SignIn): Pick<Change, 'outcome' | 'problem'> | undefined {
  switch (signIn.step) {
    case 'connected':
    case 'other_account':
      return { outcome: 'done' }
    case 'failed':
      return {
        outcome: 'failed',
        problem: { kind: signIn.problem.kind, status: signIn.problem.status },
      }
    case 'denied':
    case 'incomplete':
    case 'wrong_address':
      return { outcome: 'failed' }
    default:
      return undefined
  }
}
