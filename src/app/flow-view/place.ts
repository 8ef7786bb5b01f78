import { Graph, layout } from '@dagrejs/dagre'
import type { FlowOutline, Way } from '../../zis/flow/outline'

/** Pixels. */
export const box = { width: 220, height: 60 }
const margin = 16

export interface Placed {
  width: number
  height: number
  /** Left and top of a state's box. */
  boxes: Map<string, { x: number; y: number }>
  lines: Array<{
    way: Way
    points: Array<{ x: number; y: number }>
    label: { x: number; y: number } | undefined
  }>
}

/**
 * Places the states of a flow from the top down, so that few lines cross.
 *
 * @param labelWidth pixels that the label of a way takes; 0 for none
 */
export function place(outline: FlowOutline, labelWidth: (way: Way) => number): Placed {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 44, marginx: margin, marginy: margin })
  for (const { id } of outline.states) graph.setNode(id, { ...box })
  outline.ways.forEach((way, index) => {
    const width = labelWidth(way)
    graph.setEdge(
      way.from,
      way.to,
      { width, height: width === 0 ? 0 : 22, labelpos: 'c', weight: way.kind === 'error' ? 1 : 3 },
      String(index),
    )
  })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width: Math.max(width, 0),
    height: Math.max(height, 0),
    boxes: new Map(
      outline.states.map(({ id }) => {
        const { x, y } = graph.node(id) as { x: number; y: number }
        return [id, { x: x - box.width / 2, y: y - box.height / 2 }]
      }),
    ),
    lines: outline.ways.map((way, index) => {
      const edge = graph.edge(way.from, way.to, String(index)) as {
        points: Array<{ x: number; y: number }>
        x?: number
        y?: number
      }
      const hasLabel = labelWidth(way) > 0 && edge.x !== undefined && edge.y !== undefined
      return { way, points: edge.points, label: hasLabel ? { x: edge.x!, y: edge.y! } : undefined }
    }),
  }
}

/** A soft line through the points. */
export function curve(points: Array<{ x: number; y: number }>): string {
  const [first, ...rest] = points
  if (!first) return ''
  const last = rest.at(-1) ?? first
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1]!
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 }
    return `Q ${point.x} ${point.y} ${end.x} ${end.y}`
  })
  return bends.length === 0
    ? `M ${first.x} ${first.y} L ${last.x} ${last.y}`
    : `M ${first.x} ${first.y} ${bends.join(' ')}`
}
