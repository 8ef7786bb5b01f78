import { ZisProblem } from '../../zis/wire/problems'

export interface PageQuery {
  'page[size]'?: string
  'page[after]'?: string
  'page[before]'?: string
}

/**
 * Cuts one page out of a list that is in order (zis-api 1.5). Cursors are the keys of the page's last and
 * first item, both empty when the page is empty.
 *
 * @throws {ZisProblem} BadRequest for a size that is no number from 1 to 100, or for two cursors
 */
export function pageOf<Row>(rows: Row[], cursorOf: (row: Row) => string, query: PageQuery) {
  const size = pageSize(query['page[size]'])
  const { 'page[after]': after, 'page[before]': before } = query
  if (after && before)
    throw new ZisProblem('BadRequest', { detail: 'use page[after] or page[before], not both' })

  let page: Row[]
  let hasMore: boolean
  if (before) {
    const end = rows.findIndex((row) => cursorOf(row) >= before)
    const earlier = end === -1 ? rows : rows.slice(0, end)
    page = earlier.slice(-size)
    hasMore = earlier.length > size
  } else {
    const start = after ? rows.findIndex((row) => cursorOf(row) > after) : 0
    const later = start === -1 ? [] : rows.slice(start)
    page = later.slice(0, size)
    hasMore = later.length > size
  }
  const last = page.at(-1)
  const first = page[0]
  return {
    page,
    meta: {
      after: last === undefined ? '' : cursorOf(last),
      before: first === undefined ? '' : cursorOf(first),
      has_more: hasMore,
    },
  }
}

/** @throws {ZisProblem} BadRequest */
export function pageSize(text: string | undefined): number {
  if (text === undefined) return 20
  const size = Number(text)
  if (!/^\d+$/.test(text) || size < 1 || size > 100) {
    throw new ZisProblem('BadRequest', { detail: 'page[size] must be a number from 1 to 100' })
  }
  return size
}
