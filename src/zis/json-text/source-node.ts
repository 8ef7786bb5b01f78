import { at } from '../report'

/** Where a value stands in its text, and where its members do. */
export interface SourceNode {
  start: number
  end: number
  /** Of an object, by key; of a key that stands there twice, the last, which is the one that counts. */
  members?: Map<string, { keyStart: number; node: SourceNode }>
  /** Of an array. */
  items?: SourceNode[]
}

/**
 * The offset of what a JSON pointer names, or of the nearest thing around it that is there.
 *
 * @param part `key` for the key of a member instead of its value
 */
export function offsetAt(root: SourceNode, pointer: string, part: 'key' | 'value'): number {
  const found = findNode(root, pointer)
  return part === 'key' && found.keyStart !== undefined ? found.keyStart : found.node.start
}

/** The value that a JSON pointer names, or the nearest one around it; `isWhole` when it is the one itself. */
export function findNode(
  root: SourceNode,
  pointer: string,
): { node: SourceNode; keyStart: number | undefined; isWhole: boolean } {
  let node = root
  let keyStart: number | undefined
  for (const token of tokensOf(pointer)) {
    const member = node.members?.get(token)
    const item = node.items?.[Number(token)]
    if (!member && !item) return { node, keyStart, isWhole: false }
    node = member?.node ?? item!
    keyStart = member?.keyStart
  }
  return { node, keyStart, isWhole: true }
}

/** The steps of a JSON pointer (RFC 6901). */
const tokensOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The pointer of steps, the other way round. */
export const pointerOf = (steps: ReadonlyArray<string | number>): string => at('', ...steps)
