import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject, Meta, Page, Timestamp } from './shapes'

const LinkObject = Type.Object({ name: Type.String(), metadata: Type.Optional(AnyObject) })

export const Link = Type.Object({
  id: Type.String(),
  uuid: Type.String({ description: 'deprecated' }),
  account_id: Type.Integer(),
  integration: Type.String(),
  link_type: Type.String(),
  left_object: LinkObject,
  right_object: LinkObject,
  created_at: Timestamp,
  updated_at: Timestamp,
})

/** Ids may be given as numbers; they are kept as text (zis-api 6). */
const Name = Type.Union([Type.String(), Type.Integer()])
const NewObject = Type.Object({ name: Name, metadata: Type.Optional(AnyObject) })
const ObjectChange = Type.Optional(
  Type.Object({ name: Type.Optional(Name), metadata: Type.Optional(AnyObject) }),
)

const callers = ['session', 'zis_token'] as const
const answer = Type.Object({ link: Link })

/** Links: pairs of records of two systems that belong together (zis-api 6). */
export const links = {
  findLinks: endpoint('GET /api/services/zis/links/:integration', {
    summary: 'Find links by type and at least one of the two names',
    source: 'zis-api 6.1',
    callers,
    query: Type.Object({
      link_type: Type.String(),
      left_object_name: Type.Optional(Type.String({ description: 'exact, or with *' })),
      right_object_name: Type.Optional(Type.String({ description: 'exact, or with *' })),
      ...Page,
    }),
    status: 200,
    answer: Type.Object({ links: Type.Array(Link), meta: Meta }),
  }),
  createLink: endpoint('POST /api/services/zis/links/:integration', {
    summary: 'Create a link',
    source: 'zis-api 6.2',
    callers,
    body: Type.Object({ link_type: Type.String(), left_object: NewObject, right_object: NewObject }),
    status: 201,
    answer,
  }),
  changeLink: endpoint('PATCH /api/services/zis/links/:integration', {
    summary: 'Change the names or the metadata of a link',
    source: 'zis-api 6.2',
    callers,
    query: Type.Object({
      link_type: Type.String(),
      left_object_name: Type.String(),
      right_object_name: Type.Optional(
        Type.String({ description: 'may be left out when the left object has one link of the type' }),
      ),
    }),
    body: Type.Object({ left_object: ObjectChange, right_object: ObjectChange }),
    status: 200,
    answer,
  }),
  deleteLink: endpoint('DELETE /api/services/zis/links/:integration', {
    summary: 'Delete a link',
    source: 'zis-api 6.2',
    callers,
    query: Type.Object({
      link_type: Type.String(),
      left_object_name: Type.String(),
      right_object_name: Type.String(),
    }),
    status: 204,
  }),
}
