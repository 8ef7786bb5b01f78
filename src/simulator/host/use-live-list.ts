import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { catchUp, withOlder, type Known, type ListSource } from './live-list'

/** Rows of one page of a list. */
export const pageSize = '200'

/** A list that stays up to date at its top and grows at its end. */
export interface LiveList<Row> {
  /** Undefined until the first page is there. */
  data: Row[] | undefined
  error: Error | null
  refetch(): unknown
  hasMore: boolean
  isLoadingOlder: boolean
  /** Why older rows could not be had. */
  olderProblem: Error | null
  loadOlder(): void
}

/** @param queryKey begins with the kind of change that the list follows */
export function useLiveList<Row extends { id: string }>(
  queryKey: QueryKey,
  source: ListSource<Row>,
): LiveList<Row> {
  const client = useQueryClient()
  const known = () => client.getQueryData<Known<Row>>(queryKey)
  const query = useQuery({
    queryKey,
    queryFn: () => catchUp(source, known),
    // Another filter: the rows stay until its own are there.
    placeholderData: keepPreviousData,
  })
  const older = useMutation({
    async mutationFn() {
      const last = known()?.rows.at(-1)
      if (!last) return
      const page = await source.page(last.id)
      client.setQueryData<Known<Row>>(queryKey, (now) => now && withOlder(now, page))
    },
  })

  return {
    data: query.data?.rows,
    error: query.error,
    refetch: query.refetch,
    hasMore: query.data?.hasMore === true && !query.isPlaceholderData,
    isLoadingOlder: older.isPending,
    olderProblem: older.error,
    loadOlder: () => older.mutate(),
  }
}
