import { Combobox, Field, Option } from '@zendeskgarden/react-dropdowns'
import { useState } from 'react'
import type { Choice } from './choice-field'

interface SearchBoxProps {
  label: string
  isLabelHidden?: boolean
  hint?: string
  fault?: string
  /** What fits the text that is looked for. */
  found: Choice<string>[]
  /** What is chosen; several only where `isMany`. It need not be among what is found. */
  chosen: Choice<string>[]
  isMany?: boolean
  isLoading?: boolean
  isDisabled?: boolean
  isCompact?: boolean
  onSearch(text: string): void
  onChange(chosen: string[]): void
}

/** A choice among very many: what fits is looked for while somebody types. */
export function SearchBox({ found, chosen, isMany = false, isLoading = false, ...props }: SearchBoxProps) {
  const { label, isLabelHidden, hint, fault, isDisabled, isCompact, onSearch, onChange } = props
  const [isTyped, setTyped] = useState(false)
  const values = chosen.map(({ value }) => value)
  const rest = chosen.filter(({ value }) => !found.some((one) => one.value === value))

  function search(text: string, typed: boolean) {
    setTyped(typed && text !== '')
    onSearch(typed ? text : '')
  }

  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
      {hint && <Field.Hint>{hint}</Field.Hint>}
      <Combobox
        isAutocomplete
        isMultiselectable={isMany}
        isDisabled={isDisabled}
        isCompact={isCompact}
        selectionValue={isMany ? values : (values[0] ?? null)}
        validation={fault === undefined ? undefined : 'error'}
        listboxAriaLabel={label}
        renderExpandTags={(count) => `${count} more`}
        maxTags={20}
        onChange={({ type, inputValue, selectionValue }) => {
          if (type === 'input:change') {
            search(inputValue ?? '', true)
            // Emptied by hand: nothing is chosen any more.
            if (!isMany && inputValue === '' && chosen.length > 0) onChange([])
          }
          if (selectionValue === undefined) return
          search('', false)
          const now = Array.isArray(selectionValue) ? selectionValue : [selectionValue]
          onChange(now.filter((one): one is string => typeof one === 'string'))
        }}
      >
        {/* The text of the field is that of the option which says at first that it is selected. */}
        {found.map(({ value, text }) => (
          <Option key={value} value={value} label={text} isSelected={values.includes(value)} />
        ))}
        {/* While somebody looks for another one, what is chosen is out of sight but not lost. */}
        {rest.map(({ value, text }) => (
          <Option key={value} value={value} label={text} isSelected isHidden={isTyped} />
        ))}
        {found.length === 0 && (rest.length === 0 || isTyped) && (
          <Option isDisabled value="nothing" label={isLoading ? 'Loading' : 'Nothing found'} />
        )}
      </Combobox>
      {fault !== undefined && <Field.Message validation="error">{fault}</Field.Message>}
    </Field>
  )
}
