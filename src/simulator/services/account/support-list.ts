import { ZisProblem } from '../../../zis/wire/problems'
import { accountUrl } from '../../account/api-url'
import { decodeBase64Text, toBase64Url, toBytes } from '../../encoding'

export interface ListAsked {
  page?: string
  per_page?: string
  'page[size]'?: string
  'page[after]'?: string
  'page[before]'?: string
}

export interface SupportList<Row> {
  rows: Row[]
  /** Of the list, with what was asked beside its pages, e.g. `/api/v2/tickets?external_id=a`. */
  path: string
  /** The place of a row in the order of the list; no two rows have the same. */
  keyOf(row: NoInfer<Row>): string
  isDescending?: boolean
  /** Rows of a page at most; 100 unless told. */
  largest?: number
}

const largestPage = 100

/**
 * One page of a list of the Support API: by offset with `count` and addresses, or by cursor with `meta` and
 * `links` once a `page[size]` is asked for. A cursor names a place in the order, so rows that come or go
 * between two pages lose none of the others.
 *
 * @throws {ZisProblem} SupportBadRequest for a page that cannot be
 */
export function supportList<Row>(
  { rows, path, keyOf, isDescending = false, largest = largestPage }: SupportList<Row>,
  asked: ListAsked,
) {
  const way = isDescending ? -1 : 1
  const inOrder = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : 0))
  const isCursor = ['page[size]', 'page[after]', 'page[before]'].some((name) => name in asked)
  return isCursor ? byCursor(inOrder, path, way, asked, largest) : byOffset(inOrder, path, asked)
}

interface Keyed<Row> {
  row: Row
  key: string
}

function byOffset<Row>(rows: Keyed<Row>[], path: string, { page = '1', per_page = '100' }: ListAsked) {
  const number = numberOf('page', page)
  // More than the most is taken for the most.
  const size = Math.min(numberOf('per_page', per_page), largestPage)
  const from = (number - 1) * size
  const address = (wanted: number) => addressOf(path, { page: String(wanted), per_page: String(size) })
  return {
    page: rows.slice(from, from + size).map(({ row }) => row),
    rest: {
      next_page: from + size < rows.length ? address(number + 1) : null,
      previous_page: number > 1 ? address(number - 1) : null,
      count: rows.length,
    },
  }
}

function byCursor<Row>(rows: Keyed<Row>[], path: string, way: 1 | -1, asked: ListAsked, largest: number) {
  const size = numberOf('page[size]', asked['page[size]'] ?? '100')
  if (size > largest) throw badPage(`page[size] must be a number from 1 to ${largest}`)
  const { 'page[after]': after, 'page[before]': before } = asked
  if (after !== undefined && before !== undefined) throw badPage('use page[after] or page[before], not both')

  const compare = (key: string, place: string) => (key < place ? -way : key > place ? way : 0)
  const beyond = (place: string) => (row: Keyed<Row>) => compare(row.key, place) > 0
  const short = (place: string) => (row: Keyed<Row>) => compare(row.key, place) < 0
  const found =
    before !== undefined
      ? rows.filter(short(placeOf(before)))
      : after !== undefined
        ? rows.filter(beyond(placeOf(after)))
        : rows
  const page = before !== undefined ? found.slice(-size) : found.slice(0, size)
  const [first, last] = [page[0], page.at(-1)]
  const to = (name: string, row: Keyed<Row> | undefined) =>
    row ? addressOf(path, { [name]: cursorOf(row.key), 'page[size]': String(size) }) : null
  return {
    page: page.map(({ row }) => row),
    rest: {
      meta: {
        has_more: found.length > size,
        after_cursor: last ? cursorOf(last.key) : null,
        before_cursor: first ? cursorOf(first.key) : null,
      },
      links: { next: to('page[after]', last), prev: to('page[before]', first) },
    },
  }
}

function addressOf(path: string, asked: Record<string, string>): string {
  const [plain = '', search = ''] = path.split('?')
  const query = new URLSearchParams(search)
  for (const [name, value] of Object.entries(asked)) query.set(name, value)
  return `${accountUrl}${plain}.json?${query.toString()}`
}

function numberOf(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw badPage(`${name} must be a number from 1`)
  return Number(text)
}

/** The cursor of a place in an order. */
export const cursorOf = (key: string): string => toBase64Url(toBytes(key))

/** @throws {ZisProblem} SupportBadRequest for a text that is no cursor */
export function placeOf(cursor: string): string {
  const place = decodeBase64Text(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  if (place === undefined) throw badPage('the cursor is not one of this list')
  return place
}

const badPage = (detail: string) => new ZisProblem('SupportBadRequest', { detail })
