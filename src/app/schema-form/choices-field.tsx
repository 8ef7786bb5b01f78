import { Checkbox, Field, Fieldset } from '@zendeskgarden/react-forms'
import { Stack, Subtle } from '../ui/blocks'
import { keyOf, manyOptions } from './choice-field'
import { useField, type FieldProps } from './form-context'
import { useHint } from './hint'
import { sameJson } from './path'
import { SelectBox } from './select-box'
import { FieldMessage } from '../ui/field-message'

/** Any of several: checkboxes, or a searched list with tags for many. */
export function ChoicesField({ field, isLabelHidden }: FieldProps) {
  const { value, error, setValue } = useField(field)
  const hint = useHint(field)
  const chosen = Array.isArray(value) ? value : []
  const { options } = field
  const isChosen = (one: (typeof options)[number]) => chosen.some((each) => sameJson(each, one.value))

  if (options.length >= manyOptions)
    return (
      <SelectBox
        path={field.path}
        label={field.title}
        hint={isLabelHidden ? '' : hint}
        isLabelHidden={isLabelHidden}
        error={error}
        options={options}
        chosen={chosen}
        isMany
        isDisabled={field.isReadOnly}
        onChange={setValue}
      />
    )
  const id = `choices${field.path.join('.')}`
  const describedBy = [hint && `${id}-hint`, error && `${id}-message`].filter(Boolean).join(' ')
  return (
    <Fieldset aria-describedby={describedBy || undefined}>
      <Fieldset.Legend>{field.title}</Fieldset.Legend>
      {hint !== '' && <Subtle id={`${id}-hint`}>{hint}</Subtle>}
      <Stack $gap="xs">
        {options.map((option) => (
          <Field key={keyOf(option)}>
            <Checkbox
              checked={isChosen(option)}
              disabled={field.isReadOnly}
              onChange={({ target }) =>
                // In the order of the schema, so that the same choice is always the same value.
                setValue(
                  options
                    .filter((one) => (one === option ? target.checked : isChosen(one)))
                    .map((one) => one.value),
                )
              }
            >
              <Field.Label isRegular>{option.title}</Field.Label>
            </Checkbox>
          </Field>
        ))}
        {error && (
          <Field>
            <FieldMessage id={`${id}-message`}>{error}</FieldMessage>
          </Field>
        )}
      </Stack>
    </Fieldset>
  )
}
