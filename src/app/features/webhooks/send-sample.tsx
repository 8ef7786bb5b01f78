import { Button } from '@zendeskgarden/react-buttons'
import { Field, Textarea } from '@zendeskgarden/react-forms'
import { Alert } from '@zendeskgarden/react-notifications'
import { useState } from 'react'
import type { JsonObject } from '../../../zis/json'
import { useConsole } from '../../platform/console'
import { toProblem, type Problem } from '../../platform/problem'
import { useText } from '../../platform/words'
import type { NewWebhook } from '../../queries/webhooks'
import { SmallHeading, Stack, Text } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { ProblemAlert } from '../../ui/problem-alert'
import { FieldMessage } from '../../ui/field-message'

type Sending = { step: 'idle' | 'sending' | 'accepted' | 'no_json' } | { step: 'failed'; problem: Problem }

/** Posts an event as the other system will, while the credentials are on the screen. */
export function SendSample({ webhook, sample }: { webhook: NewWebhook; sample: JsonObject | undefined }) {
  const t = useText()
  const { zis } = useConsole()
  const [text, setText] = useState(() => JSON.stringify(sample ?? {}, null, 2))
  const [sending, setSending] = useState<Sending>({ step: 'idle' })

  const send = async () => {
    if (sending.step === 'sending') return
    const body = parsed(text)
    if (body === undefined) return setSending({ step: 'no_json' })
    setSending({ step: 'sending' })
    setSending(
      await zis.ingest(webhook.path, webhook, body).then(
        (): Sending => ({ step: 'accepted' }),
        (thrown: unknown): Sending => ({ step: 'failed', problem: toProblem(thrown) }),
      ),
    )
  }

  return (
    <Stack $gap="sm">
      <SmallHeading>{t('webhooks.sample')}</SmallHeading>
      <Text>{t('webhooks.sample_text')}</Text>
      <Field>
        <Field.Label>{t('webhooks.sample_body')}</Field.Label>
        <Textarea
          value={text}
          isResizable
          minRows={6}
          maxRows={12}
          spellCheck={false}
          dir="ltr"
          validation={sending.step === 'no_json' ? 'error' : undefined}
          onChange={({ target }) => setText(target.value)}
        />
        {sending.step === 'no_json' && <FieldMessage>{t('webhooks.sample_wrong')}</FieldMessage>}
      </Field>
      <div>
        <Button size="small" onClick={() => void send()}>
          <BusyLabel isBusy={sending.step === 'sending'} busyLabel={t('webhooks.sending')}>
            {t('webhooks.send')}
          </BusyLabel>
        </Button>
      </div>
      {sending.step === 'accepted' && (
        <Alert type="success" role="status">
          <Alert.Title>{t('webhooks.accepted_title')}</Alert.Title>
          <Alert.Paragraph>{t('webhooks.accepted_text')}</Alert.Paragraph>
        </Alert>
      )}
      {sending.step === 'failed' && (
        <ProblemAlert
          title={t('webhooks.send_failed')}
          problem={sending.problem}
          says={sending.problem.status === 401 ? t('webhooks.send_refused') : undefined}
        />
      )}
    </Stack>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
