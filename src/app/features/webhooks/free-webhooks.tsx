import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { Dots } from '@zendeskgarden/react-loaders'
import { useRef, useState, type FormEvent } from 'react'
import { useUnsavedFields } from '../../platform/route'
import { useText } from '../../platform/words'
import type { Webhook } from '../../queries/webhooks'
import { Buttons, Card, Heading, Stack, Text } from '../../ui/blocks'
import { Writes } from '../../ui/writes'
import type { CreateWebhook } from './use-create-webhook'
import { WebhookTable, type RowActions } from './webhook-table'
import { FieldMessage } from '../../ui/field-message'

interface Props extends RowActions {
  rows: Webhook[]
  /** The integration names no webhooks of its own. */
  isOnly: boolean
  create: CreateWebhook
}

/** Webhooks that the integration does not name, and the way to make one for any pair. */
export function FreeWebhooks({ rows, isOnly, create, ...actions }: Props) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const title = t(isOnly ? 'webhooks.all' : 'webhooks.others')
  return (
    <Card aria-label={title}>
      <Stack $gap="sm">
        <Heading>{title}</Heading>
        <Text>{t(rows.length === 0 ? 'webhooks.none' : 'webhooks.text')}</Text>
        {rows.length > 0 && (
          <WebhookTable title={t('webhooks.of', { name: title })} rows={rows} {...actions} />
        )}
        {isOpen ? (
          <PairForm
            isBusy={create.pending !== undefined}
            onCancel={() => setOpen(false)}
            onPair={(pair) => void create.run(pair).then(() => setOpen(false))}
          />
        ) : (
          <Writes>
            <Buttons>
              <Button onClick={() => setOpen(true)}>
                {t(isOnly ? 'webhooks.create' : 'webhooks.create_any')}
              </Button>
            </Buttons>
          </Writes>
        )}
      </Stack>
    </Card>
  )
}

/** Words of an event: any text without control characters, up to 255 (zis-api 7.1). */
const isWord = (text: string): boolean => text !== '' && text.length <= 255 && !/\p{Cc}/u.test(text)

/** The sources of Zendesk's own events. */
const zendeskSources = ['support', 'sunshine']

interface FormProps {
  isBusy: boolean
  onPair: (pair: Pick<Webhook, 'source_system' | 'event_type'>) => void
  onCancel: () => void
}

function PairForm({ isBusy, onPair, onCancel }: FormProps) {
  const t = useText()
  const form = useRef<HTMLFormElement>(null)
  const source = useRef<HTMLInputElement>(null)
  const type = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState({ source: false, type: false })

  useUnsavedFields(form, isBusy)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    const pair = { source_system: source.current!.value.trim(), event_type: type.current!.value.trim() }
    const found = {
      source: !isWord(pair.source_system) || zendeskSources.includes(pair.source_system),
      type: !isWord(pair.event_type),
    }
    setWrong(found)
    if (found.source) source.current!.focus()
    else if (found.type) type.current!.focus()
    else onPair(pair)
  }

  return (
    <form ref={form} onSubmit={submit} noValidate aria-label={t('webhooks.create')}>
      <Stack $gap="sm">
        <Field>
          <Field.Label>{t('webhooks.source_system')}</Field.Label>
          <Field.Hint>{t('webhooks.source_hint')}</Field.Hint>
          <Input ref={source} autoFocus autoComplete="off" validation={wrong.source ? 'error' : undefined} />
          {wrong.source && <FieldMessage>{t('webhooks.source_wrong')}</FieldMessage>}
        </Field>
        <Field>
          <Field.Label>{t('webhooks.event_type')}</Field.Label>
          <Field.Hint>{t('webhooks.type_hint')}</Field.Hint>
          <Input ref={type} autoComplete="off" validation={wrong.type ? 'error' : undefined} />
          {wrong.type && <FieldMessage>{t('webhooks.type_wrong')}</FieldMessage>}
        </Field>
        <Buttons>
          <Button isBasic onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" isPrimary>
            {isBusy ? <Dots delayMS={0} aria-label={t('webhooks.creating')} /> : t('webhooks.create')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  )
}
