import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import type { Json, JsonObject } from '../../zis/json'
import { useText } from '../platform/words'
import { Stack, Text } from '../ui/blocks'
import { DifferenceTable } from './difference-table'
import { useDifferences } from './use-differences'

interface Props {
  schema: JsonObject
  now: Json
  next: Json
  onImport: () => void
  onClose: () => void
}

/** What a file would change, before anything is taken from it (zis-admin-app 12.8). */
export function ImportDialog({ schema, now, next, onImport, onClose }: Props) {
  const t = useText()
  const rows = useDifferences(schema)(now, next)
  return (
    <Modal onClose={onClose} isLarge focusOnMount restoreFocus aria-label={t('transfer.title')}>
      <Modal.Header tag="h2">{t('transfer.title')}</Modal.Header>
      <Modal.Body>
        <Stack>
          <Text>{t(rows.length === 0 ? 'transfer.same' : 'transfer.preview')}</Text>
          {rows.length > 0 && (
            <DifferenceTable
              label={t('transfer.title')}
              before={t('transfer.now')}
              after={t('transfer.in_file')}
              rows={rows}
            />
          )}
        </Stack>
      </Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Modal.FooterItem>
        <Modal.FooterItem>
          <Button isPrimary onClick={rows.length === 0 ? onClose : onImport}>
            {t(rows.length === 0 ? 'common.close' : 'transfer.take')}
          </Button>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label={t('common.close')} />
    </Modal>
  )
}
