import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConsole } from '../platform/console'
import { useText } from '../platform/words'
import type { Catalogued } from '../queries/catalogue'
import { readBundle, readJobSpecs, switchJobSpecs } from '../queries/deployment'
import { checksum, readRecord, saveRecord } from '../queries/record'
import { useRecorder } from '../queries/use-recorder'
import { bundleVerdict, isGood, jobSpecVerdict } from '../state/deployment-state'
import type { Deployment } from './deployment'
import { resultOf, useTasks, wentWell, type Task } from '../tasks/use-tasks'

/**
 * Uploads a bundle, installs job specs and keeps a record of it. Each task reads the registry back and
 * says what it found there: a write that was answered with success proves nothing (zis-admin-app D1, D2).
 */
export function useDeploy(
  catalogued: Catalogued,
  integration: string,
  deployment: Deployment,
  what: 'installed' | 'updated' | 'update_undone',
) {
  const { zis, frame } = useConsole()
  const t = useText()
  const queries = useQueryClient()
  const { states, isRunning, run } = useTasks()
  const recorder = useRecorder(integration)

  const tasks = useMemo<Task[]>(() => {
    const { bundle, on, off = [] } = deployment
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
    const switches = (names: string[], isOn: boolean) =>
      names.map((spec): Task => ({
        id: `job_spec:${spec}`,
        title: t('rows.job_spec', { name: spec }),
        ...(isOn ? { needs: ['bundle'] } : {}),
        async run() {
          await switchJobSpecs(zis, integration, [spec], isOn)
          const verdict = jobSpecVerdict(spec, await readJobSpecs(zis, integration))
          return { isGood: isGood(verdict) === isOn, says: t(`verdict.${verdict}`) }
        },
      }))
    const record: Task = {
      id: 'record',
      title: t('rows.record'),
      needs: ['bundle'],
      async run() {
        const bundle_checksum = await checksum(bundle)
        // All job specs are on now, so there is nothing left to resume.
        await saveRecord(zis, integration, ({ paused: _paused, ...record }) => ({
          ...record,
          catalogue: catalogued.name,
          definition: catalogued.written,
          bundle_checksum,
          uploaded_at: new Date().toISOString(),
          uploaded_by: frame.user.name,
        }))
        const isKept = (await readRecord(zis, integration))?.bundle_checksum === bundle_checksum
        return { isGood: isKept, says: t(isKept ? 'rows.record_kept' : 'rows.record_lost') }
      },
    }
    return [...switches(off, false), upload, ...switches(on, true), record]
  }, [catalogued, integration, deployment, zis, frame, t])

  const start = async (some: Task[]) => {
    recorder.keep({ what, scope: String(deployment.bundle.name) }, resultOf(some, await run(some)))
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['zis', integration] }),
      queries.invalidateQueries({ queryKey: ['registered'] }),
    ])
  }

  return {
    tasks,
    states,
    isRunning,
    deploy: () => start(tasks),
    /** An upload detaches the job specs, so after it all of them are installed again (zis-api 3.5). */
    retry: (id: string) => start(id === 'bundle' ? tasks : tasks.filter((task) => task.id === id)),
    /** Everything that did not go well, once more. */
    retryFailed: () =>
      start(wentWell(states['bundle']) ? tasks.filter(({ id }) => !wentWell(states[id])) : tasks),
  }
}
