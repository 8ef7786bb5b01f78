import { ZisProblem } from '../../../../zis/wire/problems'
import { search as wire } from '../../../../zis/wire/search'
import { ticketPriorities, ticketStatuses } from '../../../../zis/wire/ticket-shapes'
import { presentTicket } from '../../../account/tickets'
import { padded } from '../../../store/keys'
import type { World } from '../../../world'
import { on, userOf, type RouteHandler } from '../../service'
import { supportList } from '../support-list'
import { findAll, type Found } from './find'
import { createSearchIndex } from './known'

/** Results that the plain search gives at most; beyond them there is the export. */
const mostResults = 1000
/** Results of one page of the export. */
const largestExport = 1000

/** The search over tickets, users, organizations and groups (zis-api 10). */
export function searchRoutes(world: World): RouteHandler[] {
  const index = createSearchIndex(world)

  return [
    on(wire.searchAll, ({ query, caller }) => {
      const { query: text, sort_by, sort_order = 'desc', ...asked } = query
      const last = Number(asked.page ?? 1) * Math.min(Number(asked.per_page ?? 100), 100)
      if (last > mostResults) throw new ZisProblem('SearchTooFar', { limit: mostResults })
      const found = findAll(world, text, userOf(caller), index.rowsOf)
      const places = found
        .sort((a, b) => (sort_order === 'asc' ? 1 : -1) * compare(a, b, sort_by ?? 'created_at'))
        .map((one, at) => ({ one, at }))
      const path = `/api/v2/search?${new URLSearchParams({
        query: text,
        ...(sort_by && { sort_by }),
        ...(query.sort_order && { sort_order }),
      }).toString()}`
      const { page, rest } = supportList({ rows: places, path, keyOf: ({ at }) => padded(at) }, asked)
      return { results: page.map(({ one }) => resultOf(world, one)), facets: null, ...rest }
    }),

    on(wire.countSearch, ({ query: { query }, caller }) => ({
      count: findAll(world, query, userOf(caller), index.rowsOf).length,
    })),

    on(wire.exportSearch, ({ query, caller }) => {
      const { query: text, 'filter[type]': type, ...asked } = query
      const found = findAll(world, text, userOf(caller), index.rowsOf)
      const path = `/api/v2/search/export?${new URLSearchParams({ query: text, 'filter[type]': type }).toString()}`
      const { page, rest } = supportList(
        {
          rows: found.filter((one) => one.type === type),
          path,
          keyOf: ({ row }) => `${row.created_at} ${padded(row.id)}`,
          largest: largestExport,
        },
        { 'page[size]': '100', ...asked },
      )
      return { results: page.map((one) => resultOf(world, one)), facets: null, ...rest }
    }),
  ]
}

/** A result as its own path answers it. */
const resultOf = (world: World, { type, row }: Found) => ({
  ...(type === 'ticket' ? presentTicket(world, row) : row),
  result_type: type,
})

/** Orders by a property, and what has none of it by its creation. */
function compare(a: Found, b: Found, by: string): number {
  const [one, other] = [rank(a, by), rank(b, by)]
  if (one !== other) return one < other ? -1 : 1
  return a.row.id - b.row.id
}

function rank(found: Found, by: string): string {
  const { row } = found
  if (by === 'updated_at') return row.updated_at
  if (found.type === 'ticket') {
    if (by === 'status') return padded(ticketStatuses.indexOf(found.row.status))
    if (by === 'priority') {
      const place = found.row.priority === null ? -1 : ticketPriorities.indexOf(found.row.priority)
      return padded(place + 1)
    }
    if (by === 'ticket_type') return found.row.type ?? ''
  }
  return row.created_at
}
