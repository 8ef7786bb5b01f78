import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject, Nullable, Timestamp } from './shapes'
import { forAgents } from './support-endpoints'

export const LegacyRecord = Type.Object({
  id: Type.String({ description: 'UUID' }),
  type: Type.String(),
  external_id: Nullable(Type.String()),
  attributes: AnyObject,
  created_at: Timestamp,
  updated_at: Timestamp,
})
const One = Type.Object({ data: LegacyRecord })

const forLegacy = { ...forAgents, source: 'zis-events 5.2' } as const

/** Records of legacy custom objects; any name is taken for a type (zis-events 5.2). */
export const legacyObjects = {
  listLegacyRecords: endpoint('GET /api/sunshine/objects/records', {
    ...forLegacy,
    summary: 'List legacy records by type, ids or external_id',
    query: Type.Object({
      type: Type.Optional(Type.String()),
      ids: Type.Optional(Type.String({ description: 'parted by commas' })),
      external_id: Type.Optional(Type.String({ description: 'with type' })),
    }),
    status: 200,
    answer: Type.Object({
      data: Type.Array(LegacyRecord),
      links: Type.Object({ previous: Type.Null(), next: Type.Null() }),
    }),
  }),
  createLegacyRecord: endpoint('POST /api/sunshine/objects/records', {
    ...forLegacy,
    summary: 'Create a legacy record',
    body: Type.Object({
      data: Type.Object({
        type: Type.String({ minLength: 1, maxLength: 100 }),
        external_id: Type.Optional(Nullable(Type.String({ maxLength: 255 }))),
        attributes: AnyObject,
      }),
    }),
    status: 201,
    answer: One,
  }),
  showLegacyRecord: endpoint('GET /api/sunshine/objects/records/:id', {
    ...forLegacy,
    summary: 'Show a legacy record',
    status: 200,
    answer: One,
  }),
  updateLegacyRecord: endpoint('PATCH /api/sunshine/objects/records/:id', {
    ...forLegacy,
    summary: 'Change attributes of a legacy record; those not named stay',
    body: Type.Object({ data: Type.Object({ attributes: AnyObject }) }),
    status: 200,
    answer: One,
  }),
  deleteLegacyRecord: endpoint('DELETE /api/sunshine/objects/records/:id', {
    ...forLegacy,
    summary: 'Delete a legacy record',
    status: 204,
  }),
}
