import { ZisProblem } from '../../zis/wire/problems'
import { decodeBase64Text, toBase64, toBytes } from '../encoding'

import type { ReadAssumption } from '../assumptions'

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
export function pageOf<Row>(
  rows: Row[],
  cursorOf: (row: Row) => string,
  query: PageQuery,
  assume: ReadAssumption,
) {
  const size = pageSize(query['page[size]'], assume)
  const { 'page[after]': after } = query
  const before = after && assume('bothCursors') === 'after' ? undefined : query['page[before]']
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

/**
 * {@link pageOf} for the registry, whose cursors may be made unreadable, so that nobody builds on what they
 * hold today (zis-api 1.5, 13).
 */
export function registryPageOf<Row>(
  rows: Row[],
  cursorOf: (row: Row) => string,
  query: PageQuery,
  assume: ReadAssumption,
) {
  if (assume('registryCursors') === 'names') return pageOf(rows, cursorOf, query, assume)
  const hide = (cursor: string) => (cursor === '' ? '' : toBase64(toBytes(cursor)))
  const show = (cursor: string | undefined) => cursor && (decodeBase64Text(cursor) ?? cursor)
  const read = {
    ...query,
    ...defined({ 'page[after]': show(query['page[after]']), 'page[before]': show(query['page[before]']) }),
  }
  const { page, meta } = pageOf(rows, cursorOf, read, assume)
  return { page, meta: { ...meta, after: hide(meta.after), before: hide(meta.before) } }
}

const defined = (cursors: Record<string, string | undefined>): PageQuery =>
  Object.fromEntries(Object.entries(cursors).filter(([, cursor]) => cursor !== undefined))

/** @throws {ZisProblem} BadRequest */
export function pageSize(text: string | undefined, assume: ReadAssumption): number {
  if (text === undefined) return 20
  const size = Number(text)
  if (/^\d+$/.test(text) && size > 100 && assume('longPages') === 'cut') return 100
  if (!/^\d+$/.test(text) || size < 1 || size > 100) {
    throw new ZisProblem('BadRequest', { detail: 'page[size] must be a number from 1 to 100' })
  }
  return size
}
