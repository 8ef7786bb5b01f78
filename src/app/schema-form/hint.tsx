import { Field } from '@zendeskgarden/react-forms'
import { useText } from '../platform/words'
import type { Field as SchemaField, FieldKind } from './fields'

/** Fields that have one value, which may be left out. What is a list or a group of others says so by itself. */
const ofOneValue: readonly FieldKind[] = ['text', 'number', 'choice', 'picker', 'pickers']

/** What is said about a field below its label: that it may stay empty, its description, format and examples. */
export function useHint({
  kind,
  isRequired,
  isReadOnly,
  description,
  examples,
  schema,
}: SchemaField): string {
  const t = useText()
  const optional = !isRequired && !isReadOnly && ofOneValue.includes(kind) ? t('form.optional') : ''
  const format =
    schema.format === 'time' || schema.format === 'date-time' ? t(`form.hint_${schema.format}`) : ''
  const example = examples.length > 0 ? t('form.example', { examples }) : ''
  return [optional, description, format, example].filter(Boolean).join(' ')
}

export function Hint({ field, isHidden }: { field: SchemaField; isHidden?: boolean }) {
  const hint = useHint(field)
  return hint !== '' && !isHidden ? <Field.Hint>{hint}</Field.Hint> : null
}
