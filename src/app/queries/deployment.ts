import { useQuery } from '@tanstack/react-query'
import type { JsonObject } from '../../zis/json'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { orNone, readAll } from './read-all'

/** The job specs of an integration, installed or not. */
export async function readJobSpecs(zis: ZisClient, integration: string) {
  const pages = await orNone(
    readAll((query) =>
      zis.call('GET /api/services/zis/registry/:integration/job_specs', { params: { integration }, query }),
    ),
  )
  return (pages ?? []).flatMap((page) => page.job_specs)
}

export type JobSpec = Awaited<ReturnType<typeof readJobSpecs>>[number]

/** The bundle of a name as the registry holds it; null when there is none. */
export async function readBundle(
  zis: ZisClient,
  integration: string,
  name: string,
): Promise<JsonObject | null> {
  const pages = await orNone(
    readAll((query) =>
      zis.call('GET /api/services/zis/registry/:integration/bundles', { params: { integration }, query }),
    ),
  )
  const uuid = (pages ?? []).flatMap((page) => page.bundles).find((bundle) => bundle.name === name)?.uuid
  if (uuid === undefined) return null
  const bundle = await zis.call('GET /api/services/zis/registry/:integration/bundles/:uuid', {
    params: { integration, uuid },
  })
  return bundle as unknown as JsonObject
}

export function useJobSpecs(integration: string) {
  const { zis } = useConsole()
  return useQuery<JobSpec[], Problem>({
    queryKey: ['zis', integration, 'job_specs'],
    queryFn: () => readJobSpecs(zis, integration),
  })
}

export function useBundle(integration: string, name: string) {
  const { zis } = useConsole()
  return useQuery<JsonObject | null, Problem>({
    queryKey: ['zis', integration, 'bundle', name],
    queryFn: () => readBundle(zis, integration, name),
  })
}
