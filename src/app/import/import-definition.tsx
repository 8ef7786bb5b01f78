import { useText } from '../platform/words'
import { useNavigation } from '../platform/route'
import { useDrafts } from '../queries/known'
import { Text } from '../ui/blocks'
import { ImportDialog } from './import-dialog'

/** Takes a definition from files to its setup. */
export function ImportDefinition({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { go } = useNavigation()
  const { add } = useDrafts()
  return (
    <ImportDialog
      title={t('import.title')}
      action={t('home.set_up')}
      about={() => <Text>{t('import.not_kept')}</Text>}
      onTake={(entry) => {
        const { name } = add(entry)
        onClose()
        go({ page: 'install', name })
      }}
      onClose={onClose}
    />
  )
}
