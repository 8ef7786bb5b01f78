import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallAnswer, CallInput, WireByRoute } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { api } from '../queries'

type Body<R extends keyof WireByRoute> = CallInput<WireByRoute, R> extends { body: infer B } ? B : never

export type CustomObject = CallAnswer<WireByRoute, 'GET /api/v2/custom_objects'>['custom_objects'][number]
export type ObjectRecord = CallAnswer<
  WireByRoute,
  'GET /api/v2/custom_objects/:key/records'
>['custom_object_records'][number]
export type NewField = Body<'POST /api/v2/custom_objects/:key/fields'>['custom_object_field']
export type RecordInput = Body<'POST /api/v2/custom_objects/:key/records'>['custom_object_record']
export type LegacyRecord = CallAnswer<ControlByRoute, 'GET /_sim/legacy-records'>['records'][number]

/** Rows of one answer; each row has a menu of its own. */
const pageSize = '50'

export const useObjects = () =>
  useQuery({
    queryKey: ['objects', 'list'],
    queryFn: async () => (await api.call('GET /api/v2/custom_objects', {})).custom_objects,
  })

export const useObject = (key: string) =>
  useQuery({
    queryKey: ['objects', 'one', key],
    queryFn: async () =>
      (await api.call('GET /api/v2/custom_objects/:key', { params: { key } })).custom_object,
  })

export const useObjectFields = (key: string) =>
  useQuery({
    queryKey: ['objects', 'fields', key],
    queryFn: async () =>
      (await api.call('GET /api/v2/custom_objects/:key/fields', { params: { key } })).custom_object_fields,
  })

/** Records with a text in their name, external_id or fields, a page at a time. */
export const useRecords = (key: string, text: string) =>
  useInfiniteQuery({
    queryKey: ['objects', 'records', key, text],
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v2/custom_objects/:key/records/search', {
        params: { key },
        query: { query: text, 'page[size]': pageSize, 'page[after]': pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => (meta?.has_more ? (meta.after_cursor ?? undefined) : undefined),
  })

/** Records of legacy custom objects, of every type or of one. */
export const useLegacyRecords = (type: string | undefined) =>
  useQuery({
    queryKey: ['objects', 'legacy', type],
    queryFn: () => api.call('GET /_sim/legacy-records', { query: { limit: pageSize, type } }),
  })

/** A change of objects; what is shown of them is asked for again. */
function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    // Not waited for: a row that is gone could not tell any more that it was deleted.
    onSuccess: () => void client.invalidateQueries({ queryKey: ['objects'] }),
  })
}

export const useCreateObject = () =>
  useChange((custom_object: Body<'POST /api/v2/custom_objects'>['custom_object']) =>
    api.call('POST /api/v2/custom_objects', { body: { custom_object } }),
  )
export const useUpdateObject = (key: string) =>
  useChange((custom_object: Body<'PATCH /api/v2/custom_objects/:key'>['custom_object']) =>
    api.call('PATCH /api/v2/custom_objects/:key', { params: { key }, body: { custom_object } }),
  )
export const useDeleteObject = (key: string) =>
  useChange(() => api.call('DELETE /api/v2/custom_objects/:key', { params: { key } }))
export const useCreateField = (key: string) =>
  useChange((custom_object_field: NewField) =>
    api.call('POST /api/v2/custom_objects/:key/fields', { params: { key }, body: { custom_object_field } }),
  )

/** Creates a record, or updates the one with this id. */
export const useSaveRecord = (key: string, id: string | undefined) =>
  useChange((custom_object_record: RecordInput) => {
    const body = { custom_object_record }
    return id === undefined
      ? api.call('POST /api/v2/custom_objects/:key/records', { params: { key }, body })
      : api.call('PATCH /api/v2/custom_objects/:key/records/:id', { params: { key, id }, body })
  })
export const useDeleteRecord = (key: string, id: string) =>
  useChange(() => api.call('DELETE /api/v2/custom_objects/:key/records/:id', { params: { key, id } }))

type LegacyInput = Body<'POST /api/sunshine/objects/records'>['data']

/** Creates a legacy record, or changes attributes of the one with this id. */
export const useSaveLegacyRecord = (id: string | undefined) =>
  useChange((data: LegacyInput) =>
    id === undefined
      ? api.call('POST /api/sunshine/objects/records', { body: { data } })
      : api.call('PATCH /api/sunshine/objects/records/:id', {
          params: { id },
          body: { data: { attributes: data.attributes } },
        }),
  )
export const useDeleteLegacyRecord = (id: string) =>
  useChange(() => api.call('DELETE /api/sunshine/objects/records/:id', { params: { id } }))
