import Type, { type TSchema } from 'typebox'
import { Nullable } from './shapes'
import { staff } from './support-shapes'

/** For everyone who works in the account, with any credential. */
export const forAgents = { source: 'zis-api 10', callers: staff, notOnlyAdmins: true } as const
/** For admins, with any credential. */
export const forAdmins = { source: 'zis-api 10', callers: staff } as const

/** How a list of the Support API is asked for: by offset, or by cursor once there is a `page[size]`. */
export const ListQuery = {
  page: Type.Optional(Type.String({ description: 'from 1' })),
  per_page: Type.Optional(Type.String({ description: '1 to 100, default 100' })),
  'page[size]': Type.Optional(Type.String({ description: '1 to 100' })),
  'page[after]': Type.Optional(Type.String()),
  'page[before]': Type.Optional(Type.String()),
}

/** What a list says of its pages: `count` and addresses, or `meta` and `links` (zis-api 10.1). */
export const ListPage = {
  next_page: Type.Optional(Nullable(Type.String())),
  previous_page: Type.Optional(Nullable(Type.String())),
  count: Type.Optional(Type.Integer()),
  meta: Type.Optional(
    Type.Object({
      has_more: Type.Boolean(),
      after_cursor: Nullable(Type.String()),
      before_cursor: Nullable(Type.String()),
    }),
  ),
  links: Type.Optional(Type.Object({ next: Nullable(Type.String()), prev: Nullable(Type.String()) })),
}

/** A property that need not be given, and may be emptied with null. */
export const Clearable = <S extends TSchema>(schema: S) => Type.Optional(Nullable(schema))
