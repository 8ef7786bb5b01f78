import type { Json, JsonObject } from '../../zis/json'
import type { Tables } from '../store/tables'
import { below } from '../store/keys'
import type { World } from '../world'
import type { NativeChange } from './native-events'

/** A change with what was there and what is there now. */
export const changed = (event_type: string, previous: unknown, current: unknown): NativeChange => ({
  event_type,
  members: { previous: previous as Json, current: current as Json },
})

/** The change of the tags of a user or an organization; none when they are the same (zis-events 3.2, 4). */
export function tagsChanged(
  { assume }: World,
  event_type: string,
  before: string[],
  after: string[],
): NativeChange[] {
  const tags_added = after.filter((tag) => !before.includes(tag))
  const tags_removed = before.filter((tag) => !after.includes(tag))
  if (tags_added.length === 0 && tags_removed.length === 0) return []
  return assume('peopleTagsForm') === 'previous_current'
    ? [changed(event_type, before, after)]
    : [{ event_type, members: { tags_added, tags_removed } }]
}

type Field = Tables['people_fields']

/** The fields of users, of organizations, or of the records of a custom object. */
export const fieldsOf = ({ store }: World, owner: string): Field[] =>
  store
    .table('people_fields')
    .list({ prefix: below(owner) })
    .map(([, row]) => row)

/** How a field without a value reads. */
export const emptyValue = ({ type }: Field): Json =>
  type === 'checkbox' ? false : type === 'multiselect' ? [] : null

/** The values of all fields, those that are not set as empty. */
export function allValues(fields: Field[], set: Record<string, unknown>): JsonObject {
  return Object.fromEntries(
    fields
      .filter(({ active }) => active)
      .map((field) => [field.key, (set[field.key] as Json | undefined) ?? emptyValue(field)]),
  )
}

/** How events spell the type of a field (zis-events 2.3). */
const fieldTypes: Partial<Record<Field['type'], string>> = { dropdown: 'tagger', multiselect: 'multi-select' }

/** One change for each field whose value is another one (zis-events 3.2, 4). */
export function fieldsChanged(
  fields: Field[],
  event_type: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): NativeChange[] {
  return fields.flatMap((field) => {
    const previous = (before[field.key] as Json | undefined) ?? emptyValue(field)
    const current = (after[field.key] as Json | undefined) ?? emptyValue(field)
    if (JSON.stringify(previous) === JSON.stringify(current)) return []
    const { id, title, type } = field
    const custom_field = { id, title, field_type: fieldTypes[type] ?? type }
    return [{ event_type, members: { custom_field, previous, current } }]
  })
}
