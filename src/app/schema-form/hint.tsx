import { Field } from '@zendeskgarden/react-forms'
import { useText } from '../platform/words'
import type { Field as SchemaField } from './fields'

/** What is said about a field below its label: its description, its format and examples. */
export function useHint({ description, examples, schema }: SchemaField): string {
  const t = useText()
  const format =
    schema.format === 'time' || schema.format === 'date-time' ? t(`form.hint_${schema.format}`) : ''
  const example = examples.length > 0 ? t('form.example', { examples }) : ''
  return [description, format, example].filter(Boolean).join(' ')
}

export function Hint({ field, isHidden }: { field: SchemaField; isHidden?: boolean }) {
  const hint = useHint(field)
  return hint !== '' && !isHidden ? <Field.Hint>{hint}</Field.Hint> : null
}
