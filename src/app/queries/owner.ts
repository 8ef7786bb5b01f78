import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { orNone } from './read-all'

/** Who made a sign-in; null when the account has nobody by that id any more. */
export type Owner = { name: string; role: string; active: boolean } | null

/**
 * The user that a sign-in belongs to.
 * @param id `created_by` of the connection; empty for none
 */
export function useOwner(id: string) {
  const { zis } = useConsole()
  return useQuery<Owner, Problem>(ownerQuery(zis, id))
}

/** Several of them, by id; one that could not be read is missing. */
export function useOwners(ids: string[]): Map<string, Owner> {
  const { zis } = useConsole()
  const different = [...new Set(ids)].filter(isId)
  const found = useQueries({ queries: different.map((id) => ownerQuery(zis, id)) })
  return new Map(
    different.flatMap((id, index): Array<[string, Owner]> => {
      const owner = found[index]?.data
      return owner === undefined ? [] : [[id, owner]]
    }),
  )
}

const isId = (id: string): boolean => /^\d+$/.test(id)

const ownerQuery = (zis: ZisClient, id: string) =>
  queryOptions<Owner, Problem>({
    queryKey: ['user', id],
    enabled: isId(id),
    queryFn: () => orNone(zis.call('GET /api/v2/users/:id', { params: { id } })),
  })

/**
 * True where the person behind a sign-in no longer has the rights that its tokens rest on: left, or no
 * admin any more (zis-admin-app 13.2).
 */
export const hasLeft = (owner: Owner | undefined): boolean =>
  owner === null || (owner !== undefined && (!owner.active || owner.role !== 'admin'))
