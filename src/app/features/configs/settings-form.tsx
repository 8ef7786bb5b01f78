import { Button } from '@zendeskgarden/react-buttons'
import { Dots } from '@zendeskgarden/react-loaders'
import { Alert } from '@zendeskgarden/react-notifications'
import { useMemo, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { SettingsDefinition } from '../../../zis/definition'
import { useUnsaved } from '../../platform/route'
import { useText, useWhen } from '../../platform/words'
import type { StoredConfig } from '../../queries/configs'
import { Buttons, Heading, List, Stack, Subtle } from '../../ui/blocks'
import { Live } from '../../ui/page'
import { ProblemAlert } from '../../ui/problem-alert'
import { secretsIn } from '../../state/secrets'
import { Conflict } from './conflict'
import { SchemaField } from './schema-field'
import {
  checkField,
  fieldsOf,
  startValues,
  toConfig,
  type FormValues,
  type SchemaField as Field,
} from './schema-fields'
import { TransferButtons } from './transfer-buttons'
import { useSaveSettings } from './use-save-settings'

/** A reset by hand takes every field; one by newly loaded values leaves what is being edited. */
const all = { keepDirtyValues: false }

interface Props {
  definition: SettingsDefinition
  integration: string
  stored: StoredConfig | null
  onSaved?: () => void
}

/** The settings of one scope, as a form made from their schema. It is checked when it is saved. */
export function SettingsForm({ definition, integration, stored, onSaved }: Props) {
  const t = useText()
  const when = useWhen()
  const fields = useMemo(() => fieldsOf(definition.schema, definition.order), [definition])
  const start = useMemo(() => startValues(fields, stored?.config), [fields, stored])
  const { control, handleSubmit, formState, reset, getValues, setValue } = useForm<FormValues>({
    values: start,
    mode: 'onSubmit',
    // Live checks come only after a first attempt; wrong values stay as they were typed.
    reValidateMode: 'onChange',
    resetOptions: { keepDirtyValues: true },
  })
  const { save, conflict, forget } = useSaveSettings(integration, definition.scope, stored)
  const [isSaved, setSaved] = useState(false)
  useUnsaved(formState.isDirty && !save.isPending)

  const says = (field: Field, value: FormValues[string] | undefined): true | string => {
    const problem = checkField(field, value)
    if (problem === undefined) {
      // Configs are not encrypted, and every flow can read them.
      return secretsIn({ [field.name]: value }).length > 0 ? t('form.secret') : true
    }
    return t(`form.${problem.rule}`, { name: field.title, limit: 'limit' in problem ? problem.limit : 0 })
  }
  const submit = (isOver: boolean) =>
    handleSubmit(async (values) => {
      if (save.isPending) return
      setSaved(false)
      const config = toConfig(fields, values, stored?.config)
      const outcome = await save.mutateAsync({ config, isOver }).catch(() => 'failed' as const)
      if (outcome !== 'saved') return
      reset(startValues(fields, config), all)
      setSaved(true)
      onSaved?.()
    })
  const wrong = fields.filter(({ name }) => formState.errors[name])

  return (
    <form onSubmit={(event) => void submit(false)(event)} noValidate aria-label={definition.title}>
      <Stack>
        <Heading>{definition.title}</Heading>
        {wrong.length > 0 && (
          <Alert type="error" role="alert">
            <Alert.Title>{t('form.wrong')}</Alert.Title>
            <List>
              {wrong.map(({ name, title }) => (
                <li key={name}>
                  {title}: {formState.errors[name]?.message as string}
                </li>
              ))}
            </List>
          </Alert>
        )}
        {fields.map((field) => (
          <Controller
            key={field.name}
            control={control}
            name={field.name}
            rules={{ validate: (value) => says(field, value) }}
            render={({ field: { value, onChange, ref } }) => (
              <SchemaField
                field={field}
                value={value ?? ''}
                onChange={(next) => {
                  setSaved(false)
                  onChange(next)
                }}
                error={formState.errors[field.name]?.message as string | undefined}
                inputRef={ref}
              />
            )}
          />
        ))}
        {conflict && (
          <Conflict
            fields={fields}
            mine={getValues()}
            theirs={conflict}
            onTheirs={() => {
              reset(startValues(fields, conflict.config), all)
              forget()
            }}
            onMine={() => void submit(true)()}
          />
        )}
        {save.isError && <ProblemAlert title={t('settings.save_failed')} problem={save.error} />}
        <Buttons>
          {formState.isDirty && stored && (
            <Button isBasic onClick={() => reset(start, all)}>
              {t('common.cancel')}
            </Button>
          )}
          <Button type="submit" isPrimary>
            {save.isPending ? <Dots delayMS={0} aria-label={t('common.saving')} /> : t('common.save')}
          </Button>
        </Buttons>
        <TransferButtons
          integration={integration}
          scope={definition.scope}
          stored={stored}
          onImport={(config) => {
            setSaved(false)
            const values = startValues(fields, { ...stored?.config, ...config })
            for (const [name, value] of Object.entries(values)) setValue(name, value, { shouldDirty: true })
          }}
        />
        {stored && <Subtle>{t('settings.saved_at', { time: when(stored.updated_at) })}</Subtle>}
        <Live>{isSaved ? t('settings.saved') : ''}</Live>
      </Stack>
    </form>
  )
}
