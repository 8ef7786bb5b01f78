/**
 * The parts of a directed graph in which every node can be reached from every other (Tarjan). A part comes
 * after all parts that it leads to. Keeps its own stack: a flow may be a chain of thousands of states.
 */
export function strongParts(nodes: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const parts: string[][] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()

  const enter = (node: string) => {
    order.set(node, order.size)
    lowest.set(node, order.size - 1)
    open.push(node)
    isOpen.add(node)
    return { node, targets: next(node), at: 0 }
  }
  const lower = (node: string, value: number) => lowest.set(node, Math.min(lowest.get(node)!, value))

  for (const first of nodes) {
    if (order.has(first)) continue
    const visits = [enter(first)]
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = visit.targets[visit.at++]
      if (target !== undefined) {
        if (!order.has(target)) visits.push(enter(target))
        else if (isOpen.has(target)) lower(visit.node, order.get(target)!)
        continue
      }
      visits.pop()
      const above = visits.at(-1)
      if (above) lower(above.node, lowest.get(visit.node)!)
      if (lowest.get(visit.node) !== order.get(visit.node)) continue
      const part = open.splice(open.lastIndexOf(visit.node))
      for (const node of part) isOpen.delete(node)
      parts.push(part)
    }
  }
  return parts
}
