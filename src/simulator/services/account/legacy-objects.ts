import type { JsonObject } from '../../../zis/json'
import { legacyObjects as wire } from '../../../zis/wire/legacy-objects'
import { ZisProblem } from '../../../zis/wire/problems'
import { nativeEventsOf, type NativeChange } from '../../account/native-events'
import type { Bus } from '../../events/bus'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { accountOf, stamp, type World } from '../../world'
import { on, type RouteHandler } from '../service'
import { partsOf } from './find'
import { refuse, taken } from './refusals'

type Row = Tables['legacy_records']

/** Records of legacy custom objects. A creation raises CustomObjectChanged, too (zis-events 5.2). */
export function legacyObjectRoutes(world: World, bus: Bus): RouteHandler[] {
  const { store, changes } = world
  const table = store.table('legacy_records')
  const all = () => table.list().map(([, row]) => row)

  function recordOf(id: string): Row {
    const row = table.get(keyOf(id))
    if (!row) throw new ZisProblem('RecordNotFound')
    return row
  }

  async function raise(
    row: Row,
    change: Omit<NativeChange, 'event_source'>,
    subject: JsonObject,
    verb: string,
  ) {
    bus.publish(
      nativeEventsOf(world, [{ event_source: 'sunshine', ...change }], {
        origin: `Legacy record ${row.id} of ${row.type} was ${verb}`,
        subject,
        hasSequence: false,
      }),
    )
    changes.tell('objects')
    await store.durable()
  }

  async function keep(row: Row, verb: string) {
    table.put(keyOf(row.id), row)
    const custom_object = recordOfEvent(world, row)
    await raise(row, { event_type: 'customobject.CustomObjectChanged', members: {} }, { custom_object }, verb)
    return { data: row }
  }

  return [
    on(wire.listLegacyRecords, ({ query: { type, ids, external_id } }) => {
      if (type === undefined && ids === undefined) {
        throw new ZisProblem('SupportBadRequest', { detail: 'type or ids must be given' })
      }
      const data = all().filter(
        (row) =>
          (type === undefined || row.type === type) &&
          (ids === undefined || partsOf(ids).includes(row.id)) &&
          (external_id === undefined || isSame(row.external_id, external_id)),
      )
      return { data, links: { previous: null, next: null } }
    }),

    on(wire.createLegacyRecord, ({ body: { data } }) => {
      const { external_id = null, type, attributes } = data
      if (all().some((row) => row.type === type && isSame(row.external_id, external_id))) {
        refuse('external_id', taken('External', external_id!))
      }
      const now = stamp(world)
      const row = { id: world.ids.uuid(), type, external_id, attributes, created_at: now, updated_at: now }
      return keep(row, 'created')
    }),

    on(wire.showLegacyRecord, ({ params: { id } }) => ({ data: recordOf(id) })),

    on(wire.updateLegacyRecord, ({ params: { id }, body: { data } }) => {
      const before = recordOf(id)
      const attributes = { ...before.attributes, ...data.attributes }
      return keep({ ...before, attributes, updated_at: stamp(world) }, 'changed')
    }),

    on(wire.deleteLegacyRecord, async ({ params: { id } }) => {
      const row = recordOf(id)
      table.delete(keyOf(row.id))
      const change = { event_type: 'customobject.CustomObjectDeleted', members: { object_id: row.id } }
      await raise(row, change, {}, 'deleted')
      return undefined
    }),
  ]
}

/** Capitals do not count in external ids of legacy records. */
const isSame = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase()

/** The `custom_object` of an event: the account's id is a text in it. */
const recordOfEvent = (world: World, row: Row): JsonObject => ({
  account_id: String(accountOf(world).id),
  object_type: row.type,
  id: row.id,
  external_id: row.external_id,
  attributes: row.attributes as JsonObject,
  created_at: row.created_at,
  updated_at: row.updated_at,
})
