import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { api } from '../queries'

export type Stats = CallAnswer<ControlByRoute, 'GET /_sim/stats'>

/** Spans of time that charts and filters offer (minutes). */
export const spans: Record<string, { text: string; minutes: number }> = {
  '15m': { text: 'Last 15 minutes', minutes: 15 },
  '1h': { text: 'Last hour', minutes: 60 },
  '1d': { text: 'Last 24 hours', minutes: 24 * 60 },
  '7d': { text: 'Last 7 days', minutes: 7 * 24 * 60 },
}

export const spanOf = (name: string | undefined) =>
  name !== undefined && Object.hasOwn(spans, name) ? spans[name] : undefined

/** How often charts look (ms): a storm changes runs more often than anybody can read. */
const lookEvery = 3000

export const useStats = (minutes: number, integration: string | undefined) =>
  useQuery({
    queryKey: ['stats', minutes, integration],
    queryFn: () =>
      api.call('GET /_sim/stats', {
        query: { seconds: String(minutes * 60), ...(integration && { integration }) },
      }),
    placeholderData: keepPreviousData,
    refetchInterval: lookEvery,
  })

/** Flows that job specs start. */
export const useFlows = () =>
  useQuery({ queryKey: ['registry', 'flows'], queryFn: () => api.call('GET /_sim/flows', {}) })
