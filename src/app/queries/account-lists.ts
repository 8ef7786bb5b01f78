import { queryOptions, useQuery } from '@tanstack/react-query'
import { isObject, type Json } from '../../zis/json'
import type { AccountWidget, ValueType } from '../../zis/widgets'
import { useConsole } from '../platform/console'
import type { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'

/** Something of the account that a setting may name. */
export interface AccountItem {
  value: Json
  title: string
  /** What a ticket field accepts. */
  type?: ValueType | undefined
}

type Row = Record<string, Json>

interface List {
  path: `/api/v2/${string}`
  query?: `${string}=${string}`
  /** Where the rows stand in the answer. */
  key: string
  items: (row: Row) => AccountItem[]
}

const named = (title: string) => (row: Row) => [
  { value: row.id ?? null, title: String(row[title] ?? row.id) },
]
const isActive = ({ active }: Row) => active !== false

/** What the values of a ticket field are, by its type (Support API, ticket fields). */
const accepted: Record<string, ValueType> = {
  integer: 'number',
  decimal: 'number',
  date: 'date',
  checkbox: 'boolean',
  tagger: 'choice',
  multiselect: 'choice',
  status: 'choice',
  priority: 'choice',
  tickettype: 'choice',
}
const acceptedBy = (type: Json | undefined): ValueType | undefined =>
  typeof type === 'string' && Object.hasOwn(accepted, type) ? accepted[type] : undefined

/** Each list of the account: who asks whom, and what is taken from a row (Support API). */
const lists: Record<AccountWidget, List> = {
  ticket_field: {
    path: '/api/v2/ticket_fields',
    key: 'ticket_fields',
    items: (row) =>
      isActive(row) ? named('title')(row).map((one) => ({ ...one, type: acceptedBy(row.type) })) : [],
  },
  // The field named status holds the statuses; its values are what events and flows carry.
  ticket_status: {
    path: '/api/v2/ticket_fields',
    key: 'ticket_fields',
    items: ({ type, system_field_options: options }) =>
      type === 'status' && Array.isArray(options)
        ? options
            .filter(isObject)
            .map(({ value, name }) => ({ value: value ?? null, title: String(name ?? value) }))
        : [],
  },
  group: { path: '/api/v2/groups', key: 'groups', items: named('name') },
  brand: { path: '/api/v2/brands', key: 'brands', items: (row) => (isActive(row) ? named('name')(row) : []) },
  user: {
    path: '/api/v2/users',
    query: 'role[]=agent&role[]=admin',
    key: 'users',
    items: (row) => (row.role === 'end-user' ? [] : named('name')(row)),
  },
  tag: {
    path: '/api/v2/tags',
    key: 'tags',
    items: ({ name }) => (name === undefined ? [] : [{ value: name, title: String(name) }]),
  },
}

/** So many rows are read at most: a list that is longer is searched by typing a value in. */
const pagesAtMost = 10

/** Reads one list of the account, page by page. */
export async function readAccountList(zis: ZisClient, widget: AccountWidget): Promise<AccountItem[]> {
  const { path, query, key, items } = lists[widget]
  const found: AccountItem[] = []
  for (let page = 1; page <= pagesAtMost; page++) {
    const pairs = new URLSearchParams(query)
    pairs.append('per_page', '100')
    pairs.append('page', String(page))
    const answer = await zis.read(path, pairs)
    const rows = isObject(answer) ? answer[key] : undefined
    if (Array.isArray(rows)) found.push(...rows.filter(isObject).flatMap(items))
    if (!isObject(answer) || typeof answer.next_page !== 'string') break
  }
  return distinct(found)
}

/** What shares its title with something else is told apart by its value. */
function distinct(found: AccountItem[]): AccountItem[] {
  const count = new Map<string, number>()
  for (const { title } of found) count.set(title, (count.get(title) ?? 0) + 1)
  return found.map((item) => ({
    ...item,
    title: count.get(item.title) === 1 ? item.title : `${item.title} (${String(item.value)})`,
  }))
}

/** What is asked for one list of the account; nothing while there is no widget that wants one. */
export const accountList = (zis: ZisClient, widget: AccountWidget | undefined) =>
  queryOptions<AccountItem[], Problem>({
    queryKey: ['account', widget],
    enabled: widget !== undefined,
    staleTime: 60_000,
    queryFn: () => (widget === undefined ? [] : readAccountList(zis, widget)),
  })

/** A list of the account. */
export function useAccountList(widget: AccountWidget | undefined) {
  const { zis } = useConsole()
  return useQuery(accountList(zis, widget))
}
