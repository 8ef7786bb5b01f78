import { Field, Select } from '@zendeskgarden/react-forms'

export interface Choice<Value> {
  value: Value
  text: string
}

interface ChoiceFieldProps<Value> {
  label: string
  isLabelHidden?: boolean
  hint?: string
  fault?: string
  options: ReadonlyArray<Choice<Value>>
  value: Value
  onChange(value: NoInfer<Value>): void
}

/** The choice of nothing, where a field can be empty. */
export const none = { value: null, text: 'None' }

/** One of a few values; null is one like the others. */
export function ChoiceField<Value extends string | number | null>(props: ChoiceFieldProps<Value>) {
  const { label, isLabelHidden, hint, fault, options, value, onChange } = props
  const isKnown = options.some((option) => option.value === value)
  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
      {hint && <Field.Hint>{hint}</Field.Hint>}
      <Select
        value={value ?? ''}
        validation={fault === undefined ? undefined : 'error'}
        onChange={({ target }) => {
          const chosen = options.find((option) => String(option.value ?? '') === target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value ?? ''}>
            {option.text}
          </option>
        ))}
        {/* Set elsewhere to what is not offered, or the offers are still on their way. */}
        {!isKnown && <option value={value ?? ''}>{value}</option>}
      </Select>
      {fault !== undefined && <Field.Message validation="error">{fault}</Field.Message>}
    </Field>
  )
}

/** Rows with an id and a name as choices. */
export const byName = (rows: ReadonlyArray<{ id: number; name: string }>): Array<Choice<number>> =>
  rows.map(({ id, name }) => ({ value: id, text: name }))
