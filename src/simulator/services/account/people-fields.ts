import type { Static } from 'typebox'
import { peopleFields as wire, type NewField } from '../../../zis/wire/people-fields'
import { fieldsOf } from '../../account/changes-of'
import { apiUrl } from '../../account/api-url'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { on, type RouteHandler } from '../service'
import { findRowBelow } from './find'
import { listPage } from './list-page'
import { refuse, taken } from './refusals'

type Field = Tables['people_fields']
type NewFieldInput = Static<typeof NewField>
type FieldChange = Static<(typeof wire)['updateUserField']['body']>['user_field']

/** Ways to change the fields of an owner: `users`, `organizations` or `custom_object:{key}`. */
export function createFieldChanges(world: World, owner: string, path: string) {
  const { store } = world
  const table = store.table('people_fields')

  const optionsOf = (options: FieldChange['custom_field_options']): Field['custom_field_options'] =>
    options?.map(({ name, value }) => ({ id: store.nextNumber('field_options', 370_001), name, value }))

  /** @throws {ZisProblem} RecordInvalid for a key that is taken, and for a choice without options */
  function create(input: NewFieldInput): Field {
    const others = fieldsOf(world, owner)
    if (others.some(({ key }) => key === input.key)) refuse('key', taken('Key', input.key))
    const hasOptions = input.type === 'dropdown' || input.type === 'multiselect'
    if (hasOptions && !input.custom_field_options?.length) {
      refuse('custom_field_options', 'Field options: there must be at least one')
    }
    const id = store.nextNumber('people_fields', 360_001)
    const now = stamp(world)
    const field: Field = {
      id,
      url: apiUrl(`${path}/${id}`),
      key: input.key,
      type: input.type,
      title: input.title,
      description: input.description ?? '',
      position: others.length,
      active: input.active ?? true,
      system: false,
      regexp_for_validation: input.regexp_for_validation ?? null,
      tag: null,
      ...(hasOptions && { custom_field_options: optionsOf(input.custom_field_options)! }),
      created_at: now,
      updated_at: now,
    }
    table.put(keyOf(owner, id), field)
    return field
  }

  function update(id: string, input: FieldChange): Field {
    const before = findRowBelow(table, owner, id)
    const options = before.custom_field_options && optionsOf(input.custom_field_options)
    const field: Field = {
      ...before,
      title: input.title ?? before.title,
      description: input.description ?? before.description,
      active: input.active ?? before.active,
      regexp_for_validation:
        input.regexp_for_validation === undefined
          ? before.regexp_for_validation
          : input.regexp_for_validation,
      ...(options && { custom_field_options: options }),
      updated_at: stamp(world),
    }
    table.put(keyOf(owner, field.id), field)
    return field
  }

  return {
    all: () => fieldsOf(world, owner),
    show: (id: string) => findRowBelow(table, owner, id),
    create,
    update,
    remove: (id: string) => table.delete(keyOf(owner, findRowBelow(table, owner, id).id)),
  }
}

/** The fields of users and of organizations. */
export function peopleFieldRoutes(world: World): RouteHandler[] {
  const { store, changes } = world
  const ofUsers = createFieldChanges(world, 'users', 'user_fields')
  const ofOrganizations = createFieldChanges(world, 'organizations', 'organization_fields')

  /** Everybody has the field at once: all pages of people show it. */
  async function kept<Answer>(kind: 'users' | 'organizations', answer: Answer): Promise<Answer> {
    changes.tell(kind)
    await store.durable()
    return answer
  }

  return [
    on(wire.listUserFields, ({ request }) => {
      const { rows, page } = listPage(ofUsers.all(), request)
      return { user_fields: rows, ...page }
    }),
    on(wire.createUserField, ({ body }) => kept('users', { user_field: ofUsers.create(body.user_field) })),
    on(wire.showUserField, ({ params: { id } }) => ({ user_field: ofUsers.show(id) })),
    on(wire.updateUserField, ({ params: { id }, body }) =>
      kept('users', { user_field: ofUsers.update(id, body.user_field) }),
    ),
    on(wire.deleteUserField, ({ params: { id } }) => {
      ofUsers.remove(id)
      return kept('users', undefined)
    }),

    on(wire.listOrganizationFields, ({ request }) => {
      const { rows, page } = listPage(ofOrganizations.all(), request)
      return { organization_fields: rows, ...page }
    }),
    on(wire.createOrganizationField, ({ body }) =>
      kept('organizations', { organization_field: ofOrganizations.create(body.organization_field) }),
    ),
    on(wire.showOrganizationField, ({ params: { id } }) => ({
      organization_field: ofOrganizations.show(id),
    })),
    on(wire.updateOrganizationField, ({ params: { id }, body }) =>
      kept('organizations', { organization_field: ofOrganizations.update(id, body.organization_field) }),
    ),
    on(wire.deleteOrganizationField, ({ params: { id } }) => {
      ofOrganizations.remove(id)
      return kept('organizations', undefined)
    }),
  ]
}
