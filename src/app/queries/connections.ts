import { queryOptions, useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { AnyConnection } from '../platform/edge'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { orNone, readAll } from './read-all'

/** The connections of an integration, of all four kinds, by name. */
export async function readConnections(zis: ZisClient, integration: string): Promise<AnyConnection[]> {
  const pages = await orNone(
    readAll((query) =>
      zis.call('GET /api/services/zis/integrations/:integration/connections/all', {
        params: { integration },
        query,
      }),
    ),
  )
  return (pages ?? [])
    .flatMap((page) => [...page.oauth, ...page.api_key, ...page.basic_auth, ...page.bearer_token])
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** Deletes a connection of any kind; one that is gone already is no problem. */
export async function deleteConnection(
  zis: ZisClient,
  integration: string,
  { kind, name }: Pick<AnyConnection, 'kind' | 'name'>,
): Promise<void> {
  await orNone<unknown>(
    kind === 'oauth'
      ? zis.call('DELETE /api/services/zis/connections/:integration', {
          params: { integration },
          query: { name },
        })
      : zis.call(`DELETE /api/services/zis/integrations/:integration/connections/${kind}/:name`, {
          params: { integration, name },
        }),
  )
}

/** The OAuth clients of an integration: id and name, no secrets. */
export async function readClients(zis: ZisClient, integration: string) {
  const found = await orNone(
    zis.call('GET /api/services/zis/connections/oauth/clients/:integration', { params: { integration } }),
  )
  return found?.clients ?? []
}

export type OAuthClient = Awaited<ReturnType<typeof readClients>>[number]

export const connectionsQuery = (zis: ZisClient, integration: string) =>
  queryOptions<AnyConnection[], Problem>({
    queryKey: ['zis', integration, 'connections'],
    queryFn: () => readConnections(zis, integration),
  })

export const useConnections = (integration: string) =>
  useQuery(connectionsQuery(useConsole().zis, integration))

export function useClients(integration: string) {
  const { zis } = useConsole()
  return useQuery<OAuthClient[], Problem>({
    queryKey: ['zis', integration, 'clients'],
    queryFn: () => readClients(zis, integration),
  })
}
