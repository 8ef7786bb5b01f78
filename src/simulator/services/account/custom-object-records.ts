import type { Static } from 'typebox'
import { customObjects as wire } from '../../../zis/wire/custom-objects'
import type { JsonObject } from '../../../zis/json'
import { ZisProblem } from '../../../zis/wire/problems'
import { allValues, fieldsOf } from '../../account/changes-of'
import { faultsOfValues } from '../../account/field-values'
import { nativeEventsOf } from '../../account/native-events'
import { apiUrl } from '../../account/api-url'
import { makeUlid } from '../../ulid'
import type { Bus } from '../../events/bus'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, stamp, type World } from '../../world'
import { on, Reply, userOf, type RouteHandler, type User } from '../service'
import { customObjectOf, ownerOfFields } from './custom-objects'
import { partsOf } from './find'
import { listPage } from './list-page'
import { refuse, refuseInvalid, taken } from './refusals'

type Row = Tables['custom_object_records']
type Input = Static<(typeof wire)['updateCustomObjectRecord']['body']>['custom_object_record']

/** Records of custom objects; each change raises the event of its kind (zis-events 5.1). */
export function customObjectRecordRoutes(world: World, bus: Bus): RouteHandler[] {
  const { store, changes } = world
  const table = store.table('custom_object_records')

  const fieldsFor = (key: string) => fieldsOf(world, ownerOfFields(key))
  const present = (row: Row): Row => ({
    ...row,
    custom_object_fields: allValues(fieldsFor(row.custom_object_key), row.custom_object_fields),
  })
  const recordsOf = (key: string): Row[] =>
    table.list({ prefix: below(customObjectOf(world, key).key) }).map(([, row]) => row)
  const withExternalId = (key: string, id: string) =>
    recordsOf(key).find(({ external_id }) => external_id === id)

  function recordOf(key: string, id: string): Row {
    const row = table.get(keyOf(customObjectOf(world, key).key, id))
    if (!row) throw new ZisProblem('RecordNotFound')
    return row
  }

  async function raise(kind: 'Created' | 'Changed' | 'Deleted', row: Row) {
    bus.publish(
      nativeEventsOf(world, [{ event_type: `customobject.CustomObjectRecord${kind}`, members: {} }], {
        origin: `Record ${row.name} of ${row.custom_object_key} was ${kind.toLowerCase()}`,
        subject: { custom_object_record: recordOfEvent(world, present(row)) },
        version: '2.0',
        hasSequence: false,
      }),
    )
    changes.tell('objects', row.custom_object_key)
    await store.durable()
    return { custom_object_record: present(row) }
  }

  function check(key: string, input: Input, own?: Row): void {
    refuseInvalid(faultsOfValues(fieldsFor(key), input.custom_object_fields ?? {}, 'custom_object_fields'))
    const holder = input.external_id ? withExternalId(key, input.external_id) : undefined
    if (holder && holder.id !== own?.id) refuse('external_id', taken('External', input.external_id!))
  }

  function create(key: string, input: Input, by: User) {
    const object = customObjectOf(world, key)
    const { name } = input
    if (name === undefined) refuse('name', 'Name: cannot be blank')
    check(key, input)
    const id = makeUlid(world.ids, world.clock.now())
    const now = stamp(world)
    const row: Row = {
      id,
      url: apiUrl(`custom_objects/${object.key}/records/${id}`),
      custom_object_key: object.key,
      name,
      external_id: input.external_id ?? null,
      custom_object_fields: input.custom_object_fields ?? {},
      created_by_user_id: String(by.id),
      updated_by_user_id: String(by.id),
      created_at: now,
      updated_at: now,
    }
    table.put(keyOf(object.key, id), row)
    return raise('Created', row)
  }

  function update(before: Row, input: Input, by: User) {
    check(before.custom_object_key, input, before)
    const row: Row = {
      ...before,
      name: input.name ?? before.name,
      external_id: input.external_id === undefined ? before.external_id : input.external_id,
      custom_object_fields: { ...before.custom_object_fields, ...input.custom_object_fields },
      updated_by_user_id: String(by.id),
      updated_at: stamp(world),
    }
    table.put(keyOf(row.custom_object_key, row.id), row)
    return raise('Changed', row)
  }

  async function remove(row: Row) {
    table.delete(keyOf(row.custom_object_key, row.id))
    await raise('Deleted', row)
    return undefined
  }

  function answer(records: Row[], request: Request) {
    const { rows, page } = listPage(records, request)
    return { custom_object_records: rows.map(present), ...page }
  }

  return [
    on(wire.listCustomObjectRecords, ({ params: { key }, query, request }) => {
      const ids = query['filter[ids]']
      const externalIds = query['filter[external_ids]']
      const fits = ({ id, external_id }: Row) =>
        (ids === undefined || partsOf(ids).includes(id)) &&
        (externalIds === undefined || partsOf(externalIds).includes(external_id ?? ''))
      return answer(recordsOf(key).filter(fits), request)
    }),

    on(wire.searchCustomObjectRecords, ({ params: { key }, query: { query = '' }, request }) => {
      const wanted = query.toLowerCase()
      const texts = (row: Row) => [row.name, row.external_id, ...Object.values(row.custom_object_fields)]
      return answer(
        recordsOf(key).filter((row) =>
          texts(row).some((text) => String(text).toLowerCase().includes(wanted)),
        ),
        request,
      )
    }),

    on(wire.countCustomObjectRecords, ({ params: { key } }) => ({
      count: { value: recordsOf(key).length, refreshed_at: stamp(world) },
    })),

    on(wire.createCustomObjectRecord, ({ params: { key }, body, caller }) =>
      create(key, body.custom_object_record, userOf(caller)),
    ),

    on(wire.setCustomObjectRecord, async ({ params: { key }, query: { external_id }, body, caller }) => {
      const known = withExternalId(key, external_id)
      const input = { ...body.custom_object_record, external_id }
      return known
        ? update(known, input, userOf(caller))
        : new Reply(201, await create(key, input, userOf(caller)))
    }),

    on(wire.deleteCustomObjectRecordByExternalId, ({ params: { key }, query: { external_id } }) => {
      const known = withExternalId(key, external_id)
      if (!known) throw new ZisProblem('RecordNotFound')
      return remove(known)
    }),

    on(wire.showCustomObjectRecord, ({ params: { key, id } }) => ({
      custom_object_record: present(recordOf(key, id)),
    })),

    on(wire.updateCustomObjectRecord, ({ params: { key, id }, body, caller }) =>
      update(recordOf(key, id), body.custom_object_record, userOf(caller)),
    ),

    on(wire.deleteCustomObjectRecord, ({ params: { key, id } }) => remove(recordOf(key, id))),
  ]
}

/** The `custom_object_record` of an event: ids of users are numbers in it. */
function recordOfEvent(world: World, row: Row): JsonObject {
  const { custom_object_key, id, external_id, name, created_at, updated_at } = row
  return {
    account_id: accountOf(world).id,
    custom_object_key,
    id,
    external_id,
    name,
    custom_object_fields: row.custom_object_fields as JsonObject,
    created_at,
    updated_at,
    created_by_user_id: Number(row.created_by_user_id),
    updated_by_user_id: Number(row.updated_by_user_id),
  }
}
