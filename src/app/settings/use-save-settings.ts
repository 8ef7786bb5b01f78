import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Json, JsonObject } from '../../zis/json'
import { useConsole } from '../platform/console'
import { toProblem, type Problem } from '../platform/problem'
import { useText } from '../platform/words'
import { appendChange } from '../queries/change-log'
import type { ChangeKind } from '../queries/change'
import { readConfig, type StoredConfig } from '../queries/configs'
import { saveConfig } from '../queries/record'
import { useRecorder } from '../queries/use-recorder'
import { knownNames } from '../schema-form/expand'
import { sameJson } from '../schema-form/path'

interface Save {
  config: JsonObject
  /** Over what somebody else saved. */
  isOver?: boolean
  /** What it is in the history. */
  what?: Extract<ChangeKind, 'saved' | 'undone' | 'imported'>
}

/**
 * Saves the settings of one scope, and keeps in the history what was changed. ZIS knows no conditional
 * write, so the stored ones are read again first: when somebody else saved meanwhile, the admin decides
 * (zis-admin-app 13.5). Keys that no field knows are the flows' own: theirs are kept as they are by then.
 *
 * @param schema of the settings; undefined when every key is the admin's
 */
export function useSaveSettings(
  integration: string,
  scope: string,
  loaded: StoredConfig | null,
  schema?: JsonObject,
) {
  const { zis, frame } = useConsole()
  const t = useText()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const [conflict, setConflict] = useState<StoredConfig>()
  const [notLogged, setNotLogged] = useState<Problem>()

  const save = useMutation<'saved' | 'conflict', Problem, Save>({
    mutationFn: async ({ config, isOver = false, what = 'saved' }) => {
      const stored = await readConfig(zis, integration, scope)
      const known = schema && knownNames(schema, schema)
      const part = (document: Record<string, unknown> | undefined, isKnown: boolean) =>
        Object.fromEntries(
          Object.entries(document ?? {}).filter(
            ([key]) => (known === undefined || known.has(key)) === isKnown,
          ),
        )
      // Times have whole seconds, in which two admins can save: only the values tell.
      if (!isOver && stored !== null && !sameJson(part(stored.config, true), part(loaded?.config, true))) {
        setConflict(stored)
        return 'conflict'
      }
      const flows = stored === null ? part(config, false) : part(stored.config, false)
      const next = { ...flows, ...part(config, true) }
      await saveConfig(zis, integration, scope, next).catch((thrown: unknown) => {
        const { kind, status } = toProblem(thrown)
        recorder.keep({ what, scope }, { outcome: 'failed', problem: { kind, status } })
        throw thrown
      })
      const change = {
        who: frame.user.name,
        what,
        scope,
        outcome: 'done' as const,
        before: stored?.config as Json,
        after: next as Json,
      }
      setNotLogged(undefined)
      // The settings are saved by now: that the history is not kept is told, and takes nothing back.
      if (!sameJson(stored?.config, next))
        await appendChange(zis, integration, change).catch((thrown: unknown) =>
          setNotLogged(toProblem(thrown)),
        )
      return 'saved'
    },
    onSuccess: async (outcome) => {
      if (outcome !== 'saved') return
      setConflict(undefined)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['zis', integration, 'config'] }),
        queries.invalidateQueries({ queryKey: ['zis', integration, 'configs'] }),
      ])
      frame.notify(t('settings.saved'))
    },
  })

  return {
    save,
    conflict,
    /** Why the history does not have the last save. */
    notLogged,
    /** Takes the other's version as the one that was loaded. */
    forget() {
      setConflict(undefined)
      void queries.invalidateQueries({ queryKey: ['zis', integration, 'config', scope] })
    },
  }
}
