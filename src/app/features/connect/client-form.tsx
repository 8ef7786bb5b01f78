import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useRef, useState, type FormEvent } from 'react'
import type { OAuthClientDefinition, OAuthConnectionDefinition } from '../../../zis/definition'
import { useConsole } from '../../platform/console'
import type { Problem } from '../../platform/problem'
import { useUnsavedFields } from '../../platform/route'
import { useText } from '../../platform/words'
import type { OAuthClient } from '../../queries/connections'
import { useRecorder } from '../../queries/use-recorder'
import { Buttons, SmallHeading, Stack, Text } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { CopyField } from '../../ui/copy-field'
import { ProblemAlert } from '../../ui/problem-alert'
import { FieldMessage } from '../../ui/field-message'

/** The one address to which every provider sends the browser back (zis-api 4.7). */
const redirectUrl = 'https://zis.zendesk.com/api/services/zis/connections/oauth/callback'

interface Props {
  integration: string
  system: string
  definition: OAuthClientDefinition
  grantType: OAuthConnectionDefinition['grant_type']
  /** The client that is registered already, to be changed. */
  client: OAuthClient | undefined
  isPrimary: boolean
  onDone: () => void
  onCancel: (() => void) | undefined
}

/**
 * The app of the other system that ZIS signs in with: id and secret, entered once. The secret goes from
 * its field into one call and is in no state of ours.
 */
export function ClientForm({
  integration,
  system,
  definition,
  grantType,
  client,
  isPrimary,
  onDone,
  onCancel,
}: Props) {
  const t = useText()
  const { zis } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const form = useRef<HTMLFormElement>(null)
  const id = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState({ id: false, secret: false })

  const save = useMutation<void, Problem, void>({
    mutationFn: async () => {
      const credentials = { client_id: id.current!.value.trim(), client_secret: secret.current!.value }
      secret.current!.value = ''
      await recorder.run({ what: 'client', scope: definition.name }, () => send(credentials))
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['zis', integration, 'clients'] })
      onDone()
    },
  })

  useUnsavedFields(form, save.isPending)

  const send = async (credentials: { client_id: string; client_secret: string }) => {
    if (client) {
      await zis.call('PATCH /api/services/zis/connections/oauth/clients/:integration/:uuid', {
        params: { integration, uuid: client.uuid },
        body: credentials,
      })
    } else {
      const { name, auth_url, token_url, default_scopes } = definition
      await zis.call('POST /api/services/zis/connections/oauth/clients/:integration', {
        params: { integration },
        body: { name, auth_url, token_url, default_scopes, grant_type: grantType, ...credentials },
      })
    }
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const found = { id: !id.current!.value.trim(), secret: !secret.current!.value }
    setMissing(found)
    if (found.id) id.current!.focus()
    else if (found.secret) secret.current!.focus()
    else save.mutate()
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      autoComplete="off"
      aria-label={t('client.title', { name: system })}
    >
      <Stack $gap="sm">
        <SmallHeading>{t('client.title', { name: system })}</SmallHeading>
        <Text>{definition.how_to_get}</Text>
        {grantType !== 'client_credentials' && (
          <CopyField label={t('client.redirect_url')} hint={t('client.redirect_hint')} value={redirectUrl} />
        )}
        <Field>
          <Field.Label>{t('client.id')}</Field.Label>
          <Input
            ref={id}
            autoComplete="off"
            spellCheck={false}
            defaultValue={client?.client_id}
            validation={missing.id ? 'error' : undefined}
          />
          {missing.id && <FieldMessage>{t('client.id_missing')}</FieldMessage>}
        </Field>
        <Field>
          <Field.Label>{t('client.secret')}</Field.Label>
          <Field.Hint>{t('client.secret_hint')}</Field.Hint>
          <Input
            ref={secret}
            type="password"
            autoComplete="off"
            validation={missing.secret ? 'error' : undefined}
          />
          {missing.secret && <FieldMessage>{t('client.secret_missing')}</FieldMessage>}
        </Field>
        {save.isError && <ProblemAlert title={t('client.failed')} problem={save.error} />}
        <Buttons>
          {onCancel && (
            <Button isBasic onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
          <Button type="submit" isPrimary={isPrimary}>
            <BusyLabel isBusy={save.isPending} busyLabel={t('common.saving')}>
              {t('client.save')}
            </BusyLabel>
          </Button>
        </Buttons>
      </Stack>
    </form>
  )
}
