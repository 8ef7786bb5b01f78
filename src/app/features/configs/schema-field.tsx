import { Checkbox, Field, Fieldset, Input, Select } from '@zendeskgarden/react-forms'
import type { Ref } from 'react'
import { Subtle } from '../../ui/blocks'
import type { FieldValue, SchemaField as Description } from './schema-fields'

interface Props {
  field: Description
  value: FieldValue
  onChange: (value: FieldValue) => void
  error: string | undefined
  inputRef: Ref<HTMLInputElement & HTMLSelectElement>
}

/** One field of a form that a JSON Schema describes. */
export function SchemaField({ field, value, onChange, error, inputRef }: Props) {
  const message = error && <Field.Message validation="error">{error}</Field.Message>
  const validation = error ? 'error' : undefined

  if (field.kind === 'choices') {
    const chosen = Array.isArray(value) ? value : []
    const hint = `hint-${field.name}`
    const message = `message-${field.name}`
    const describedBy = [field.description && hint, error && message].filter(Boolean).join(' ')
    return (
      <Fieldset aria-describedby={describedBy || undefined}>
        <Fieldset.Legend>{field.title}</Fieldset.Legend>
        {field.description && <Subtle id={hint}>{field.description}</Subtle>}
        {field.choices.map((choice, index) => (
          <Field key={choice.value}>
            <Checkbox
              ref={index === 0 ? inputRef : undefined}
              checked={chosen.includes(choice.value)}
              onChange={({ target }) =>
                // In the order of the schema, so that the same choice is always the same value.
                onChange(
                  field.choices
                    .map((one) => one.value)
                    .filter((one) => (one === choice.value ? target.checked : chosen.includes(one))),
                )
              }
            >
              <Field.Label isRegular>{choice.title}</Field.Label>
            </Checkbox>
          </Field>
        ))}
        {error && (
          <Field>
            <Field.Message validation="error" id={message}>
              {error}
            </Field.Message>
          </Field>
        )}
      </Fieldset>
    )
  }

  if (field.kind === 'boolean') {
    return (
      <Field>
        <Checkbox ref={inputRef} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          <Field.Label>{field.title}</Field.Label>
          {field.description && <Field.Hint>{field.description}</Field.Hint>}
        </Checkbox>
      </Field>
    )
  }

  return (
    <Field>
      <Field.Label>{field.title}</Field.Label>
      {field.description && <Field.Hint>{field.description}</Field.Hint>}
      {field.kind === 'choice' ? (
        <Select
          ref={inputRef}
          value={String(value)}
          validation={validation}
          onChange={({ target }) => onChange(target.value)}
        >
          {value === '' && <option value="" />}
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          ref={inputRef}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          value={String(value)}
          validation={validation}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {message}
    </Field>
  )
}
