import { Button } from '@zendeskgarden/react-buttons'
import { useRef, useState } from 'react'
import styled from 'styled-components'
import { flushSync } from 'react-dom'
import type { SettingsDefinition } from '../../../zis/definition'
import type { Json, JsonObject } from '../../../zis/json'
import { useUnsaved } from '../../platform/route'
import { useRichText, useText, useWhen } from '../../platform/words'
import { withoutChange } from '../../queries/change-log'
import type { StoredConfig } from '../../queries/configs'
import { controlIn } from '../../schema-form/controls'
import { FieldView } from '../../schema-form/field-view'
import { FormProvider } from '../../schema-form/form-context'
import { Fields } from '../../schema-form/group-field'
import { useDraft } from '../../schema-form/use-draft'
import { rootField } from '../../schema-form/values'
import { WrongAlert } from '../../schema-form/wrong-alert'
import { Conflict } from '../../settings/conflict'
import { HistoryDrawer } from '../../settings/history-drawer'
import { useSaveSettings } from '../../settings/use-save-settings'
import { Buttons, Heading, Stack, Subtle } from '../../ui/blocks'
import { BusyLabel } from '../../ui/busy-label'
import { Live } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import { TransferButtons } from './transfer-buttons'

/** Beside the buttons, in the middle of their height. */
const SavedAt = styled(Subtle)`
  align-self: center;
`

/**
 * What was stored when an edit began. It may be read again meanwhile, with what somebody else has saved; a save
 * that took that for its beginning would overwrite it unasked.
 */
function useBegun(stored: StoredConfig | null, isDirty: boolean): StoredConfig | null {
  const [begun, setBegun] = useState(stored)
  if (!isDirty && begun !== stored) setBegun(stored)
  return begun
}

interface Props {
  definition: SettingsDefinition
  integration: string
  stored: StoredConfig | null
  onSaved?: () => void
}

/** The settings of one scope, as a form made from their schema. It is checked when it is saved. */
export function SettingsForm({ definition, integration, stored, onSaved }: Props) {
  const t = useText()
  const rich = useRichText()
  const when = useWhen()
  const { schema, scope, title } = definition
  const now = stored?.config as JsonObject | undefined
  const { form, draft, wrong, isDirty, version, config, check, take, cancel } = useDraft(
    schema,
    now,
    definition.order,
  )
  const begun = useBegun(stored, isDirty)
  const { save, conflict, notLogged, forget } = useSaveSettings(integration, scope, begun, schema)
  const [isSaved, setSaved] = useState(false)
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  /** What the form has came from a file. */
  const isImported = useRef(false)
  const place = useRef<HTMLFormElement>(null)
  const alert = useRef<HTMLDivElement>(null)
  useUnsaved(isDirty && !save.isPending)

  const send = async (input: Parameters<typeof save.mutateAsync>[0]) => {
    if (save.isPending) return
    setSaved(false)
    const outcome = await save.mutateAsync(input).catch(() => 'failed' as const)
    if (outcome !== 'saved') return
    cancel()
    isImported.current = false
    setSaved(true)
    onSaved?.()
  }
  const submit = async (isOver: boolean) => {
    let isRight = false
    flushSync(() => {
      isRight = check().length === 0
    })
    if (isRight) await send({ config: config(), isOver, what: isImported.current ? 'imported' : 'saved' })
    else alert.current?.focus()
  }
  const top = rootField(schema, draft)

  return (
    <form
      ref={place}
      onSubmit={(event) => {
        event.preventDefault()
        void submit(false)
      }}
      noValidate
      aria-label={title}
    >
      <Stack>
        <Heading>{title}</Heading>
        {wrong.length > 0 && (
          <WrongAlert
            ref={alert}
            wrong={wrong}
            onFocus={(pointer) => controlIn(place.current, pointer)?.focus()}
          />
        )}
        <FormProvider value={form} key={version}>
          {top.kind === 'group' ? <Fields group={top} /> : <FieldView field={{ ...top, title }} />}
        </FormProvider>
        {conflict && (
          <Conflict
            schema={schema}
            mine={config() as Json}
            theirs={conflict}
            onTheirs={() => {
              take(conflict.config as Json)
              forget()
            }}
            onMine={() => void submit(true)}
          />
        )}
        {save.isError && <ProblemAlert title={t('settings.save_failed')} problem={save.error} />}
        {notLogged && <ProblemAlert title={t('history.not_kept')} problem={notLogged} />}
        <Buttons>
          {isDirty && stored && (
            <Button
              isBasic
              onClick={() => {
                isImported.current = false
                cancel()
              }}
            >
              {t('common.cancel')}
            </Button>
          )}
          <Button type="submit" isPrimary>
            <BusyLabel isBusy={save.isPending} busyLabel={t('common.saving')}>
              {t('common.save')}
            </BusyLabel>
          </Button>
          {stored && <SavedAt>{rich('settings.saved_at', { time: when(stored.updated_at) })}</SavedAt>}
        </Buttons>
        <TransferButtons
          integration={integration}
          scope={scope}
          schema={schema}
          stored={stored}
          draft={draft}
          onImport={(values) => {
            setSaved(false)
            isImported.current = true
            take(values)
          }}
          onHistory={() => setHistoryOpen(true)}
        />
        <Live>{isSaved ? t('settings.saved') : ''}</Live>
      </Stack>
      {isHistoryOpen && (
        <HistoryDrawer
          integration={integration}
          scope={scope}
          title={title}
          schema={schema}
          isUndoing={save.isPending}
          problem={save.error}
          onUndo={(change) => void send({ config: withoutChange(now ?? {}, change), what: 'undone' })}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </form>
  )
}
