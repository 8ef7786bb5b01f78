import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CheckDefinition, IntegrationDefinition } from '../../zis/definition'
import { useConsole } from '../platform/console'
import { toProblem, type Problem } from '../platform/problem'
import { ensurePlace, lookEveryMs, readResult, waitForResult, type CheckResult } from './check-result'
import { postSample } from './post-sample'

export type ProofState =
  | { step: 'idle' }
  | { step: 'sending' }
  | { step: 'waiting' }
  /** The sample was accepted, and nothing can be read of what came of it. */
  | { step: 'accepted' }
  | { step: 'silent' }
  | { step: 'read'; result: CheckResult }
  | { step: 'failed'; problem: Problem }

/** Runs the check of a definition, and waits for its result where a flow writes one. */
export function useProof(
  { webhooks = [], settings }: IntegrationDefinition,
  check: CheckDefinition,
  integration: string,
) {
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const [state, setState] = useState<ProofState>({ step: 'idle' })
  const [isWebhookLeft, setWebhookLeft] = useState(false)
  const before = useRef<CheckResult>()
  const waiting = useRef<AbortController>()
  useEffect(() => () => waiting.current?.abort(), [])

  const { expects } = check
  const read = async () => (expects ? readResult(zis, integration, expects) : undefined)

  const send = async () => {
    if (!('webhook' in check)) return
    const webhook = webhooks.find(({ name }) => name === check.webhook)
    if (webhook === undefined) throw new Error(`the definition has no webhook ${check.webhook}`)
    const { isCleanedUp } = await postSample(zis, integration, webhook, check.sample, frame.user.name)
    setWebhookLeft(!isCleanedUp)
    await queries.invalidateQueries({ queryKey: ['zis', integration, 'webhooks'] })
  }

  const wait = async () => {
    const signal = (waiting.current = new AbortController()).signal
    setState({ step: 'waiting' })
    const result = await waitForResult(read, before.current, () => pause(signal))
    setState(result ? { step: 'read', result } : { step: 'silent' })
  }

  const guarded = (work: () => Promise<void>) => async () => {
    await work().catch((thrown: unknown) => setState({ step: 'failed', problem: toProblem(thrown) }))
  }

  return {
    state,
    isWebhookLeft,
    run: guarded(async () => {
      setState({ step: 'sending' })
      // Settings are there once an admin has saved them: an empty config in their place would look as if.
      if (expects && !settings.some(({ scope }) => scope === expects.scope)) {
        await ensurePlace(zis, integration, expects)
      }
      before.current = await read()
      await send()
      if (expects) await wait()
      else setState({ step: 'accepted' })
    }),
    /** Goes on waiting for what was begun before. */
    lookAgain: guarded(wait),
    stop: () => waiting.current?.abort(),
  }
}

/** One pause between two looks; false when the waiting is over. */
const pause = (signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const timer = setTimeout(() => resolve(true), lookEveryMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(false)
    })
  })
