import type { Static } from 'typebox'
import type { EventFieldType } from '../../../zis/event-schema/custom-field'
import type { CustomFieldType } from '../../../zis/wire/ticket-fields'
import type { FieldValue } from '../../../zis/wire/ticket-shapes'
import type { Tables } from '../../store/tables'

export type Value = Static<typeof FieldValue>
type Field = Tables['ticket_fields']

/** How a field without a value reads. */
export const emptyFieldValue = ({ type }: Pick<Field, 'type'>): Value =>
  type === 'checkbox' ? false : type === 'multiselect' ? [] : null

/** How events spell the kind of a field (zis-events 2.3). */
export const eventFieldType = (type: string): EventFieldType =>
  type === 'multiselect' ? 'multi-select' : (type as Exclude<CustomFieldType, 'multiselect'>)

/**
 * A value as the field keeps it: numbers may come as texts, and null or an empty text empties the field.
 * Undefined for a value that the field cannot have. A `regexp` field takes any text: an expression of a
 * caller's making could be made to run for ever.
 */
export function readFieldValue(
  { type, custom_field_options: options = [] }: Field,
  value: Value,
): Value | undefined {
  if (value === null || value === '') return emptyFieldValue({ type })
  const isOption = (one: string) => options.some((option) => option.value === one)
  switch (type) {
    case 'checkbox':
      return typeof value === 'boolean' ? value : ({ true: true, false: false } as const)[String(value)]
    case 'integer':
      return /^-?\d{1,15}$/.test(String(value)) ? Number(value) : undefined
    case 'decimal':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(String(value)) ? Number(value) : undefined
    case 'date':
      return typeof value === 'string' && isDay(value) ? value.slice(0, 10) : undefined
    case 'tagger':
      return typeof value === 'string' && isOption(value) ? value : undefined
    case 'multiselect': {
      const several = typeof value === 'string' ? [value] : value
      return Array.isArray(several) && several.every(isOption) ? [...new Set(several)] : undefined
    }
    case 'lookup':
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) && !Number.isNaN(Date.parse(text))

export const isSameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The tags that a value puts on its ticket: those of its options, or the checkbox's own. */
export function tagsOfValue({ type, tag }: Field, value: Value): string[] {
  if (type === 'checkbox') return value === true && tag ? [tag] : []
  if (type === 'tagger') return typeof value === 'string' ? [value] : []
  return type === 'multiselect' && Array.isArray(value) ? value : []
}

/** The value that a field with options has by the tags of its ticket; undefined for any other field. */
export function valueOfTags(
  { type, tag, custom_field_options: options = [] }: Field,
  tags: string[],
): Value | undefined {
  const chosen = options.map(({ value }) => value).filter((value) => tags.includes(value))
  if (type === 'checkbox') return tag ? tags.includes(tag) : undefined
  if (type === 'tagger') return chosen.at(-1) ?? null
  return type === 'multiselect' ? chosen : undefined
}
