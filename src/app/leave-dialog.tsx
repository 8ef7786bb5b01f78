import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import type { Question } from './platform/route'
import { useText } from './platform/words'

interface Props {
  question: Question
  onLeave: () => void
  onStay: () => void
}

/** Asked before a page is left that would lose something. */
export function LeaveDialog({ question, onLeave, onStay }: Props) {
  const t = useText()
  return (
    <Modal onClose={onStay} focusOnMount restoreFocus>
      <Modal.Header tag="h2">{question.title ?? t('leave.title')}</Modal.Header>
      <Modal.Body>{question.text ?? t('leave.text')}</Modal.Body>
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
