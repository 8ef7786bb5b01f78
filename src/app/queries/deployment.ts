import { queryOptions, useQuery } from '@tanstack/react-query'
import type { JsonObject } from '../../zis/json'
import { useConsole } from '../platform/console'
import { formatName } from '../../zis/names'
import { Problem } from '../platform/problem'
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

/**
 * Installs or uninstalls job specs, one after another, then reads the registry back: a write that was
 * answered with success proves nothing (zis-admin-app D2).
 *
 * @returns the names that are not as asked for
 * @throws {Problem}
 */
export async function switchJobSpecs(
  zis: ZisClient,
  integration: string,
  names: string[],
  isOn: boolean,
): Promise<string[]> {
  for (const name of names) await switchJobSpec(zis, integration, name, isOn)
  const installed = (await readJobSpecs(zis, integration)).filter((spec) => spec.installed)
  return names.filter((name) => installed.some((spec) => spec.name === name) !== isOn)
}

async function switchJobSpec(
  zis: ZisClient,
  integration: string,
  name: string,
  isOn: boolean,
): Promise<void> {
  const query = { job_spec_name: fullName(integration, name) }
  if (isOn) {
    await zis
      .call('POST /api/services/zis/registry/job_specs/install', { query })
      .catch((thrown: unknown) => {
        // One that is installed already may be answered with 409; reading back decides.
        if (!(thrown instanceof Problem && thrown.kind === 'conflict')) throw thrown
      })
  } else {
    await orNone(zis.call('DELETE /api/services/zis/registry/job_specs/install', { query }))
  }
}

/** The name by which a job spec is installed and uninstalled. */
const fullName = (integration: string, name: string): string =>
  name.startsWith('zis:') ? name : formatName({ integration, kind: 'job_spec', name })

/** The bundles of an integration with their content. */
export async function readBundles(zis: ZisClient, integration: string): Promise<StoredBundle[]> {
  const pages = await orNone(
    readAll((query) =>
      zis.call('GET /api/services/zis/registry/:integration/bundles', { params: { integration }, query }),
    ),
  )
  return Promise.all(
    (pages ?? [])
      .flatMap((page) => page.bundles)
      .map(({ uuid }) =>
        zis.call('GET /api/services/zis/registry/:integration/bundles/:uuid', {
          params: { integration, uuid },
        }),
      ),
  ) as Promise<unknown> as Promise<StoredBundle[]>
}

/** A bundle as the registry holds it. */
export type StoredBundle = JsonObject & { uuid: string; name: string }

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

export const jobSpecsQuery = (zis: ZisClient, integration: string) =>
  queryOptions<JobSpec[], Problem>({
    queryKey: ['zis', integration, 'job_specs'],
    queryFn: () => readJobSpecs(zis, integration),
  })

export const useJobSpecs = (integration: string) => useQuery(jobSpecsQuery(useConsole().zis, integration))

export function useBundles(integration: string) {
  const { zis } = useConsole()
  return useQuery<StoredBundle[], Problem>({
    queryKey: ['zis', integration, 'bundles'],
    queryFn: () => readBundles(zis, integration),
  })
}

export const bundleQuery = (zis: ZisClient, integration: string, name: string) =>
  queryOptions<JsonObject | null, Problem>({
    queryKey: ['zis', integration, 'bundle', name],
    queryFn: () => readBundle(zis, integration, name),
  })

export const useBundle = (integration: string, name: string) =>
  useQuery(bundleQuery(useConsole().zis, integration, name))
