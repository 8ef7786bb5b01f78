import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WebhookDefinition } from '../../../zis/definition'
import { useConsole } from '../../platform/console'
import { toProblem, type Problem } from '../../platform/problem'
import { useRecorder } from '../../queries/use-recorder'
import { createWebhook, type Webhook } from '../../queries/webhooks'
import type { Shown } from './credentials-dialog'

type Pair = Pick<Webhook, 'source_system' | 'event_type'>

export interface CreateWebhook {
  /** The pair that is being created now. */
  pending: Pair | undefined
  problem: Problem | undefined
  run(pair: Pair, about?: { definition?: WebhookDefinition; replaces?: string }): Promise<void>
}

/**
 * Creates a webhook. What ZIS answers goes to `show` and nowhere else: a mutation would keep it in the
 * query cache.
 */
export function useCreateWebhook(integration: string, show: (shown: Shown) => void): CreateWebhook {
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const [pending, setPending] = useState<Pair>()
  const [problem, setProblem] = useState<Problem>()

  return {
    pending,
    problem,
    async run({ source_system, event_type }, { definition, replaces } = {}) {
      if (pending) return
      const pair = { source_system, event_type }
      setPending(pair)
      setProblem(undefined)
      try {
        const made = { at: new Date().toISOString(), by: frame.user.name, ...(replaces && { replaces }) }
        const { webhook, isKept } = await recorder.run(
          {
            what: replaces ? 'webhook_rotated' : 'webhook_created',
            scope: `${source_system}, ${event_type}`,
          },
          () => createWebhook(zis, integration, pair, made),
        )
        show({ webhook, isKept, definition, replaces })
        await Promise.all([
          queries.invalidateQueries({ queryKey: ['zis', integration, 'webhooks'] }),
          // Our record names it now.
          queries.invalidateQueries({ queryKey: ['registered'] }),
        ])
      } catch (thrown) {
        setProblem(toProblem(thrown))
      } finally {
        setPending(undefined)
      }
    },
  }
}
