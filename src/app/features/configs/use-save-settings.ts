import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useConsole } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import { readConfig, type StoredConfig } from '../../queries/configs'
import { saveConfig } from '../../queries/record'

/**
 * Saves the settings of one scope. ZIS knows no conditional write, so the stored ones are read again
 * first: when somebody else saved meanwhile, the admin decides (zis-admin-app 13.5).
 */
export function useSaveSettings(integration: string, scope: string, loaded: StoredConfig | null) {
  const { zis, frame } = useConsole()
  const t = useText()
  const queries = useQueryClient()
  const [conflict, setConflict] = useState<StoredConfig>()

  const save = useMutation<
    'saved' | 'conflict',
    Problem,
    { config: Record<string, unknown>; /** Over what somebody else saved. */ isOver: boolean }
  >({
    mutationFn: async ({ config, isOver }) => {
      const stored = await readConfig(zis, integration, scope)
      if (!isOver && stored !== null && stored.updated_at !== loaded?.updated_at) {
        setConflict(stored)
        return 'conflict'
      }
      await saveConfig(zis, integration, scope, config)
      return 'saved'
    },
    onSuccess: async (outcome) => {
      if (outcome !== 'saved') return
      setConflict(undefined)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['zis', integration, 'config', scope] }),
        queries.invalidateQueries({ queryKey: ['zis', integration, 'configs'] }),
      ])
      frame.notify(t('settings.saved'))
    },
  })

  return {
    save,
    conflict,
    /** Takes the other's version as the one that was loaded. */
    forget() {
      setConflict(undefined)
      void queries.invalidateQueries({ queryKey: ['zis', integration, 'config', scope] })
    },
  }
}
