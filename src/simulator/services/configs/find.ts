import { below, keyOf } from '../../store/keys'
import type { Store } from '../../store/store'
import type { Tables } from '../../store/tables'
import { fitsPattern } from '../wildcards'

/** The configs at a scope; `*` stands for any run of characters, anywhere (zis-api 5.1). Case counts. */
export function findByScope(store: Store, integration: string, scope: string): Array<Tables['configs']> {
  const table = store.table('configs')
  if (!scope.includes('*')) {
    const row = table.get(keyOf(integration, scope))
    return row ? [row] : []
  }
  return table
    .list({ prefix: below(integration) })
    .map(([, row]) => row)
    .filter((row) => fitsPattern(row.scope, scope))
}
