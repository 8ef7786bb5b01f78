import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallAnswer, CallInput, WireByRoute } from '../../../zis/wire'
import { api } from '../queries'

type Body<R extends keyof WireByRoute> = CallInput<WireByRoute, R> extends { body: infer B } ? B : never

export type User = CallAnswer<WireByRoute, 'GET /api/v2/users/:id'>['user']
export type UserChange = Body<'PUT /api/v2/users/:id'>['user']
export type Identity = CallAnswer<WireByRoute, 'GET /api/v2/users/:id/identities'>['identities'][number]
export type Organization = CallAnswer<WireByRoute, 'GET /api/v2/organizations/:id'>['organization']
export type OrganizationChange = Body<'PUT /api/v2/organizations/:id'>['organization']
export type PeopleField = CallAnswer<WireByRoute, 'GET /api/v2/user_fields'>['user_fields'][number]

/** The number of the page behind an address of the Support API; undefined behind the last page. */
export const pageBehind = ({ next_page }: { next_page?: string | null }): string | undefined =>
  next_page ? (new URL(next_page).searchParams.get('page') ?? undefined) : undefined

/** Users who fit a search as the Support API takes it, a page at a time. */
export const useUserSearch = (query: string) =>
  useInfiniteQuery({
    queryKey: ['users', 'search', query],
    queryFn: ({ pageParam }) => api.call('GET /api/v2/users/search', { query: { query, page: pageParam } }),
    initialPageParam: '1',
    getNextPageParam: pageBehind,
  })

export const useUser = (id: string) =>
  useQuery({
    queryKey: ['users', id],
    queryFn: () => api.call('GET /api/v2/users/:id', { params: { id } }),
  })

export const useIdentities = (id: string) =>
  useQuery({
    queryKey: ['users', id, 'identities'],
    queryFn: () => api.call('GET /api/v2/users/:id/identities', { params: { id } }),
  })

export const useUserFields = () =>
  useQuery({ queryKey: ['users', 'fields'], queryFn: () => api.call('GET /api/v2/user_fields', {}) })

export const useOrganizations = () =>
  useInfiniteQuery({
    queryKey: ['organizations', 'list'],
    queryFn: ({ pageParam }) => api.call('GET /api/v2/organizations', { query: { page: pageParam } }),
    initialPageParam: '1',
    getNextPageParam: pageBehind,
  })

/** @param id undefined where there is none to ask for */
export const useOrganization = (id: string | undefined) =>
  useQuery({
    queryKey: ['organizations', id],
    queryFn: () => api.call('GET /api/v2/organizations/:id', { params: { id: id! } }),
    enabled: id !== undefined,
  })

export const useMembers = (id: string) =>
  useQuery({
    queryKey: ['users', 'of organization', id],
    queryFn: () => api.call('GET /api/v2/organizations/:id/users', { params: { id } }),
  })

export const useOrganizationFields = () =>
  useQuery({
    queryKey: ['organizations', 'fields'],
    queryFn: () => api.call('GET /api/v2/organization_fields', {}),
  })

/** A change of people; what is shown of them is asked for again. */
function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(['users', 'organizations'].map((kind) => client.invalidateQueries({ queryKey: [kind] }))),
  })
}

export const useCreateUser = () =>
  useChange((user: Body<'POST /api/v2/users'>['user']) => api.call('POST /api/v2/users', { body: { user } }))
export const useUpdateUser = (id: string) =>
  useChange((user: UserChange) => api.call('PUT /api/v2/users/:id', { params: { id }, body: { user } }))
export const useDeleteUser = (id: string) =>
  useChange(() => api.call('DELETE /api/v2/users/:id', { params: { id } }))

/** What can be done with an identity of a user. */
export type IdentityAction =
  { kind: 'add'; value: string } | { kind: 'make_primary' | 'remove'; identity: Identity }

export const useChangeIdentity = (id: string) =>
  useChange((action: IdentityAction): Promise<unknown> => {
    if (action.kind === 'add') {
      const identity = { type: 'email' as const, value: action.value }
      return api.call('POST /api/v2/users/:id/identities', { params: { id }, body: { identity } })
    }
    const params = { id, identity_id: String(action.identity.id) }
    return action.kind === 'remove'
      ? api.call('DELETE /api/v2/users/:id/identities/:identity_id', { params })
      : api.call('PUT /api/v2/users/:id/identities/:identity_id/make_primary', { params })
  })

export const useCreateOrganization = () =>
  useChange((organization: Body<'POST /api/v2/organizations'>['organization']) =>
    api.call('POST /api/v2/organizations', { body: { organization } }),
  )
export const useUpdateOrganization = (id: string) =>
  useChange((organization: OrganizationChange) =>
    api.call('PUT /api/v2/organizations/:id', { params: { id }, body: { organization } }),
  )
export const useDeleteOrganization = (id: string) =>
  useChange(() => api.call('DELETE /api/v2/organizations/:id', { params: { id } }))
