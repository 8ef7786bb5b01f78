import { Combobox, Field, Option } from '@zendeskgarden/react-dropdowns'
import { useState } from 'react'
import type { Json } from '../../zis/json'
import { useText } from '../platform/words'
import { inText, type Option as Choice } from './fields'
import { FieldMessage } from '../ui/field-message'

interface Props {
  label: string
  isLabelHidden?: boolean
  hint: string
  error: string | undefined
  warning?: string | undefined
  options: Choice[]
  chosen: Json[]
  isMany?: boolean
  isLoading?: boolean
  isDisabled?: boolean
  /** Makes a value of a text that is in no option; without it, only options can be selected. */
  asValue?: (text: string) => Json
  onChange: (chosen: Json[]) => void
}

/** More are found by typing; a list of thousands would not be read. */
const shownAtOnce = 100

/** A list that is searched by typing, for one value or several. */
export function SelectBox({
  label,
  isLabelHidden,
  hint,
  error,
  warning,
  options,
  chosen,
  isMany = false,
  isLoading = false,
  isDisabled = false,
  asValue,
  onChange,
}: Props) {
  const t = useText()
  // While somebody types; else the field shows what is selected.
  const [typed, setTyped] = useState<string>()
  const search = typed ?? ''
  const keys = chosen.map((value) => JSON.stringify(value))
  const words = search.trim().toLowerCase()
  const known = new Set(options.map(({ value }) => JSON.stringify(value)))
  // A value that is in no option, such as one of another account, is shown as it is and kept.
  const all = [...options, ...chosen.filter((value) => !known.has(JSON.stringify(value))).map(asOption)]
  const fits = ({ title, value }: Choice) =>
    title.toLowerCase().includes(words) || inText(value).toLowerCase().includes(words)
  const shown = new Set(all.filter(fits).slice(0, shownAtOnce))
  const isNew = asValue && words !== '' && !all.some(({ title }) => title.toLowerCase() === words)
  const titleOf = (key: string | undefined) =>
    all.find(({ value }) => JSON.stringify(value) === key)?.title ?? ''
  const selected = (value: unknown) => (Array.isArray(value) ? value : [value]).filter((one) => one)

  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
      {hint !== '' && <Field.Hint>{hint}</Field.Hint>}
      <Combobox
        isAutocomplete
        isMultiselectable={isMany}
        isDisabled={isDisabled}
        selectionValue={isMany ? keys : (keys[0] ?? null)}
        // Garden would keep the words of the first selection when the value is changed from elsewhere.
        inputValue={typed ?? (isMany ? '' : titleOf(keys[0]))}
        validation={error ? 'error' : warning ? 'warning' : undefined}
        listboxAriaLabel={label}
        renderExpandTags={(count) => t('form.more', { count })}
        maxTags={20}
        onChange={({ type, inputValue, selectionValue }) => {
          if (type === 'input:change') {
            setTyped(inputValue ?? '')
            // Emptied by hand: nothing is selected any more.
            if (!isMany && inputValue === '' && chosen.length > 0) onChange([])
          }
          if (type === 'input:blur') setTyped(undefined)
          if (selectionValue === undefined) return
          setTyped(undefined)
          onChange(selected(selectionValue).map((key) => JSON.parse(String(key)) as Json))
        }}
      >
        {all.map((option) => {
          const key = JSON.stringify(option.value)
          return (
            <Option
              key={key}
              value={key}
              label={option.title}
              isHidden={!shown.has(option)}
              tagProps={{
                'aria-label': t('form.tag', { name: option.title }),
                removeLabel: t('form.remove'),
              }}
            />
          )
        })}
        {isNew && (
          <Option key="new" value={JSON.stringify(asValue(search.trim()))} label={search.trim()}>
            {t('form.use', { text: search.trim() })}
          </Option>
        )}
        {isLoading && <Option key="loading" isDisabled value="loading" label={t('common.loading')} />}
        {!isLoading && shown.size === 0 && !isNew && (
          <Option key="none" isDisabled value="none" label={t('form.no_match')} />
        )}
      </Combobox>
      {error && <FieldMessage as={Field.Message}>{error}</FieldMessage>}
      {!error && warning && (
        <FieldMessage as={Field.Message} validation="warning">
          {warning}
        </FieldMessage>
      )}
    </Field>
  )
}

const asOption = (value: Json): Choice => ({ value, title: inText(value) })
