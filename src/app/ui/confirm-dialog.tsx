import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import type { ReactNode } from 'react'
import { useText } from '../platform/words'
import { BusyLabel } from './busy-label'

interface Props {
  title: string
  /** What happens, in sentences. */
  children: ReactNode
  /** The label of the button that does it; usually the words of the title. */
  action: string
  isBusy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** The question before something that cannot be taken back. */
export function ConfirmDialog({ title, children, action, isBusy = false, onConfirm, onClose }: Props) {
  const t = useText()
  const close = () => {
    if (!isBusy) onClose()
  }
  return (
    <Modal onClose={close} focusOnMount restoreFocus aria-label={title}>
      <Modal.Header isDanger tag="h2">
        {title}
      </Modal.Header>
      <Modal.Body>{children}</Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={close}>
            {t('common.cancel')}
          </Button>
        </Modal.FooterItem>
        <Modal.FooterItem>
          <Button isPrimary isDanger onClick={isBusy ? undefined : onConfirm}>
            <BusyLabel isBusy={isBusy} busyLabel={t('common.loading')}>
              {action}
            </BusyLabel>
          </Button>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label={t('common.close')} />
    </Modal>
  )
}
