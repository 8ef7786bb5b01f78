import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConsole } from '../../platform/console'
import { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import type { Catalogued } from '../../queries/catalogue'
import { readBundle, readJobSpecs } from '../../queries/deployment'
import { checksum, readRecord, writeRecord } from '../../queries/record'
import {
  bundleFor,
  bundleVerdict,
  fullName,
  isGood,
  jobSpecsOf,
  jobSpecVerdict,
} from '../../state/deployment-state'
import { useTasks, type Task } from '../../tasks/use-tasks'

/**
 * Uploads the bundle, installs each of its job specs and keeps a record of it. Each task reads the
 * registry back and says what it found there: a write that was answered with success proves nothing
 * (zis-admin-app D1, D2).
 */
export function useInstall(catalogued: Catalogued, integration: string) {
  const { zis, frame } = useConsole()
  const t = useText()
  const queries = useQueryClient()
  const { states, isRunning, run } = useTasks()

  const tasks = useMemo<Task[]>(() => {
    const bundle = bundleFor(catalogued.bundle, integration)
    const name = String(bundle.name)
    const upload: Task = {
      id: 'bundle',
      title: t('rows.bundle', { name }),
      async run() {
        await zis.call('POST /api/services/zis/registry/:integration/bundles', {
          params: { integration },
          body: bundle,
        })
        const verdict = bundleVerdict(bundle, await readBundle(zis, integration, name))
        return { isGood: isGood(verdict), says: t(`verdict.${verdict}`) }
      },
    }
    const installs = jobSpecsOf(bundle).map((spec): Task => ({
      id: `job_spec:${spec.name}`,
      title: t('rows.job_spec', { name: spec.name }),
      needs: ['bundle'],
      async run() {
        await zis
          .call('POST /api/services/zis/registry/job_specs/install', {
            query: { job_spec_name: fullName(integration, spec.name) },
          })
          .catch((thrown: unknown) => {
            // One that is installed already may be answered with 409; reading back decides.
            if (!(thrown instanceof Problem && thrown.kind === 'conflict')) throw thrown
          })
        const verdict = jobSpecVerdict(spec.name, await readJobSpecs(zis, integration))
        return { isGood: isGood(verdict), says: t(`verdict.${verdict}`) }
      },
    }))
    const record: Task = {
      id: 'record',
      title: t('rows.record'),
      needs: ['bundle'],
      async run() {
        const bundle_checksum = await checksum(bundle)
        await writeRecord(zis, integration, {
          catalogue: catalogued.name,
          definition: catalogued.definition,
          bundle_checksum,
          uploaded_at: new Date().toISOString(),
          uploaded_by: frame.user.name,
        })
        const isKept = (await readRecord(zis, integration))?.bundle_checksum === bundle_checksum
        return { isGood: isKept, says: t(isKept ? 'rows.record_kept' : 'rows.record_lost') }
      },
    }
    return [upload, ...installs, record]
  }, [catalogued, integration, zis, frame, t])

  const start = async (some: Task[]) => {
    await run(some)
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['zis', integration] }),
      queries.invalidateQueries({ queryKey: ['registered'] }),
    ])
  }

  return {
    tasks,
    states,
    isRunning,
    install: () => start(tasks),
    /** An upload detaches the job specs, so after it all of them are installed again (zis-api 3.5). */
    retry: (id: string) => start(id === 'bundle' ? tasks : tasks.filter((task) => task.id === id)),
  }
}
