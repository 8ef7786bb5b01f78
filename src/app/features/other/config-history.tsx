import { useMutation } from '@tanstack/react-query'
import type { JsonObject } from '../../../zis/json'
import { useConsole, useReadOnly } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import type { Change } from '../../queries/change'
import { withoutChange } from '../../queries/change-log'
import { readConfig, type StoredConfig } from '../../queries/configs'
import { HistoryDrawer } from '../../settings/history-drawer'
import { useSaveSettings } from '../../settings/use-save-settings'

interface Props {
  integration: string
  stored: StoredConfig
  onClose: () => void
}

/** What was changed in a config with this app, and the way back from each change. */
export function ConfigHistory({ integration, stored, onClose }: Props) {
  const { zis } = useConsole()
  const { scope } = stored
  const { save, notLogged } = useSaveSettings(integration, scope, stored)
  // Only what the change did is taken back, from whatever is stored by then.
  const undo = useMutation<unknown, Problem, Change>({
    mutationFn: async (change) => {
      const now = await readConfig(zis, integration, scope)
      const config = withoutChange((now?.config ?? {}) as JsonObject, change)
      return save.mutateAsync({ config, isOver: true, what: 'undone' })
    },
  })
  return (
    <HistoryDrawer
      integration={integration}
      scope={scope}
      title={scope}
      schema={{}}
      isUndoing={undo.isPending}
      problem={undo.error ?? notLogged}
      onUndo={useReadOnly() ? undefined : undo.mutate}
      onClose={onClose}
    />
  )
}
