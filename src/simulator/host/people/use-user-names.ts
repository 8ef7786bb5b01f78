import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../queries'

/** Ids of one question. */
const perAnswer = 100

/**
 * The names behind ids of users, asked for together: however many users an account has, those that are shown
 * are few.
 *
 * @returns the name behind an id; undefined until it is known, `User 7` for one that is no user
 */
export function useUserNames(ids: readonly number[]): (id: number) => string | undefined {
  const wanted = [...new Set(ids)].sort((a, b) => a - b)
  const { data: names, isPlaceholderData } = useQuery({
    queryKey: ['users', 'names', wanted],
    queryFn: () => readNames(wanted),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
  })
  return (id) => names?.get(id) ?? (names === undefined || isPlaceholderData ? undefined : `User ${id}`)
}

async function readNames(ids: number[]): Promise<Map<number, string>> {
  const parts = Array.from({ length: Math.ceil(ids.length / perAnswer) }, (_, at) =>
    ids.slice(at * perAnswer, (at + 1) * perAnswer).join(','),
  )
  const answers = await Promise.all(
    parts.map((part) => api.call('GET /api/v2/users/show_many', { query: { ids: part } })),
  )
  return new Map(
    answers.flatMap(({ users }) => users).flatMap(({ id, name }) => (id === null ? [] : [[id, name]])),
  )
}
