import { Field, Input, Select } from '@zendeskgarden/react-forms'
import { mediaQuery } from '@zendeskgarden/react-theming'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import styled from 'styled-components'
import { useRouter } from '../router'
import { Row } from './blocks'

/** Milliseconds without a key after which a text is looked for. */
const pause = 300

/** Filters of a page as its address has them, so that a filtered page can be reloaded, kept and shared. */
export function useFilters(path: string, params: Record<string, string>) {
  const { go } = useRouter()
  return (name: string, value: string) => {
    const rest = Object.entries(params).filter(([other]) => other !== name)
    const pairs = value === '' ? rest : [...rest, [name, value]]
    go(pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`, 'replace')
  }
}

const Bar = styled(Row)`
  margin-bottom: ${({ theme }) => theme.space.md};
  & > * {
    flex: 1 1 140px;
    max-width: 180px;
  }
  ${({ theme }) => mediaQuery('down', 'md', theme)} {
    & > * {
      flex: 1 1 110px;
      max-width: none;
    }
  }
`

/** Filters above a list. */
export const Filters = ({ children }: { children: ReactNode }) => (
  <Bar as="search" $align="flex-end">
    {children}
  </Bar>
)

interface FilterProps {
  label: string
  value: string | undefined
  onChange(value: string): void
}

/** One of several values, or all of them. */
export function SelectFilter({
  label,
  all,
  options,
  value = '',
  onChange,
}: FilterProps & { all: string; options: ReadonlyArray<{ value: string; text: string }> }) {
  // An address may name what is not there any more; it is shown all the same.
  const shown = value === '' || options.some((option) => option.value === value)
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Select isCompact value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
        {!shown && <option value={value}>{value}</option>}
      </Select>
    </Field>
  )
}

/** A text that is looked for once the user stops typing. */
export function TextFilter({
  label,
  value = '',
  onChange,
  isNumber = false,
}: FilterProps & { isNumber?: boolean }) {
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  // Changed from elsewhere, for example by Back.
  if (seen !== value) {
    setSeen(value)
    if (text.trim() !== value) setText(value)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  function take(next: string) {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onChange(next.trim()), pause)
  }

  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <Input
        isCompact
        type="search"
        inputMode={isNumber ? 'numeric' : undefined}
        value={text}
        onChange={(event) => take(event.target.value)}
      />
    </Field>
  )
}
