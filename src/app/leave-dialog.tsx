import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import { useText } from './platform/words'

/** Asked before a page with unsaved changes is left. */
export function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const t = useText()
  return (
    <Modal onClose={onStay} focusOnMount restoreFocus>
      <Modal.Header tag="h2">{t('leave.title')}</Modal.Header>
      <Modal.Body>{t('leave.text')}</Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={onLeave}>
            {t('leave.leave')}
          </Button>
        </Modal.FooterItem>
        <Modal.FooterItem>
          <Button isPrimary onClick={onStay}>
            {t('leave.stay')}
          </Button>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label={t('common.close')} />
    </Modal>
  )
}
