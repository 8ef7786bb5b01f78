import { Checkbox, Field, Fieldset, Select } from '@zendeskgarden/react-forms'
import { TextField } from '../ui/text-field'

/** A field that an account has added, whatever it is on. */
export interface CustomField {
  id: number
  key: string
  title: string
  type: string
  active: boolean
  custom_field_options?: Array<{ id: number; name: string; value: string }>
}

interface CustomFieldsProps {
  fields: CustomField[]
  values: Record<string, unknown>
  onChange(key: string, value: unknown): void
}

/** The fields that the account itself gave its users, organizations or tickets, each as its type wants it. */
export const CustomFields = ({ fields, values, onChange }: CustomFieldsProps) =>
  fields
    .filter(({ active }) => active)
    .map((field) => (
      <OneField
        key={field.id}
        field={field}
        value={values[field.key]}
        onChange={(value) => onChange(field.key, value)}
      />
    ))

interface OneFieldProps {
  field: CustomField
  value: unknown
  onChange(value: unknown): void
}

function OneField({ field, value, onChange }: OneFieldProps) {
  const { title, type, custom_field_options: options = [] } = field
  switch (type) {
    case 'checkbox':
      return (
        <Field>
          <Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)}>
            <Field.Label isRegular>{title}</Field.Label>
          </Checkbox>
        </Field>
      )
    case 'dropdown':
    case 'tagger':
      return (
        <Field>
          <Field.Label>{title}</Field.Label>
          <Select
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">None</option>
            {options.map((option) => (
              <option key={option.id} value={option.value}>
                {option.name}
              </option>
            ))}
          </Select>
        </Field>
      )
    case 'multiselect': {
      const chosen = Array.isArray(value) ? (value as string[]) : []
      return (
        <Fieldset>
          <Fieldset.Legend>{title}</Fieldset.Legend>
          {options.map((option) => (
            <Field key={option.id}>
              <Checkbox
                checked={chosen.includes(option.value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, option.value]
                      : chosen.filter((one) => one !== option.value),
                  )
                }
              >
                <Field.Label isRegular>{option.name}</Field.Label>
              </Checkbox>
            </Field>
          ))}
        </Fieldset>
      )
    }
    default:
      return (
        <TextField
          label={title}
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          hint={type === 'date' ? 'Year-month-day, such as 2026-03-02' : undefined}
          lines={type === 'textarea' ? 2 : 1}
          onChange={(text) => onChange(text === '' ? null : typed(type, text))}
        />
      )
  }
}

/** A number as a number; what is none stays as it was typed, for the simulator to refuse with the reason. */
function typed(type: string, text: string): unknown {
  if (type !== 'integer' && type !== 'decimal') return text
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text
}
