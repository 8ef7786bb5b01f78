import { keyOf } from '../../../store/keys'
import type { Store } from '../../../store/store'
import type { World } from '../../../world'
import type { Searched, SearchType } from './kinds'

const tables = { ticket: 'tickets', user: 'users', organization: 'organizations', group: 'groups' } as const
type TableName = (typeof tables)[SearchType]

/** How something was from a moment on (ms since 1970); undefined while it was not there. */
interface Version {
  at: number
  row: unknown
}

/** The longest lag that can be chosen (ms): older versions but the last are let go. */
const longestLag = 600_000

/** What the search knows by now: everything as it was a `searchLag` ago. */
export interface SearchIndex {
  rowsOf<T extends SearchType>(type: T): Array<Searched[T]>
}

/**
 * Follows the changes of what can be searched for while there is a lag; without one, the store itself is
 * read. What was changed before the lag was switched on, or before a restart, is known at once.
 */
export function createSearchIndex(world: World): SearchIndex {
  const { store, clock, changes, assume } = world
  let versions: Map<TableName, Map<string, Version[]>> | undefined

  /** Takes everything as it is for what has been known for long. */
  function begin(): void {
    versions = new Map(
      Object.values(tables).map((name) => [
        name,
        new Map(
          store
            .table(name)
            .list()
            .map(([key, row]) => [key, [{ at: 0, row }]]),
        ),
      ]),
    )
  }

  function note(name: TableName, id: string): void {
    const key = keyOf(Number(id))
    const rows = versions!.get(name)!
    const known = rows.get(key) ?? [{ at: 0, row: undefined }]
    const now = clock.now()
    const next = [...known, { at: now, row: store.table(name).get(key) }]
    const settled = next.findLastIndex(({ at }) => at <= now - longestLag)
    rows.set(key, next.slice(Math.max(0, settled)))
  }

  if (assume('searchLag') > 0) begin()
  changes.listen(({ kind, id }) => {
    if (kind === 'assumptions') {
      if (assume('searchLag') === 0) versions = undefined
      else if (!versions) begin()
      return
    }
    const name = Object.values(tables).find((one) => one === kind)
    if (!versions || !name) return
    // Without an id everything is another, as after a reset.
    if (id === undefined) begin()
    else note(name, id)
  })

  return {
    rowsOf<T extends SearchType>(type: T) {
      const name = tables[type]
      if (!versions) return all(store, name) as Array<Searched[T]>
      const moment = clock.now() - assume('searchLag') * 1000
      return [...versions.get(name)!.values()].flatMap((known) => {
        const row = known.findLast(({ at }) => at <= moment)?.row
        return row === undefined ? [] : [row as Searched[T]]
      })
    },
  }
}

const all = (store: Store, name: TableName): unknown[] =>
  store
    .table(name)
    .list()
    .map(([, row]) => row)
