import { below, keyOf } from '../../store/keys'
import type { Store } from '../../store/store'
import type { Tables } from '../../store/tables'

/** The configs at a scope; `*` stands for any run of characters, anywhere (zis-api 5.1). Case counts. */
export function findByScope(store: Store, integration: string, scope: string): Array<Tables['configs']> {
  const table = store.table('configs')
  if (!scope.includes('*')) {
    const row = table.get(keyOf(integration, scope))
    return row ? [row] : []
  }
  const parts = scope.split('*')
  return table
    .list({ prefix: below(integration) })
    .map(([, row]) => row)
    .filter((row) => matches(row.scope, parts))
}

/** Plain search part by part: a regular expression made of a caller's text could be made to explode. */
function matches(text: string, parts: string[]): boolean {
  const first = parts[0]!
  const last = parts.at(-1)!
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return at <= text.length - last.length
}
