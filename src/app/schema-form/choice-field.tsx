import { Field, Fieldset, Radio, Select } from '@zendeskgarden/react-forms'
import { Stack, Subtle } from '../ui/blocks'
import type { Option } from './fields'
import { useField, type FieldProps } from './form-context'
import { Hint, useHint } from './hint'
import { sameJson } from './path'
import { SelectBox } from './select-box'
import { FieldMessage } from '../ui/field-message'

/** From so many options on, a list is searched. */
export const manyOptions = 8
const fewOptions = 4

/** One of several: radio buttons for a few, a list for more, a searched one for many (zis-admin-app 12.8). */
export function ChoiceField(props: FieldProps) {
  const { field, isLabelHidden } = props
  const count = field.options.length
  if (count >= manyOptions) return <SearchedChoice {...props} />
  // Radio buttons cannot be cleared, so they are for what must be answered.
  return field.isRequired && count <= fewOptions && !isLabelHidden ? (
    <RadioChoice {...props} />
  ) : (
    <ListChoice {...props} />
  )
}

function RadioChoice({ field }: FieldProps) {
  const { value, error, setValue } = useField(field)
  const hint = useHint(field)
  const name = `choice${field.path.join('.')}`
  return (
    <Fieldset aria-describedby={hint === '' ? undefined : `${name}-hint`}>
      <Fieldset.Legend>{field.title}</Fieldset.Legend>
      {hint !== '' && <Subtle id={`${name}-hint`}>{hint}</Subtle>}
      <Stack $gap="xs">
        {field.options.map((option) => (
          <Field key={keyOf(option)}>
            <Radio
              name={name}
              value={keyOf(option)}
              checked={sameJson(option.value, value)}
              disabled={field.isReadOnly}
              onChange={() => setValue(option.value)}
            >
              <Field.Label isRegular>{option.title}</Field.Label>
            </Radio>
          </Field>
        ))}
        {error && (
          <Field>
            <FieldMessage>{error}</FieldMessage>
          </Field>
        )}
      </Stack>
    </Fieldset>
  )
}

function ListChoice({ field, isLabelHidden }: FieldProps) {
  const { value, error, setValue } = useField(field)
  const chosen = field.options.find((option) => sameJson(option.value, value))
  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{field.title}</Field.Label>
      <Hint field={field} isHidden={isLabelHidden} />
      <Select
        value={chosen ? keyOf(chosen) : ''}
        disabled={field.isReadOnly}
        validation={error ? 'error' : undefined}
        onChange={({ target }) =>
          setValue(field.options.find((option) => keyOf(option) === target.value)?.value)
        }
      >
        {(!field.isRequired || !chosen) && <option value="" />}
        {field.options.map((option) => (
          <option key={keyOf(option)} value={keyOf(option)}>
            {option.title}
          </option>
        ))}
      </Select>
      {error && <FieldMessage>{error}</FieldMessage>}
    </Field>
  )
}

function SearchedChoice({ field, isLabelHidden }: FieldProps) {
  const { value, error, setValue } = useField(field)
  const hint = useHint(field)
  return (
    <SelectBox
      path={field.path}
      label={field.title}
      hint={isLabelHidden ? '' : hint}
      isLabelHidden={isLabelHidden}
      error={error}
      options={field.options}
      chosen={value === undefined || value === '' ? [] : [value]}
      isDisabled={field.isReadOnly}
      onChange={([first]) => setValue(first ?? '')}
    />
  )
}

export const keyOf = ({ value }: Pick<Option, 'value'>): string => JSON.stringify(value)
