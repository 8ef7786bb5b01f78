import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { SafeAnswer } from '../platform/edge'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { orNone } from './read-all'

export type LinkPage = SafeAnswer<'GET /api/services/zis/links/:integration'>
export type Link = LinkPage['links'][number]

/** What links are looked for by: a type, and the two names, in which `*` stands for anything. */
export interface LinkSearch {
  link_type: string
  left: string
  right: string
}

const pageSize = '50'

/** One page of the links that match. ZIS wants at least one of the two names (zis-api 6.1). */
export async function findLinks(
  zis: ZisClient,
  integration: string,
  { link_type, left, right }: LinkSearch,
  after: string | undefined,
): Promise<LinkPage> {
  const found = await orNone(
    zis.callAsIntegration('GET /api/services/zis/links/:integration', {
      params: { integration },
      query: {
        link_type,
        left_object_name: left || (right ? undefined : '*'),
        right_object_name: right || undefined,
        'page[size]': pageSize,
        'page[after]': after,
      },
    }),
  )
  return found ?? { links: [], meta: { after: '', before: '', has_more: false } }
}

/** Deletes one link; one that is gone already is no problem. */
export async function deleteLink(zis: ZisClient, integration: string, link: Link): Promise<void> {
  await orNone<unknown>(
    zis.callAsIntegration('DELETE /api/services/zis/links/:integration', {
      params: { integration },
      query: {
        link_type: link.link_type,
        left_object_name: link.left_object.name,
        right_object_name: link.right_object.name,
      },
    }),
  )
}

export function useLinks(integration: string, search: LinkSearch | undefined, after: string | undefined) {
  const { zis } = useConsole()
  return useQuery<LinkPage, Problem>({
    queryKey: ['zis', integration, 'links', search, after],
    enabled: search !== undefined,
    queryFn: () => findLinks(zis, integration, search!, after),
  })
}
