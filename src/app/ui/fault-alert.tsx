import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { useText } from '../platform/words'
import { AlertButtons, Stack } from './blocks'
import { CopyField } from './copy-field'
import { reload, reportOfFault } from './error-boundary'

interface Props {
  title: string
  text: string
  error: Error
  /** Absent where nothing would be left without it. */
  onClose?: () => void
}

/** A fault of ours, with a report to send on and the way to begin anew. */
export function FaultAlert({ title, text, error, onClose }: Props) {
  const t = useText()
  return (
    <Alert type="error" role="alert">
      <Stack $gap="sm">
        <div>
          <Alert.Title>{title}</Alert.Title>
          <Alert.Paragraph>{text}</Alert.Paragraph>
        </div>
        <CopyField label={t('faces.report')} value={reportOfFault(error)} />
      </Stack>
      <AlertButtons>
        <Button size="small" onClick={reload}>
          {t('faces.reload')}
        </Button>
      </AlertButtons>
      {onClose && <Alert.Close aria-label={t('common.close')} onClick={onClose} />}
    </Alert>
  )
}
