import { customObjects as wire } from '../../../zis/wire/custom-objects'
import { ZisProblem } from '../../../zis/wire/problems'
import { apiUrl } from '../../account/api-url'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, userOf, type RouteHandler } from '../service'
import { createFieldChanges } from './people-fields'
import { refuse, taken } from './refusals'

/** The custom objects that an account defines, and their fields (zis-events 5.1). */
export function customObjectRoutes(world: World): RouteHandler[] {
  const { store, changes } = world
  const table = store.table('custom_objects')
  const all = () => table.list().map(([, row]) => row)
  const fieldsFor = (key: string) => {
    const object = customObjectOf(world, key)
    return createFieldChanges(world, ownerOfFields(object.key), `custom_objects/${object.key}/fields`)
  }
  async function kept<Answer>(key: string, answer: Answer): Promise<Answer> {
    changes.tell('objects', key)
    await store.durable()
    return answer
  }
  const one = (object: Tables['custom_objects']) => {
    table.put(keyOf(object.key), object)
    return kept(object.key, { custom_object: object })
  }

  return [
    on(wire.listCustomObjects, () => {
      const custom_objects = all()
      return { custom_objects, next_page: null, previous_page: null, count: custom_objects.length }
    }),

    on(wire.createCustomObject, ({ body: { custom_object: input }, caller }) => {
      if (table.has(keyOf(input.key))) refuse('key', taken('Key', input.key))
      const by = String(userOf(caller).id)
      const now = stamp(world)
      const description = input.description ?? ''
      return one({
        key: input.key,
        url: apiUrl(`custom_objects/${input.key}`),
        title: input.title,
        title_pluralized: input.title_pluralized,
        raw_title: input.title,
        raw_title_pluralized: input.title_pluralized,
        description,
        raw_description: description,
        created_by_user_id: by,
        updated_by_user_id: by,
        created_at: now,
        updated_at: now,
      })
    }),

    on(wire.showCustomObject, ({ params: { key } }) => ({ custom_object: customObjectOf(world, key) })),

    on(wire.updateCustomObject, ({ params: { key }, body: { custom_object: input }, caller }) => {
      const before = customObjectOf(world, key)
      const { title = before.title, title_pluralized = before.title_pluralized } = input
      const { description = before.description } = input
      return one({
        ...before,
        ...{ title, title_pluralized, description, raw_title: title },
        ...{ raw_title_pluralized: title_pluralized, raw_description: description },
        updated_by_user_id: String(userOf(caller).id),
        updated_at: stamp(world),
      })
    }),

    on(wire.deleteCustomObject, ({ params: { key } }) => {
      const object = customObjectOf(world, key)
      table.delete(keyOf(object.key))
      for (const [row] of store.table('custom_object_records').list({ prefix: below(object.key) })) {
        store.table('custom_object_records').delete(row)
      }
      for (const [row] of store.table('people_fields').list({ prefix: below(ownerOfFields(object.key)) })) {
        store.table('people_fields').delete(row)
      }
      return kept(object.key, undefined)
    }),

    on(wire.listCustomObjectFields, ({ params: { key } }) => {
      const custom_object_fields = fieldsFor(key).all()
      return {
        custom_object_fields,
        next_page: null,
        previous_page: null,
        count: custom_object_fields.length,
      }
    }),

    on(wire.createCustomObjectField, ({ params: { key }, body: { custom_object_field: input } }) =>
      kept(key, { custom_object_field: fieldsFor(key).create(input) }),
    ),
  ]
}

export const ownerOfFields = (key: string): string => `custom_object:${key}`

/** @throws {ZisProblem} RecordNotFound */
export function customObjectOf({ store }: World, key: string): Tables['custom_objects'] {
  const object = store.table('custom_objects').get(keyOf(key))
  if (!object) throw new ZisProblem('RecordNotFound')
  return object
}
