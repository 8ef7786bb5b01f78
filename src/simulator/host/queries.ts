import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query'
import type { CallInput, WireByRoute } from '../../zis/wire'
import type { ControlByRoute, SessionState } from '../services/control/wire'
import { ApiProblem, createApi } from './api'

export const api = createApi()

/** Rows of one page of runs or events. */
const pageSize = '50'

export const createQueryClient = () =>
  new QueryClient({
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

export const useUsers = () =>
  useQuery({ queryKey: ['users'], queryFn: () => api.call('GET /api/v2/users', {}) })

export const useTickets = () =>
  useQuery({ queryKey: ['tickets'], queryFn: () => api.call('GET /api/v2/tickets', {}) })

export const useTicket = (id: string) =>
  useQuery({
    queryKey: ['tickets', id],
    queryFn: () => api.call('GET /api/v2/tickets/:id', { params: { id } }),
  })

export const useComments = (id: string) =>
  useQuery({
    queryKey: ['tickets', id, 'comments'],
    queryFn: () => api.call('GET /api/v2/tickets/:id/comments', { params: { id } }),
  })

type TicketBody<R extends keyof WireByRoute> = CallInput<WireByRoute, R> extends { body: infer B } ? B : never

export function useCreateTicket() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: TicketBody<'POST /api/v2/tickets'>) => api.call('POST /api/v2/tickets', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

export function useUpdateTicket(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: TicketBody<'PUT /api/v2/tickets/:id'>) =>
      api.call('PUT /api/v2/tickets/:id', { params: { id }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

export const usePartners = () =>
  useQuery({ queryKey: ['partners'], queryFn: () => api.call('GET /_sim/partners', {}) })

export const usePartner = (host: string) =>
  useQuery({
    queryKey: ['partners', host],
    queryFn: () => api.call('GET /_sim/partners/:host', { params: { host } }),
  })

const after = <Row extends { id: string }>(hasMore: boolean, rows: Row[]) =>
  hasMore ? rows.at(-1)?.id : undefined
const firstPage: string | undefined = undefined

export const useRuns = () =>
  useInfiniteQuery({
    queryKey: ['runs'],
    queryFn: ({ pageParam }) =>
      api.call('GET /_sim/runs', { query: { limit: pageSize, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: firstPage as string | undefined,
    getNextPageParam: ({ has_more, runs }) => after(has_more, runs),
    select: ({ pages }: InfiniteData<{ runs: RunRows }>) => pages.flatMap(({ runs }) => runs),
  })
type RunRows = Awaited<ReturnType<typeof api.call<'GET /_sim/runs'>>>['runs']

export const useRun = (id: string) =>
  useQuery({
    queryKey: ['runs', id],
    queryFn: () => api.call('GET /_sim/runs/:id', { params: { id } }),
  })

export const useEvents = () =>
  useInfiniteQuery({
    queryKey: ['events'],
    queryFn: ({ pageParam }) =>
      api.call('GET /_sim/events', { query: { limit: pageSize, ...(pageParam && { after: pageParam }) } }),
    initialPageParam: firstPage as string | undefined,
    getNextPageParam: ({ has_more, events }) => after(has_more, events),
    select: ({ pages }: InfiniteData<{ events: EventRows }>) => pages.flatMap(({ events }) => events),
  })
type EventRows = Awaited<ReturnType<typeof api.call<'GET /_sim/events'>>>['events']

export function usePublishEvent() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { event_source: string; event_type: string; input: unknown }) =>
      api.call('POST /_sim/events', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['events'] }),
  })
}
