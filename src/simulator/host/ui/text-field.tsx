import { Field, Input, Textarea } from '@zendeskgarden/react-forms'
import styled, { css } from 'styled-components'

interface TextFieldProps {
  label: string
  isLabelHidden?: boolean
  value: string
  hint?: string
  /** What is wrong with the value. */
  fault?: string
  /** Lines of text that there is room for at least; one unless told. */
  lines?: number
  /** JSON and the like, in a fixed-width font. */
  isCode?: boolean
  isSecret?: boolean
  inputMode?: 'decimal' | 'numeric' | 'url'
  onChange(value: string): void
}

const code = css`
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`
const Long = styled(Textarea)<{ $isCode: boolean }>`
  ${({ $isCode }) => $isCode && code}
`

/** One text of a form. */
export function TextField({ label, hint, fault, lines = 1, isCode = false, ...props }: TextFieldProps) {
  const { isLabelHidden, value, isSecret = false, inputMode, onChange } = props
  const validation = fault === undefined ? undefined : 'error'
  return (
    <Field>
      <Field.Label hidden={isLabelHidden}>{label}</Field.Label>
      {hint && <Field.Hint>{hint}</Field.Hint>}
      {lines > 1 ? (
        <Long
          $isCode={isCode}
          minRows={lines}
          isResizable
          spellCheck={isCode ? false : undefined}
          value={value}
          validation={validation}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          type={isSecret ? 'password' : 'text'}
          autoComplete={isSecret ? 'off' : undefined}
          inputMode={inputMode}
          value={value}
          validation={validation}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {fault !== undefined && <Field.Message validation="error">{fault}</Field.Message>}
    </Field>
  )
}

/** Tags and domain names are typed with spaces between them. */
export const asWords = (list: string[]): string => list.join(' ')
export const fromWords = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '')
