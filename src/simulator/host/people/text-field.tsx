import { Field, Input, Textarea } from '@zendeskgarden/react-forms'

interface TextFieldProps {
  label: string
  value: string
  hint?: string
  /** What is wrong with the value. */
  fault?: string
  isLong?: boolean
  onChange(value: string): void
}

/** One text of a form. */
export function TextField({ label, value, hint, fault, isLong = false, onChange }: TextFieldProps) {
  const validation = fault === undefined ? undefined : 'error'
  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      {hint && <Field.Hint>{hint}</Field.Hint>}
      {isLong ? (
        <Textarea
          minRows={2}
          isResizable
          value={value}
          validation={validation}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input value={value} validation={validation} onChange={(event) => onChange(event.target.value)} />
      )}
      {fault !== undefined && <Field.Message validation="error">{fault}</Field.Message>}
    </Field>
  )
}

/** Tags and domain names are typed with spaces between them. */
export const asWords = (list: string[]): string => list.join(' ')
export const fromWords = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '')
