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

/** A connection of any kind, with what may be shown of it. */
export interface AnyConnection {
  kind: 'oauth' | 'api_key' | 'basic_auth' | 'bearer_token'
  name: string
  allowed_domain?: string
  oauth?: SafeConnection
}

/** The connections of an integration, of all four kinds. */
async function readAllConnections(zis: ZisClient, integration: string): Promise<AnyConnection[]> {
  const pages = await orNone(
    readAll((query) =>
      zis.call('GET /api/services/zis/integrations/:integration/connections/all', {
        params: { integration },
        query,
      }),
    ),
  )
  return (pages ?? []).flatMap((page) => [
    ...page.oauth.map((oauth): AnyConnection => ({ kind: 'oauth', name: oauth.name, oauth })),
    ...(['api_key', 'basic_auth', 'bearer_token'] as const).flatMap((kind) =>
      page[kind].map((connection): AnyConnection => ({ kind, ...connection })),
    ),
  ])
}

export function useAllConnections(integration: string) {
  const { zis } = useConsole()
  return useQuery<AnyConnection[], Problem>({
    queryKey: ['zis', integration, 'connections', 'all'],
    queryFn: () => readAllConnections(zis, integration),
  })
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
