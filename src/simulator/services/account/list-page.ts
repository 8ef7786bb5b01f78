import { padded } from '../../store/keys'
import { supportList, type ListAsked } from './support-list'

const pageNames = ['page', 'per_page', 'page[size]', 'page[after]', 'page[before]'] as const

/**
 * One page of a list, as the request asks for it; rows are in the order of their ids.
 * @throws {ZisProblem} SupportBadRequest for a page that cannot be
 */
export function listPage<Row extends { id: string | number | null }>(
  rows: Row[],
  request: Request,
  isDescending = false,
) {
  const { pathname, searchParams } = new URL(request.url)
  const asked: ListAsked = {}
  for (const name of pageNames) {
    const text = searchParams.get(name)
    if (text !== null) asked[name] = text
    searchParams.delete(name)
  }
  const path = `${pathname.replace(/\.json$/, '')}?${searchParams.toString()}`
  const keyOf = ({ id }: Row) => (typeof id === 'number' ? padded(id) : String(id))
  const { page, rest } = supportList({ rows, path, keyOf, isDescending }, asked)
  return { rows: page, page: rest }
}
