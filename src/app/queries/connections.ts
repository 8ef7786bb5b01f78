import { useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { SafeConnection } from '../platform/edge'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { orNone, readAll } from './read-all'

/** The OAuth connections of an integration. */
export async function readConnections(zis: ZisClient, integration: string): Promise<SafeConnection[]> {
  const pages = await orNone(
    readAll((query) =>
      zis.call('GET /api/services/zis/integrations/:integration/connections/all', {
        params: { integration },
        query,
      }),
    ),
  )
  return (pages ?? []).flatMap((page) => page.oauth)
}

/** The OAuth clients of an integration: id and name, no secrets. */
export async function readClients(zis: ZisClient, integration: string) {
  const found = await orNone(
    zis.call('GET /api/services/zis/connections/oauth/clients/:integration', { params: { integration } }),
  )
  return found?.clients ?? []
}

export type OAuthClient = Awaited<ReturnType<typeof readClients>>[number]

export function useConnections(integration: string) {
  const { zis } = useConsole()
  return useQuery<SafeConnection[], Problem>({
    queryKey: ['zis', integration, 'connections'],
    queryFn: () => readConnections(zis, integration),
  })
}

export function useClients(integration: string) {
  const { zis } = useConsole()
  return useQuery<OAuthClient[], Problem>({
    queryKey: ['zis', integration, 'clients'],
    queryFn: () => readClients(zis, integration),
  })
}
