import { queryOptions, useQuery } from '@tanstack/react-query'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { orNone } from './read-all'

/** A config as stored. */
export interface StoredConfig {
  scope: string
  config: Record<string, unknown>
  updated_at: string
}

/** Reads the config of one scope; null when there is none yet. */
export async function readConfig(
  zis: ZisClient,
  integration: string,
  scope: string,
): Promise<StoredConfig | null> {
  const found = await orNone(
    zis.call('GET /api/services/zis/integrations/:integration/configs', {
      params: { integration },
      query: { 'filter[scope]': scope },
    }),
  )
  return found?.configs[0] ?? null
}

/** All configs of an integration. */
export async function readAllConfigs(zis: ZisClient, integration: string): Promise<StoredConfig[]> {
  const found: StoredConfig[] = []
  for (let after: string | undefined; ;) {
    const page = await orNone(
      zis.call('GET /api/services/zis/integrations/:integration/configs', {
        params: { integration },
        query: { 'filter[scope]': '*', 'page[size]': '100', 'page[after]': after },
      }),
    )
    found.push(...(page?.configs ?? []))
    const next = page?.meta.has_more ? page.meta.after?.toString() : undefined
    if (next === undefined || next === after) return found
    after = next
  }
}

/** The scopes of all configs of an integration. */
export const readScopes = async (zis: ZisClient, integration: string): Promise<string[]> =>
  (await readAllConfigs(zis, integration)).map(({ scope }) => scope)

export function useAllConfigs(integration: string) {
  const { zis } = useConsole()
  return useQuery<StoredConfig[], Problem>({
    queryKey: ['zis', integration, 'configs', 'all'],
    queryFn: () => readAllConfigs(zis, integration),
  })
}

export function useConfig(integration: string, scope: string) {
  const { zis } = useConsole()
  return useQuery<StoredConfig | null, Problem>({
    queryKey: ['zis', integration, 'config', scope],
    queryFn: () => readConfig(zis, integration, scope),
  })
}

export const configsQuery = (zis: ZisClient, integration: string, scopes: string[]) =>
  queryOptions<Array<StoredConfig | null>, Problem>({
    queryKey: ['zis', integration, 'configs', scopes],
    queryFn: () => Promise.all(scopes.map((scope) => readConfig(zis, integration, scope))),
  })

/** Several scopes at once, in the order asked for. */
export const useConfigs = (integration: string, scopes: string[]) =>
  useQuery(configsQuery(useConsole().zis, integration, scopes))
