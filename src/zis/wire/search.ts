import Type from 'typebox'
import { endpoint } from './endpoint'
import { AnyObject } from './shapes'
import { forAgents, ListPage, ListQuery } from './support-endpoints'

export const searchTypes = ['ticket', 'user', 'organization', 'group'] as const
const query = Type.String({ minLength: 1, maxLength: 2000 })

/** One search over tickets, users, organizations and groups; each result says its `result_type`. */
export const search = {
  searchAll: endpoint('GET /api/v2/search', {
    ...forAgents,
    summary: 'Search tickets, users, organizations and groups',
    query: Type.Object({
      query,
      page: ListQuery.page,
      per_page: ListQuery.per_page,
      sort_by: Type.Optional(Type.Enum(['updated_at', 'created_at', 'priority', 'status', 'ticket_type'])),
      sort_order: Type.Optional(Type.Enum(['asc', 'desc', 'relevance'])),
    }),
    status: 200,
    answer: Type.Object({ results: Type.Array(AnyObject), facets: Type.Null(), ...ListPage }),
  }),
  countSearch: endpoint('GET /api/v2/search/count', {
    ...forAgents,
    summary: 'Count what a search finds',
    query: Type.Object({ query }),
    status: 200,
    answer: Type.Object({ count: Type.Integer() }),
  }),
  exportSearch: endpoint('GET /api/v2/search/export', {
    ...forAgents,
    summary: 'Search one type by cursor, without the limit of 1,000 results',
    query: Type.Object({
      query,
      'filter[type]': Type.Enum([...searchTypes]),
      'page[size]': Type.Optional(Type.String({ description: '1 to 1,000, default 100' })),
      'page[after]': Type.Optional(Type.String()),
    }),
    status: 200,
    answer: Type.Object({ results: Type.Array(AnyObject), facets: Type.Null(), ...ListPage }),
  }),
}
