import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import type { World } from '../../world'
import { fitsPattern } from '../wildcards'

/** The configs at a scope, oldest first; `*` stands for any run of characters, anywhere (zis-api 5.1). Case counts. */
export function findByScope(
  { store, assume }: Pick<World, 'store' | 'assume'>,
  integration: string,
  scope: string,
): Array<Tables['configs']> {
  const table = store.table('configs')
  const isPattern = assume('scopeWildcards') === 'anywhere' ? scope.includes('*') : /^[^*]*\*$/.test(scope)
  if (!isPattern) {
    const row = table.get(keyOf(integration, scope))
    return row ? [row] : []
  }
  return table
    .list({ prefix: below(integration) })
    .map(([, row]) => row)
    .filter((row) => fitsPattern(row.scope, scope))
    .sort((a, b) => a.id - b.id)
}
