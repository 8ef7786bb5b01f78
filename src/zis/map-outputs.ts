import { readPath, writePath } from './flow/paths'
import type { Step } from './history'
import type { Json } from './json'

/** What a Map step wrote: its value, or that it is the array which its iterations made. */
type Written = (step: Step, output: Json[]) => Json

/**
 * Plays the writes of an attempt from its first data on and tells, for every Map that came to its end,
 * which array its iterations made. A Map stands before its own states in the list of steps.
 *
 * @param written called for each such Map, inner ones first; what it gives is what the Map wrote
 */
export function playMaps(steps: readonly Step[], data: Json, written: Written): void {
  play(0, 0, data)

  /** Plays the states of one place; gives its data at the end and the first step behind it. */
  function play(from: number, depth: number, begin: Json): [data: Json, next: number] {
    let now = begin
    let at = from
    const index = steps[from]?.within?.[depth - 1]?.index
    for (;;) {
      const step = steps[at]
      if (!step || depthOf(step) < depth || step.within?.[depth - 1]?.index !== index) return [now, at]
      at += 1
      let value = step.wrote?.value
      if (step.type === 'Map' && step.items_path !== undefined) {
        const items = readPath(now, step.items_path)
        const outputs: Json[] = []
        while (steps[at] && depthOf(steps[at]!) > depth) {
          const item = Array.isArray(items) ? items[outputs.length] : undefined
          const [output, next] = play(at, depth + 1, item ?? null)
          outputs.push(output)
          at = next
        }
        if (step.wrote && !step.error) value = written(step, outputs)
      }
      if (step.wrote) now = writePath(now, step.wrote.path, value ?? null, 'any')
    }
  }
}

const depthOf = ({ within }: Step): number => within?.length ?? 0
