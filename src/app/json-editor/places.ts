import type { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { Path } from '../schema-form/path'

type Tree = ReturnType<typeof syntaxTree>
type Node = Tree['topNode']

/** The path of what stands at a position of a JSON text, also of one that is not finished. */
export function pathAt(tree: Tree, state: EditorState, position: number): Path {
  const path: Path = []
  for (let node: Node | null = tree.resolveInner(position, -1); node; node = node.parent) {
    const { parent } = node
    if (node.name === 'Property') path.unshift(nameOf(node, state))
    else if (parent?.name === 'Array' && isValue(node))
      path.unshift(itemsOf(parent).findIndex((one) => one.from === node!.from))
  }
  return path
}

/** Where the value of a path stands; the nearest one above it where there is none. */
export function rangeOf(tree: Tree, state: EditorState, path: Path): { from: number; to: number } {
  let node = tree.topNode.firstChild ?? tree.topNode
  for (const part of path) {
    const next =
      typeof part === 'number'
        ? itemsOf(node)[part]
        : childrenOf(node).find((child) => child.name === 'Property' && nameOf(child, state) === part)
            ?.lastChild
    if (!next) break
    node = next
  }
  return { from: node.from, to: node.to }
}

const isValue = ({ name, type }: Node) => !type.isError && !['[', ']', ',', '{', '}'].includes(name)
const itemsOf = (list: Node) => childrenOf(list).filter(isValue)

function childrenOf(node: Node): Node[] {
  const found: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}

function nameOf(property: Node, state: EditorState): string {
  const name = property.firstChild
  if (!name) return ''
  const text = state.sliceDoc(name.from, name.to)
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
