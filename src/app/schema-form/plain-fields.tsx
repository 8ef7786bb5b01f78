import { Checkbox, Field, Input, Textarea } from '@zendeskgarden/react-forms'
import { useState } from 'react'
import type { Json } from '../../zis/json'
import { useText } from '../platform/words'
import { inText } from './fields'
import { useField, type FieldProps } from './form-context'
import { Hint } from './hint'
import { FieldMessage } from '../ui/field-message'

const isDate = /^\d{4}-\d{2}-\d{2}$/
const keyboards = { email: 'email', uri: 'url' } as const

/** A text, with the keyboard that its format asks for. */
export function TextField({ field, isLabelHidden }: FieldProps) {
  const { value, error, setValue } = useField(field)
  const text = value === undefined || value === null ? '' : inText(value)
  const { format } = field.schema
  const props = {
    value: text,
    readOnly: field.isReadOnly,
    validation: error ? ('error' as const) : undefined,
    onChange: ({ target }: { target: { value: string } }) => setValue(target.value),
  }
  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{field.title}</Field.Label>
      <Hint field={field} isHidden={isLabelHidden} />
      {field.widget === 'multiline' ? (
        <Textarea {...props} minRows={3} isResizable />
      ) : (
        <Input
          {...props}
          // A browser's date field shows nothing of a text that is no date, and it is to be mended, not lost.
          type={format === 'date' && (text === '' || isDate.test(text)) ? 'date' : 'text'}
          inputMode={keyboards[format as keyof typeof keyboards]}
        />
      )}
      {error && <FieldMessage>{error}</FieldMessage>}
    </Field>
  )
}

/** A number. What is typed stays as it was typed, and is a number in the values as soon as it is one. */
export function NumberField({ field, isLabelHidden }: FieldProps) {
  const { value, error, setValue } = useField(field)
  const [typed, setTyped] = useState('')
  const stored = value === undefined || value === null ? '' : inText(value)
  const isTyped = toNumber(typed) === (value ?? '')
  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{field.title}</Field.Label>
      <Hint field={field} isHidden={isLabelHidden} />
      <Input
        inputMode={field.schema.type === 'integer' ? 'numeric' : 'decimal'}
        value={isTyped ? typed : stored}
        readOnly={field.isReadOnly}
        validation={error ? 'error' : undefined}
        onChange={({ target }) => {
          setTyped(target.value)
          setValue(toNumber(target.value))
        }}
      />
      {error && <FieldMessage>{error}</FieldMessage>}
    </Field>
  )
}

/** A typed number, or the text itself while it is none. */
function toNumber(text: string): Json {
  const trimmed = text.trim()
  return trimmed === '' || !Number.isFinite(Number(trimmed)) ? text : Number(trimmed)
}

/** Yes or no. It waits for Save, so it is a checkbox and no toggle (zis-admin-app 12.8). */
export function BooleanField({ field, isLabelHidden }: FieldProps) {
  const { value, error, setValue } = useField(field)
  return (
    <Field>
      <Checkbox
        checked={value === true}
        disabled={field.isReadOnly}
        onChange={({ target }) => setValue(target.checked)}
      >
        <Field.Label hidden={isLabelHidden}>{field.title}</Field.Label>
        <Hint field={field} isHidden={isLabelHidden} />
        {error && <FieldMessage>{error}</FieldMessage>}
      </Checkbox>
    </Field>
  )
}

/** A value that the integration has fixed: nothing to decide, so nothing is shown but what it says. */
export function ConstantField({ field }: FieldProps) {
  const t = useText()
  if (field.description === '') return null
  return (
    <Field>
      <Field.Label>{field.title}</Field.Label>
      <Field.Hint>{field.description}</Field.Hint>
      <Input
        value={inText(field.schema.const ?? null)}
        readOnly
        aria-label={t('form.fixed', { name: field.title })}
      />
    </Field>
  )
}
