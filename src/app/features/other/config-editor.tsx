import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useRef, useState } from 'react'
import { isObject, type JsonObject } from '../../../zis/json'
import { JsonEditor } from '../../json-editor/json-editor'
import { useUnsaved } from '../../platform/route'
import { useText } from '../../platform/words'
import type { StoredConfig } from '../../queries/configs'
import { Conflict } from '../../settings/conflict'
import { useSaveSettings } from '../../settings/use-save-settings'
import { maskSecrets, newSecretsIn, restoreSecrets } from '../../state/secrets'
import { Buttons, SmallHeading, Stack } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { ProblemAlert } from '../../ui/problem-alert'
import { FieldMessage } from '../../ui/field-message'

interface Props {
  integration: string
  /** The config that is edited; null to create one. */
  stored: StoredConfig | null
  onDone: () => void
}

/**
 * A config as JSON, for an integration without a definition. What looks like a secret is masked, and goes
 * back as it was; a new one is refused.
 */
export function ConfigEditor({ integration, stored, onDone }: Props) {
  const t = useText()
  const [scope, setScope] = useState(stored?.scope ?? '')
  const [base, setBase] = useState(stored)
  const start = textOf(base?.config ?? {})
  const [text, setText] = useState(start)
  const [wrong, setWrong] = useState<{ scope?: string; text?: string }>({})
  const scopeInput = useRef<HTMLInputElement>(null)
  // The button that led here is gone, so the editor takes the focus; that of a new config asks for its name first.
  const [focusCount, setFocusCount] = useState(stored ? 1 : 0)
  const { save, conflict, notLogged, forget } = useSaveSettings(integration, scope.trim(), base)
  useUnsaved((text !== start || (stored === null && scope !== '')) && !save.isPending)

  const check = (value: unknown) => newSecretsIn(value).map((path) => ({ path, message: t('form.secret') }))
  const mine = () => restoreSecrets(parse(text), base?.config) as JsonObject
  const submit = async (isOver: boolean) => {
    const value = parse(text)
    const found = {
      scope: scope.trim() === '' ? t('form.required') : undefined,
      text:
        value === undefined
          ? t('form.json')
          : !isObject(value)
            ? t('other.config_object')
            : check(value)[0]?.message,
    }
    setWrong(found)
    if (found.scope !== undefined) scopeInput.current?.focus()
    else if (found.text !== undefined) setFocusCount((count) => count + 1)
    if (found.scope !== undefined || found.text !== undefined || save.isPending) return
    const outcome = await save.mutateAsync({ config: mine(), isOver }).catch(() => 'failed' as const)
    if (outcome === 'saved') onDone()
  }
  const title = stored ? t('other.config', { name: stored.scope }) : t('other.create_config')
  return (
    <form
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(false)
      }}
    >
      <Stack>
        <SmallHeading>{title}</SmallHeading>
        {stored === null && (
          <Field>
            <Field.Label>{t('other.scope')}</Field.Label>
            <Field.Hint>{t('other.scope_hint')}</Field.Hint>
            <Input
              ref={scopeInput}
              autoFocus
              value={scope}
              maxLength={255}
              validation={wrong.scope ? 'error' : undefined}
              onChange={({ target }) => setScope(target.value)}
            />
            {wrong.scope && <FieldMessage>{wrong.scope}</FieldMessage>}
          </Field>
        )}
        <JsonEditor
          label={t('other.config_json')}
          hint={t('other.config_hint')}
          error={wrong.text}
          text={text}
          check={check}
          focusCount={focusCount}
          onChange={setText}
        />
        {conflict && (
          <Conflict
            schema={{}}
            mine={maskSecrets(mine()) as JsonObject}
            theirs={{ ...conflict, config: maskSecrets(conflict.config) as JsonObject }}
            onTheirs={() => {
              setBase(conflict)
              setText(textOf(conflict.config))
              forget()
            }}
            onMine={() => void submit(true)}
          />
        )}
        {save.isError && <ProblemAlert title={t('settings.save_failed')} problem={save.error} />}
        {notLogged && <ProblemAlert title={t('history.not_kept')} problem={notLogged} />}
        <Buttons>
          <Button isBasic onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" isPrimary>
            <BusyLabel isBusy={save.isPending} busyLabel={t('common.saving')}>
              {t('common.save')}
            </BusyLabel>
          </Button>
        </Buttons>
      </Stack>
    </form>
  )
}

const textOf = (config: unknown): string => JSON.stringify(maskSecrets(config), null, 2)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
