/** How a property is compared; `:` is equality, or holding a word. */
export type Operator = ':' | '<' | '>' | '<=' | '>='

/** One condition of a search; a text without a property has no key. */
export interface Condition {
  key?: string
  op: Operator
  value: string
  isNegated: boolean
}

/** Words, `"quoted text"`, `property:value`, `property>value`, each of them negated by a `-` before it. */
const condition = /(-?)(?:([A-Za-z_][A-Za-z0-9_]*)(<=|>=|:|<|>))?(?:"([^"]*)"|(\S+))/g

/** Reads a search as Zendesk writes it: `type:ticket status<solved -tags:vip "not arrived"`. */
export function readQuery(query: string): Condition[] {
  return [...query.matchAll(condition)].map(([, minus, key, op = ':', quoted, bare]) => ({
    ...(key !== undefined && { key: key.toLowerCase() }),
    op: op as Operator,
    value: (quoted ?? bare ?? '').trim(),
    isNegated: minus === '-',
  }))
}
