import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CatalogueEntry } from '../../zis/definition'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import { useText } from '../platform/words'
import type { Catalogued } from '../queries/catalogue'
import { keepImported } from '../queries/imported'
import { useRecorder } from '../queries/use-recorder'
import { Text } from '../ui/blocks'
import { ImportDialog } from './import-dialog'

interface Props {
  catalogued: Catalogued
  integration: string
  onClose: () => void
}

/**
 * Takes another version of an imported definition. What is deployed stays as it is: the overview then shows
 * what an update would change.
 */
export function ReplaceDefinition({ catalogued, integration, onClose }: Props) {
  const t = useText()
  const { zis } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const replace = useMutation<void, Problem, CatalogueEntry>({
    mutationFn: (entry) =>
      recorder.run({ what: 'replaced', scope: entry.definition.version }, () =>
        keepImported(zis, integration, entry),
      ),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['registered'] }),
        queries.invalidateQueries({ queryKey: ['zis', integration] }),
      ])
      onClose()
    },
  })
  return (
    <ImportDialog
      title={t('import.replace')}
      action={t('import.replace')}
      about={({ definition }) => (
        <Text>
          {t('import.replaces', { before: catalogued.definition.version, after: definition.version })}
        </Text>
      )}
      isBusy={replace.isPending}
      problem={replace.error}
      onTake={(entry) => replace.mutate(entry)}
      onClose={onClose}
    />
  )
}
