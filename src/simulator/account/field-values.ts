import type { Detail } from '../../zis/wire/problems'
import type { Tables } from '../store/tables'

type Field = Tables['people_fields']

/** Characters of a text in a field. */
const longest = 65_535

/**
 * What is wrong with values for fields, by the field's place in a refusal; empty when all fit. Null empties
 * a field. A `regexp` field takes any text: an expression of a caller's making could be made to explode.
 */
export function faultsOfValues(
  fields: Field[],
  values: Record<string, unknown>,
  place: string,
): Record<string, Detail> {
  const faults: Record<string, Detail> = {}
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((one) => one.key === key && one.active)
    const fault = field ? (value === null ? undefined : faultOf(field, value)) : 'is no field that is defined'
    if (fault) faults[`${place}.${key}`] = `${field?.title ?? key}: ${fault}`
  }
  return faults
}

function faultOf({ type, custom_field_options: options = [] }: Field, value: unknown): string | undefined {
  const isOption = (one: unknown) => options.some((option) => option.value === one)
  switch (type) {
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'must be true or false'
    case 'integer':
      return Number.isSafeInteger(value) ? undefined : 'must be a whole number'
    case 'decimal':
      return typeof value === 'number' ? undefined : 'must be a number'
    case 'date':
      return typeof value === 'string' && isDate(value) ? undefined : 'must be a date such as 2026-03-02'
    case 'dropdown':
      return isOption(value) ? undefined : `${JSON.stringify(value)} is none of its options`
    case 'multiselect':
      return Array.isArray(value) && value.every(isOption) ? undefined : 'must be a list of its options'
    case 'lookup':
      return typeof value === 'string' || Number.isSafeInteger(value)
        ? undefined
        : 'must be the id of a record'
    default:
      return typeof value === 'string' && value.length <= longest ? undefined : 'must be a text'
  }
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
