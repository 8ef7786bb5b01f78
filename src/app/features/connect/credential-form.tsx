import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useRef, useState, type FormEvent } from 'react'
import type { TypedConnectionDefinition } from '../../../zis/definition'
import { useConsole } from '../../platform/console'
import type { AnyConnection } from '../../platform/edge'
import type { Problem } from '../../platform/problem'
import { useUnsavedFields } from '../../platform/route'
import { useText } from '../../platform/words'
import { useRecorder } from '../../queries/use-recorder'
import { Buttons, Stack, Subtle, Text } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { ProblemAlert } from '../../ui/problem-alert'
import { isHost } from './host'
import { isOtherAccount, saveCredential, secretOf, type Credential } from './save-credential'
import { FieldMessage } from '../../ui/field-message'

interface Props {
  /** Its name is the connection's own. */
  definition: TypedConnectionDefinition
  integration: string
  /** The one that is changed; undefined for a new one. */
  connection: AnyConnection | undefined
  isPrimary: boolean
  onDone: () => void
  onCancel: (() => void) | undefined
}

type FieldName = 'username' | 'secret' | 'domain'

/** The credential of one system. The secret goes from its field into one call and is in no state of ours. */
export function CredentialForm({ definition, integration, connection, isPrimary, onDone, onCancel }: Props) {
  const t = useText()
  const { zis } = useConsole()
  const queries = useQueryClient()
  const recorder = useRecorder(integration)
  const { kind, title } = definition
  const before = connection?.kind === 'oauth' ? undefined : connection
  const form = useRef<HTMLFormElement>(null)
  const [wrong, setWrong] = useState<FieldName[]>([])
  const [isAsking, setAsking] = useState(false)

  const input = (name: FieldName) => form.current?.elements.namedItem(name) as HTMLInputElement | null
  const read = (): Credential => {
    const name = definition.name
    const secret = input('secret')?.value ?? ''
    const allowed_domain = definition.allowed_domain ?? input('domain')?.value.trim().toLowerCase() ?? ''
    if (definition.kind === 'bearer_token')
      return { kind: 'bearer_token', name, allowed_domain, token: secret }
    if (definition.kind === 'basic_auth') {
      const username = input('username')?.value.trim() ?? ''
      return { kind: 'basic_auth', name, allowed_domain, username, password: secret }
    }
    return { kind: 'api_key', name, allowed_domain, header_name: definition.header_name, api_key: secret }
  }

  const save = useMutation<void, Problem, void>({
    mutationFn: async () => {
      const credential = read()
      input('secret')!.value = ''
      const deed = { what: connection ? 'changed' : 'connected', scope: definition.name } as const
      await recorder
        .run(deed, () => saveCredential(zis, integration, credential, connection))
        .finally(() => queries.invalidateQueries({ queryKey: ['zis', integration, 'connections'] }))
    },
    onSuccess: onDone,
  })

  useUnsavedFields(form, save.isPending)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const typed = read()
    const found = (['username', 'secret', 'domain'] as const).filter((name) => {
      const field = input(name)
      if (field === null) return false
      return name === 'domain' ? !isHost(typed.allowed_domain) : field.value.trim() === ''
    })
    setWrong(found)
    if (found[0]) input(found[0])?.focus()
    else if (before && isOtherAccount(before, typed)) setAsking(true)
    else save.mutate()
  }

  const message = (name: FieldName, text: string) =>
    wrong.includes(name) && <FieldMessage>{text}</FieldMessage>
  const validation = (name: FieldName) => (wrong.includes(name) ? 'error' : undefined)

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      autoComplete="off"
      aria-label={t('credential.form', { name: title })}
    >
      <Stack $gap="sm">
        <Text>{definition.how_to_get}</Text>
        {kind === 'basic_auth' && (
          <Field>
            <Field.Label>{t('credential.username')}</Field.Label>
            <Input
              name="username"
              autoComplete="off"
              spellCheck={false}
              defaultValue={before?.username}
              validation={validation('username')}
            />
            {message('username', t('credential.username_missing'))}
          </Field>
        )}
        <Field>
          <Field.Label>{t(`credential.${secretOf[kind]}`)}</Field.Label>
          <Field.Hint>{t('credential.hint')}</Field.Hint>
          <Input name="secret" type="password" autoComplete="off" validation={validation('secret')} />
          {message('secret', t(`credential.${secretOf[kind]}_missing`))}
        </Field>
        {definition.allowed_domain === undefined ? (
          <Field>
            <Field.Label>{t('credential.domain')}</Field.Label>
            <Field.Hint>{t('credential.domain_hint')}</Field.Hint>
            <Input
              name="domain"
              autoComplete="off"
              spellCheck={false}
              defaultValue={before?.allowed_domain}
              validation={validation('domain')}
            />
            {message('domain', t('credential.domain_wrong'))}
          </Field>
        ) : (
          <Subtle>{t('credential.domain_fixed', { domain: definition.allowed_domain })}</Subtle>
        )}
        {connection && <Subtle>{t('credential.gap')}</Subtle>}
        {save.isError && (
          <ProblemAlert
            title={t('credential.failed', { name: title })}
            problem={save.error}
            says={
              save.error.kind === 'conflict'
                ? t('credential.name_taken', { name: definition.name })
                : undefined
            }
          />
        )}
        <Buttons>
          {onCancel && (
            <Button isBasic onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
          <Button
            type="submit"
            isPrimary={isPrimary}
            aria-label={t(connection ? 'credential.save_named' : 'connect.connect_named', { name: title })}
          >
            <BusyLabel isBusy={save.isPending} busyLabel={t('common.saving')}>
              {t(connection ? 'common.save' : 'connect.connect')}
            </BusyLabel>
          </Button>
        </Buttons>
      </Stack>
      {isAsking && before && (
        <ConfirmDialog
          title={t('connect.other_title', { name: title })}
          action={t('connect.reconnect')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            save.mutate()
          }}
        >
          <Text>
            {t('credential.other_text', {
              before: [before.username, before.allowed_domain].filter(Boolean).join(', '),
            })}
          </Text>
        </ConfirmDialog>
      )}
    </form>
  )
}
