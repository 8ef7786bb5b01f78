import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { useRef, useState, type FormEvent } from 'react'
import type { ConnectionDefinition } from '../../../zis/definition'
import { isConnectionName } from '../../../zis/names'
import type { AnyConnection } from '../../platform/edge'
import { useUnsaved } from '../../platform/route'
import { useText } from '../../platform/words'
import { Buttons, Stack } from '../../ui/blocks'
import { FieldMessage } from '../../ui/field-message'

interface Props {
  definition: ConnectionDefinition
  /** Every connection of the integration: a name is taken by any kind. */
  taken: AnyConnection[]
  onName: (name: string, label: string) => void
  onCancel: () => void
}

/** Asks what the account is to be called, and makes the connection's name from it. */
export function AddConnection({ definition, taken, onName, onCancel }: Props) {
  const t = useText()
  const [label, setLabel] = useState('')
  const [wrong, setWrong] = useState<'missing' | 'taken'>()
  const input = useRef<HTMLInputElement>(null)
  useUnsaved(label !== '')
  const name = nameFrom(definition.name, label)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = name === undefined || !isConnectionName(name)
    const found = isMissing ? 'missing' : taken.some((one) => one.name === name) ? 'taken' : undefined
    setWrong(found)
    if (found || name === undefined) input.current?.focus()
    else onName(name, label.trim())
  }

  return (
    <form onSubmit={submit} noValidate aria-label={t('connections.add_named', { name: definition.title })}>
      <Stack $gap="sm">
        <Field>
          <Field.Label>{t('connections.label')}</Field.Label>
          <Field.Hint>{t('connections.label_hint')}</Field.Hint>
          <Input
            ref={input}
            autoFocus
            autoComplete="off"
            maxLength={40}
            value={label}
            validation={wrong && 'error'}
            onChange={({ target }) => {
              setLabel(target.value)
              setWrong(undefined)
            }}
          />
          {wrong ? (
            <FieldMessage>{t(`connections.label_${wrong}`, { name: name ?? '' })}</FieldMessage>
          ) : (
            name !== undefined && <Field.Message>{t('connections.made_name', { name })}</Field.Message>
          )}
        </Field>
        <Buttons>
          <Button isBasic onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" isPrimary>
            {t('common.next')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  )
}

/**
 * A connection's name from what a person calls the account: `store` and `Berlin (Süd)` make
 * `store_berlin_sud`.
 *
 * @returns undefined when nothing is left that a name may have
 */
export function nameFrom(stem: string, label: string): string | undefined {
  const word = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return word === '' ? undefined : `${stem}_${word}`.slice(0, 64).replace(/_+$/, '')
}
