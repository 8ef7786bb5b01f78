import Type, { type TSchema } from 'typebox'

/** Shapes that several services share (zis-api 1.5, 1.7). */
export const Timestamp = Type.String({ description: 'RFC 3339, UTC' })
export const AnyObject = Type.Record(Type.String(), Type.Unknown())

export const Page = {
  'page[size]': Type.Optional(Type.String({ description: '1 to 100, default 20' })),
  'page[after]': Type.Optional(Type.String()),
  'page[before]': Type.Optional(Type.String()),
}

export const Meta = Type.Object({
  after: Type.String(),
  before: Type.String(),
  has_more: Type.Boolean(),
})

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
