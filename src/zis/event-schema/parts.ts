import Type, { type TSchema } from 'typebox'

/** Members of an event, by name; an event has these and no others. */
export type Members = Record<string, TSchema>

export const closed = { additionalProperties: false }
export const shape = (members: Members) => Type.Object(members, closed)
export const maybe = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

export const Id = Type.Integer({ minimum: 1 })
export const Text = Type.String()
export const Flag = Type.Boolean()
/** RFC 3339 in UTC with whole seconds (zis-events 1). */
export const Time = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' })
export const AnyMembers = Type.Record(Type.String(), Type.Unknown())
export const dates = { created_at: Time, updated_at: Time }

/** A property before and after. */
export const change = (value: TSchema): Members => ({ previous: value, current: value })
export const people: Members = { users_added: Type.Array(Id), users_removed: Type.Array(Id) }
export const tags: Members = { tags_added: Type.Array(Text), tags_removed: Type.Array(Text) }

/** The events of one save share the id (zis-events 1). */
const Sequence = shape({
  id: Type.String({ pattern: '^[0-9A-F]{32}$' }),
  position: Type.Integer({ minimum: 1 }),
  total: Type.Integer({ minimum: 1 }),
})

/** @param hasSequence true for tickets, users and organizations (zis-events 1) */
export const metaOf = (version: '1.0' | '2.0', hasSequence: boolean) =>
  shape({
    version: Type.Literal(version),
    occurred_at: Time,
    ref: Type.String({ pattern: '^\\d+-\\d+$' }),
    ...(hasSequence && { sequence: Sequence }),
  })

/**
 * What a domain's events have in common, and what each type says beside it. A type that carries one of
 * several shapes, such as a custom field's value by the kind of field, has them all in a list.
 */
export interface EventDomain {
  meta: TSchema
  /** The object that the event is about, and its name in the event. */
  subject: { name: string; shape: TSchema }
  /** By event type; every type of the domain is here. */
  members: Record<string, Members | Members[]>
  /** Types whose object is gone, so that they carry none. */
  withoutSubject?: readonly string[]
}
