import { Combobox, Field, Option } from '@zendeskgarden/react-dropdowns'
import { useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { Json } from '../../zis/json'
import { useText } from '../platform/words'
import { FieldMessage } from '../ui/field-message'
import { Live } from '../ui/page'
import { inText, type Option as Choice } from './fields'
import { useBroken } from './form-context'
import type { Path } from './path'

interface Props {
  path: Path
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

interface Typed {
  text: string
  /** What was selected meanwhile: when it is changed from elsewhere, such as by moving rows, the text is void. */
  beside: string
  /** It was to be taken as it is, with the Enter key. */
  isEntered: boolean
}

/**
 * A list that is searched by typing, for one value or several. A text that is left in the field is selected
 * where it names an option; else it stays with a word about it, and the form is not saved without it.
 */
export function SelectBox({
  path,
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
  const [lastTyped, setTyped] = useState<Typed>()
  const typed = lastTyped?.beside === JSON.stringify(chosen) ? lastTyped : undefined
  const search = typed?.text ?? ''
  const keys = chosen.map((value) => JSON.stringify(value))
  const [hasFocus, setFocus] = useState(false)
  const isUnselected = search.trim() !== '' && (typed?.isEntered || !hasFocus)
  const unselected = isUnselected ? t('form.unselected') : undefined
  useBroken({ path, title: label }, unselected)
  const message = unselected ?? error
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
  const isNamed = (choice: Choice) => [choice.title, inText(choice.value)].some((name) => isSame(name, words))
  const choose = (next: Json[], text?: string) => {
    setTyped(text === undefined ? undefined : { text, beside: JSON.stringify(next), isEntered: false })
    if (next !== chosen) onChange(next)
  }
  /** The field is done with: what is typed in full counts as selected. */
  const settle = () => {
    if (typed === undefined) return
    const [named, another] = all.filter(isNamed)
    if (words === '') setTyped(undefined)
    else if (named === undefined || another) setTyped({ ...typed, isEntered: true })
    else if (keys.includes(JSON.stringify(named.value))) setTyped(undefined)
    else choose(isMany ? [...chosen, named.value] : [named.value])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isOnOption = event.currentTarget.getAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isOnOption || words === '') return
    // Not sent with half a word in it.
    event.preventDefault()
    settle()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (currentTarget.contains(relatedTarget)) return
    setFocus(false)
    settle()
  }
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
        inputValue={typed?.text ?? (isMany ? '' : titleOf(keys[0]))}
        inputProps={{ onKeyDown }}
        onFocus={() => setFocus(true)}
        onBlur={onBlur}
        validation={message ? 'error' : warning ? 'warning' : undefined}
        listboxAriaLabel={label}
        renderExpandTags={(count) => t('form.more', { count })}
        maxTags={20}
        onChange={({ type, inputValue, selectionValue }) => {
          if (type === 'input:change') {
            // Emptied by hand: nothing is selected any more.
            choose(!isMany && inputValue === '' && chosen.length > 0 ? [] : chosen, inputValue ?? '')
          }
          if (selectionValue === undefined) return
          const next = selected(selectionValue).map((key) => JSON.parse(String(key)) as Json)
          // One that is taken away leaves the search for another alone.
          choose(next, isMany && next.length < chosen.length ? typed?.text : undefined)
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
      {message && <FieldMessage as={Field.Message}>{message}</FieldMessage>}
      {!message && warning && (
        <FieldMessage as={Field.Message} validation="warning">
          {warning}
        </FieldMessage>
      )}
      <Live>{unselected ? t('form.unselected_in', { name: label }) : ''}</Live>
    </Field>
  )
}

const isSame = (one: string, words: string): boolean => one.trim().toLowerCase() === words

const asOption = (value: Json): Choice => ({ value, title: inText(value) })
