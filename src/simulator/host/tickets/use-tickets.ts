import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallAnswer, CallInput, WireByRoute } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { pageBehind } from '../people/use-people'
import { ticketChanges } from '../change-record'
import { api } from '../queries'
import { pageSize, useLiveList } from '../use-live-list'

type Asked = NonNullable<CallInput<ControlByRoute, 'GET /_sim/tickets'>['query']>
type Body<R extends keyof WireByRoute> = CallInput<WireByRoute, R> extends { body: infer B } ? B : never

export type TicketLine = CallAnswer<ControlByRoute, 'GET /_sim/tickets'>['tickets'][number]
export type TicketFilter = Pick<Asked, 'status' | 'text'>
export type TicketChange = Body<'PUT /api/v2/tickets/:id'>['ticket']
export type Comment = CallAnswer<WireByRoute, 'GET /api/v2/tickets/:id/comments'>['comments'][number]
export type Audit = CallAnswer<WireByRoute, 'GET /api/v2/tickets/:id/audits'>['audits'][number]

/** Rows of one answer at most. */
const perAnswer = 500

export function useTicketLines(filter: TicketFilter) {
  const ask = async (query: Asked) => {
    const { tickets: rows, has_more: hasMore } = await api.call('GET /_sim/tickets', {
      query: { limit: pageSize, ...filter, ...query },
    })
    return { rows, hasMore }
  }
  return useLiveList(['tickets', 'list', filter], {
    page: (after) => ask({ after }),
    async byId(ids) {
      const parts = Array.from({ length: Math.ceil(ids.length / perAnswer) }, (_, at) =>
        ids.slice(at * perAnswer, (at + 1) * perAnswer),
      )
      const answers = await Promise.all(
        parts.map((part) => ask({ ids: part.join(','), limit: String(part.length) })),
      )
      return answers.flatMap(({ rows }) => rows)
    },
    changes: ticketChanges,
  })
}

export const useTicket = (id: string) =>
  useQuery({
    queryKey: ['tickets', id],
    queryFn: () => api.call('GET /_sim/tickets/:id', { params: { id } }),
  })

/** Comments, the newest page first. */
export const useComments = (id: string) =>
  useInfiniteQuery({
    queryKey: ['tickets', id, 'comments'],
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v2/tickets/:id/comments', {
        params: { id },
        query: { page: pageParam, sort_order: 'desc' },
      }),
    initialPageParam: '1',
    getNextPageParam: pageBehind,
  })

/** What was changed in a ticket, oldest first. */
export const useAudits = (id: string) =>
  useInfiniteQuery({
    queryKey: ['tickets', id, 'audits'],
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v2/tickets/:id/audits', { params: { id }, query: { page: pageParam } }),
    initialPageParam: '1',
    getNextPageParam: pageBehind,
  })

/** What a ticket can have: it changes seldom, and no change tells of it, so it is read with every page. */
export const useTicketStructure = () =>
  useQuery({
    queryKey: ['tickets', 'structure'],
    async queryFn() {
      const [groups, brands, fields, forms] = await Promise.all([
        api.call('GET /api/v2/groups', {}),
        api.call('GET /api/v2/brands', {}),
        api.call('GET /api/v2/ticket_fields', {}),
        api.call('GET /api/v2/ticket_forms', {}),
      ])
      return {
        groups: groups.groups,
        brands: brands.brands,
        fields: fields.ticket_fields,
        forms: forms.ticket_forms,
      }
    },
  })
export type TicketStructure = NonNullable<ReturnType<typeof useTicketStructure>['data']>

/** A change of tickets; what is shown of them, and of the people in them, is asked for again. */
function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(['tickets', 'users'].map((kind) => client.invalidateQueries({ queryKey: [kind] }))),
  })
}

export const useCreateTicket = () =>
  useChange((ticket: Body<'POST /api/v2/tickets'>['ticket']) =>
    api.call('POST /api/v2/tickets', { body: { ticket } }),
  )
export const useUpdateTicket = (id: string) =>
  useChange((ticket: TicketChange) =>
    api.call('PUT /api/v2/tickets/:id', { params: { id }, body: { ticket } }),
  )
export const useMakePrivate = (id: string) =>
  useChange((comment: number) =>
    api.call('PUT /api/v2/tickets/:id/comments/:comment_id/make_private', {
      params: { id, comment_id: String(comment) },
    }),
  )

/** Merges a ticket into another one. */
export const useMergeTicket = (id: string) =>
  useChange(async ({ into, comment }: { into: string; comment: string }) => {
    const { job_status } = await api.call('POST /api/v2/tickets/:id/merge', {
      params: { id: into },
      body: { ids: [Number(id)], ...(comment.trim() && { target_comment: comment.trim() }) },
    })
    return outcomeOf(job_status.id)
  })

export type Removal = 'spam' | 'delete' | 'restore' | 'delete for good'

export const useRemoveTicket = (id: string) =>
  useChange(async (how: Removal): Promise<unknown> => {
    const params = { id }
    switch (how) {
      case 'spam':
        return api.call('PUT /api/v2/tickets/:id/mark_as_spam', { params })
      case 'delete':
        return api.call('DELETE /api/v2/tickets/:id', { params })
      case 'restore':
        return api.call('PUT /api/v2/deleted_tickets/:id/restore', { params })
      case 'delete for good': {
        const { job_status } = await api.call('DELETE /api/v2/deleted_tickets/:id', { params })
        return outcomeOf(job_status.id)
      }
    }
  })

/**
 * A job is at its end when it is answered, here as nowhere else; what it could not do is in its results.
 * @throws {Error} with the reason of the first refusal
 */
async function outcomeOf(id: string): Promise<void> {
  const { job_status } = await api.call('GET /api/v2/job_statuses/:id', { params: { id } })
  const refused = job_status.results?.find(({ success }) => success === false)
  if (refused) throw new Error(String(refused['description'] ?? refused['error']))
}
