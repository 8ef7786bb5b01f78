import Type, { type TSchema } from 'typebox'
import { change, Flag, Id, maybe, shape, Text, type Members } from './parts'

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })

/** The value of a custom field in an event, by its `field_type` there (zis-events 2.3). */
const values = {
  checkbox: Flag,
  date: maybe(Day),
  decimal: maybe(Type.Union([Type.Number(), Text])),
  integer: maybe(Type.Union([Type.Integer(), Text])),
  tagger: maybe(Text),
  'multi-select': Type.Array(Text),
  regexp: maybe(Text),
  text: maybe(Text),
  textarea: maybe(Text),
  partialcreditcard: maybe(Text),
  lookup: maybe(Type.Union([Id, Text])),
} satisfies Record<string, TSchema>

export type EventFieldType = keyof typeof values

/** One shape for each kind of field: tickets, users and organizations tell of all of them with one type. */
export const customFieldChanged: Members[] = Object.entries(values).map(([kind, value]) => ({
  custom_field: shape({ id: Id, title: Text, field_type: Type.Literal(kind) }),
  ...change(value),
}))
