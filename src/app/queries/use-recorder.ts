import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useConsole } from '../platform/console'
import { toProblem } from '../platform/problem'
import { useText } from '../platform/words'
import type { Change, ChangeKind } from './change'
import { appendChange, changeLogScope, recordsSettled } from './change-log'

/** What is done to what. */
export interface Deed {
  what: ChangeKind
  /** Its name; for what concerns the whole integration its key. */
  scope: string
}

type Result = Pick<Change, 'outcome' | 'left' | 'problem'>

export interface Recorder {
  /** Records what was done, after it was. It waits for nothing and never fails; what is not recorded is told. */
  keep(deed: Deed, result: Result): void
  /**
   * Does something and records how it went.
   *
   * @param left names what was not done though nothing failed; what comes back all the same counts as done
   * @throws what the work throws
   */
  run<T>(deed: Deed, work: () => Promise<T>, left?: (result: T) => string[]): Promise<T>
  /** Resolves when all that was to be recorded is, or could not be. */
  settled(): Promise<void>
}

/** The one way in which a change made with this app gets into the activity of an integration. */
export function useRecorder(integration: string): Recorder {
  const recorderOf = useRecorders()
  return useMemo(() => recorderOf(integration), [recorderOf, integration])
}

/** For where the integration is known only by the time of the change. */
export function useRecorders(): (integration: string) => Recorder {
  const { zis, frame } = useConsole()
  const t = useText()
  const queries = useQueryClient()
  return useCallback(
    (integration: string) => {
      const keep: Recorder['keep'] = (deed, result) => {
        const entry = { who: frame.user.name, at: new Date().toISOString(), ...deed, ...result }
        void appendChange(zis, integration, entry).then(
          () => queries.invalidateQueries({ queryKey: ['zis', integration, 'config', changeLogScope] }),
          () => {
            // A change that failed was told already, and left nothing behind that had to be recorded.
            if (result.outcome === 'failed') return
            frame.notify(t('activity.not_recorded', { name: t(`activity.what.${deed.what}`) }), 'error')
          },
        )
      }
      return {
        keep,
        async run(deed, work, left = () => []) {
          try {
            const result = await work()
            const names = left(result)
            keep(deed, names.length === 0 ? { outcome: 'done' } : { outcome: 'partly', left: names })
            return result
          } catch (thrown) {
            const { kind, status } = toProblem(thrown)
            keep(deed, { outcome: 'failed', problem: { kind, status } })
            throw thrown
          }
        },
        settled: () => recordsSettled(zis),
      }
    },
    [zis, frame, t, queries],
  )
}
