import {
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { CallInput } from '../../zis/wire'
import type { ControlByRoute, SessionState } from '../services/control/wire'
import { ApiProblem, createApi } from './api'
import { pageSize, useLiveList } from './use-live-list'

export const api = createApi()

/**
 * @param reload is called when the session is gone, as after a reset: the page as a whole brings a new one.
 *   A page that never had a session is not loaded again, since that would not end.
 */
export function createQueryClient(reload = () => window.location.reload()): QueryClient {
  const onError = (problem: Error) => {
    const isGone = problem instanceof ApiProblem && problem.status === 401
    if (isGone && client.getQueryData(['session']) !== undefined) reload()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // What is shown is asked for again when the simulator says that it changed.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        // A refusal stays a refusal; a simulator that is just starting again is worth a second try.
        retry: (count, problem) => count < 2 && problem instanceof ApiProblem && problem.status === 0,
        retryDelay: 500,
      },
    },
  })
  return client
}

export const useSession = () =>
  useQuery({ queryKey: ['session'], queryFn: () => api.call('GET /_sim/session', {}) })

export function useChangeSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { user_id?: number; locale?: string }) => api.call('POST /_sim/session', { body }),
    onSuccess(session) {
      client.setQueryData<SessionState>(['session'], session)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
}

/** Switches a setting of the app; the app is loaded again with it, as Zendesk does. */
export function useSwitchAppSetting() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Record<string, boolean>) => api.call('PUT /_sim/app/settings', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['session'] }),
  })
}

export const useClock = () =>
  useQuery({ queryKey: ['clock'], queryFn: () => api.call('GET /_sim/clock', {}) })

export function useMoveClock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CallInput<ControlByRoute, 'POST /_sim/clock'>['body']) =>
      api.call('POST /_sim/clock', { body }),
    onSuccess: (clock) => client.setQueryData(['clock'], clock),
  })
}

export const usePartners = () =>
  useQuery({ queryKey: ['partners'], queryFn: () => api.call('GET /_sim/partners', {}) })

export const usePartner = (host: string) =>
  useQuery({
    queryKey: ['partners', host],
    queryFn: () => api.call('GET /_sim/partners/:host', { params: { host } }),
  })

type Asked<R extends keyof ControlByRoute> = NonNullable<CallInput<ControlByRoute, R>['query']>

export function useRuns(filter: Asked<'GET /_sim/runs'>) {
  const ask = async (query: Asked<'GET /_sim/runs'>) => {
    const { runs: rows, has_more: hasMore } = await api.call('GET /_sim/runs', {
      query: { limit: pageSize, ...filter, ...query },
    })
    return { rows, hasMore }
  }
  return useLiveList(['runs', 'list', filter], {
    page: (after) => ask({ after }),
    byId: async (ids) => (await ask({ ids: ids.join(','), limit: String(ids.length) })).rows,
    isOpen: ({ status }) => status !== 'succeeded' && status !== 'failed',
  })
}

export const useRun = (id: string) =>
  useQuery({
    queryKey: ['runs', id],
    queryFn: () => api.call('GET /_sim/runs/:id', { params: { id } }),
  })

export const useEvents = () =>
  useLiveList(['events'], {
    async page(after) {
      const { events: rows, has_more: hasMore } = await api.call('GET /_sim/events', {
        query: { limit: pageSize, after },
      })
      return { rows, hasMore }
    },
  })

export type LogFilter = Omit<Asked<'GET /_sim/log'>, 'limit' | 'after'>

export const useLog = (filter: LogFilter) =>
  useLiveList(['log', filter], {
    async page(after) {
      const { log: rows, has_more: hasMore } = await api.call('GET /_sim/log', {
        query: { limit: pageSize, ...filter, after },
      })
      return { rows, hasMore }
    },
  })

export const useRequests = (filter: Omit<Asked<'GET /_sim/outbound'>, 'limit' | 'after'>) =>
  useLiveList(['outbound', filter], {
    async page(after) {
      const { requests: rows, has_more: hasMore } = await api.call('GET /_sim/outbound', {
        query: { limit: pageSize, ...filter, after },
      })
      return { rows, hasMore }
    },
  })

export const useUnanswered = () =>
  useQuery({ queryKey: ['unanswered'], queryFn: () => api.call('GET /_sim/unanswered', {}) })

export function useForgetUnanswered() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.call('DELETE /_sim/unanswered', {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['unanswered'] }),
  })
}

export const useAssumptions = () =>
  useQuery({ queryKey: ['assumptions'], queryFn: () => api.call('GET /_sim/assumptions', {}) })

/** Turns switches; null sets one back. The page shows what the simulator then says. */
export function useTurnSwitches() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => api.call('PUT /_sim/assumptions', { body }),
    onSuccess: (answer) => client.setQueryData(['assumptions'], answer),
  })
}

export function usePublishEvent() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { event_source: string; event_type: string; input: unknown }) =>
      api.call('POST /_sim/events', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['events'] }),
  })
}
