import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@zendeskgarden/react-buttons'
import { Checkbox, Field } from '@zendeskgarden/react-forms'
import { Dots } from '@zendeskgarden/react-loaders'
import { Modal } from '@zendeskgarden/react-modals'
import { Alert } from '@zendeskgarden/react-notifications'
import { useRef, useState } from 'react'
import type { WebhookDefinition } from '../../../zis/definition'
import { useConsole } from '../../platform/console'
import { toProblem, type Problem } from '../../platform/problem'
import { useUnsaved } from '../../platform/route'
import { useText } from '../../platform/words'
import { useRecorder } from '../../queries/use-recorder'
import { deleteWebhook, type NewWebhook } from '../../queries/webhooks'
import { AlertButtons, Stack, Text } from '../../ui/blocks'
import { CopyField } from '../../ui/copy-field'
import { ProblemAlert } from '../../ui/problem-alert'
import { SendSample } from './send-sample'
import { FieldMessage } from '../../ui/field-message'

/** A webhook just made, with what is said about it this once. */
export interface Shown {
  webhook: NewWebhook
  /** Its uuid stands in our record, so that it is found later even where ZIS lists none. */
  isKept: boolean
  definition: WebhookDefinition | undefined
  /** The uuid of the one that it takes the place of. */
  replaces: string | undefined
}

interface Props {
  integration: string
  shown: Shown
  onClose: () => void
}

/** Address and credentials of a new webhook, shown this once; a sample can be sent while they are here. */
export function CredentialsDialog({ integration, shown, onClose }: Props) {
  const { webhook, isKept, definition, replaces } = shown
  const t = useText()
  const { zis, frame } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const [isLeaving, setLeaving] = useState(false)
  const [isSwitched, setSwitched] = useState(false)
  const switchedBox = useRef<HTMLInputElement>(null)
  const [isMissing, setMissing] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  useUnsaved(true, { title: t('webhooks.leaving_title'), text: t('webhooks.leaving_text') })
  const title = t(replaces ? 'webhooks.rotated_title' : 'webhooks.created_title')

  const deleteOld = async (uuid: string) => {
    if (isBusy) return
    setMissing(!isSwitched)
    if (!isSwitched) {
      // It may be out of sight, far below the values.
      switchedBox.current?.focus()
      return
    }
    setBusy(true)
    try {
      const { source_system, event_type } = webhook
      await recorder.run({ what: 'webhook_deleted', scope: `${source_system}, ${event_type}` }, () =>
        deleteWebhook(zis, integration, uuid),
      )
      await queries.invalidateQueries({ queryKey: ['zis', integration, 'webhooks'] })
      frame.notify(t('webhooks.rotated'))
      onClose()
    } catch (thrown) {
      setProblem(toProblem(thrown))
      setBusy(false)
    }
  }

  return (
    // A slip of the Escape key must not lose what is never shown again.
    <Modal isLarge onClose={() => setLeaving(true)} focusOnMount restoreFocus aria-label={title}>
      <Modal.Header tag="h2">{title}</Modal.Header>
      <Modal.Body tabIndex={0}>
        <Stack>
          <Alert type="warning">
            <Alert.Title>{t('webhooks.once_title')}</Alert.Title>
            <Alert.Paragraph>{t('webhooks.once_text')}</Alert.Paragraph>
          </Alert>
          {definition && <Text>{definition.tell_sender}</Text>}
          <CopyField label={t('webhooks.address')} value={frame.hostOrigin + webhook.path} />
          <CopyField label={t('webhooks.username')} value={webhook.username} />
          <CopyField label={t('webhooks.password')} value={webhook.password} />
          {!isKept && (
            <Alert type="warning" role="alert">
              <Alert.Title>{t('webhooks.not_kept_title')}</Alert.Title>
              <Alert.Paragraph>{t('webhooks.not_kept_text', { uuid: webhook.uuid })}</Alert.Paragraph>
            </Alert>
          )}
          <SendSample webhook={webhook} sample={definition?.sample} />
          {replaces && (
            <Stack $gap="sm">
              <Text>{t('webhooks.rotate_text')}</Text>
              <Field>
                <Checkbox
                  ref={switchedBox}
                  checked={isSwitched}
                  onChange={({ target }) => setSwitched(target.checked)}
                >
                  <Field.Label>{t('webhooks.switched')}</Field.Label>
                  {isMissing && !isSwitched && <FieldMessage>{t('webhooks.switched_missing')}</FieldMessage>}
                </Checkbox>
              </Field>
              {problem && <ProblemAlert title={t('webhooks.delete_failed')} problem={problem} />}
            </Stack>
          )}
          {isLeaving && (
            <Alert type="warning" role="alert">
              <Alert.Title>{t('webhooks.leaving_title')}</Alert.Title>
              <Alert.Paragraph>{t('webhooks.leaving_text')}</Alert.Paragraph>
              <AlertButtons>
                <Button size="small" autoFocus onClick={() => setLeaving(false)}>
                  {t('leave.stay')}
                </Button>
                <Button size="small" onClick={onClose}>
                  {t('common.close')}
                </Button>
              </AlertButtons>
            </Alert>
          )}
        </Stack>
      </Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isPrimary={!replaces} isBasic={Boolean(replaces)} onClick={onClose}>
            {t(replaces ? 'webhooks.keep_both' : 'webhooks.copied')}
          </Button>
        </Modal.FooterItem>
        {replaces && (
          <Modal.FooterItem>
            <Button isPrimary isDanger onClick={() => void deleteOld(replaces)}>
              {isBusy ? <Dots delayMS={0} aria-label={t('common.loading')} /> : t('webhooks.delete_old')}
            </Button>
          </Modal.FooterItem>
        )}
      </Modal.Footer>
    </Modal>
  )
}
