import { ZisProblem } from '../../../zis/wire/problems'
import type { World } from '../../world'
import {
  emptyFieldValue,
  isSameValue,
  readFieldValue,
  tagsOfValue,
  valueOfTags,
  type Value,
} from './field-values'
import type { TicketRow } from './ticket-row'

/**
 * Sets custom fields. A field with options and its tags are one thing seen twice: a tag that came or went sets
 * the field, and a value that is set brings its tags. Fields that the account does not have are passed over.
 *
 * @param tagged the tags as the change itself leaves them
 * @throws {ZisProblem} RecordInvalid for a value that a field cannot have
 */
export function setFieldValues(
  { store }: World,
  row: TicketRow,
  tagged: string[],
  input: Array<{ id: number; value: Value }>,
): Pick<TicketRow, 'tags' | 'field_values'> {
  let tags = tagged
  const values = { ...row.field_values }
  for (const [, field] of store.table('ticket_fields').list()) {
    if (!field.removable || !field.active) continue
    const before = values[field.id] ?? emptyFieldValue(field)
    const given = input.findLast(({ id }) => id === field.id)
    if (given) {
      const value = readFieldValue(field, given.value)
      if (value === undefined) {
        throw new ZisProblem(
          'RecordInvalid',
          {},
          { base: `${field.title}: ${show(given.value)} is not valid` },
        )
      }
      const gone = tagsOfValue(field, before)
      tags = [...new Set([...tags.filter((tag) => !gone.includes(tag)), ...tagsOfValue(field, value)])]
      values[field.id] = value
    } else if (!isSameValue(row.tags, tagged)) {
      const now = valueOfTags(field, newestLast(row.tags, tagged))
      if (now !== undefined && !isSameValue(now, before)) values[field.id] = now
    }
  }
  return { tags, field_values: values }
}

/** Tags that were there already come first: of two options of one field, the one that was added counts. */
const newestLast = (before: string[], after: string[]): string[] => [
  ...after.filter((tag) => before.includes(tag)),
  ...after.filter((tag) => !before.includes(tag)),
]

const show = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value))
