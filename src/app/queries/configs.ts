import { useQuery } from '@tanstack/react-query'
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

/** The scopes of all configs of an integration. */
export async function readScopes(zis: ZisClient, integration: string): Promise<string[]> {
  const scopes: string[] = []
  for (let after: string | undefined; ;) {
    const found = await orNone(
      zis.call('GET /api/services/zis/integrations/:integration/configs', {
        params: { integration },
        query: { 'filter[scope]': '*', 'page[size]': '100', 'page[after]': after },
      }),
    )
    scopes.push(...(found?.configs ?? []).map(({ scope }) => scope))
    const next = found?.meta.has_more ? found.meta.after?.toString() : undefined
    if (next === undefined || next === after) return scopes
    after = next
  }
}

export function useConfig(integration: string, scope: string) {
  const { zis } = useConsole()
  return useQuery<StoredConfig | null, Problem>({
    queryKey: ['zis', integration, 'config', scope],
    queryFn: () => readConfig(zis, integration, scope),
  })
}

/** Several scopes at once, in the order asked for. */
export function useConfigs(integration: string, scopes: string[]) {
  const { zis } = useConsole()
  return useQuery<Array<StoredConfig | null>, Problem>({
    queryKey: ['zis', integration, 'configs', scopes],
    queryFn: () => Promise.all(scopes.map((scope) => readConfig(zis, integration, scope))),
  })
}
