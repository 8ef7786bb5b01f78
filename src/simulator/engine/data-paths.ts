import { PathNotFound } from '../../zis/flow/templates'
import { isPathProblem, parsePath, readerOf, writePath } from '../../zis/flow/paths'
import type { FlowState } from '../../zis/flow/types'
import type { Step } from '../../zis/history'
import type { Json } from '../../zis/json'
import type { Outcome, Place, Running, Work } from './state-type'

/**
 * `InputPath` and `OutputPath`, which ZIS does not document: as in the Amazon States Language when the
 * switch says so, otherwise they are nothing (zis-flows 6). The state then sees a part of the data, its
 * result goes to ResultPath in all of it, and a part of that goes on.
 */
export function withDataPaths(state: FlowState, work: Work, place: Place): Work {
  const { InputPath, OutputPath } = state as { InputPath?: unknown; OutputPath?: unknown }
  if (InputPath === undefined && OutputPath === undefined) return work
  const input = partOf(InputPath)
  const output = partOf(OutputPath)

  const finish = (outcome: Outcome, all: Json, seen: Json): Outcome => {
    // A recording gives what had become of all the data.
    if (outcome.data !== undefined) return outcome
    switch (outcome.does) {
      case 'fail':
        return outcome
      case 'write':
        return { does: 'pass', data: output.read(put(place, all, outcome.value)) }
      case 'pass':
        return { does: 'pass', data: output.read(state.Type === 'Pass' ? put(place, all, seen) : seen) }
      default:
        return { ...outcome, data: output.read(seen) }
    }
  }

  return (data: Json, running: Running, step: Step) => {
    if (!running.assume('inputAndOutputPath')) return work(data, running, step)
    const seen = input.read(data)
    let outcome: Outcome | Promise<Outcome>
    try {
      outcome = work(seen, running, step)
    } finally {
      placeInAll(step, input)
    }
    return outcome instanceof Promise
      ? outcome.then((settled) => finish(settled, data, seen))
      : finish(outcome, data, seen)
  }
}

/** The record speaks of places in all of the data; of the empty object in its place there are none. */
function placeInAll(step: Step, { text, isNothing }: Part): void {
  if (step.items_path !== undefined) step.items_path = text + step.items_path.slice(1)
  for (const [at, from] of Object.entries(step.taken ?? {})) {
    if (isNothing) step.parameters = writePath(step.parameters ?? null, at, {})
    else step.taken![at] = text + from.slice(1)
  }
  if (isNothing) delete step.taken
}

const put = (place: Place, data: Json, value: Json): Json =>
  place === 'discard' ? data : place.write(data, value)

interface Part {
  text: string
  /** The path is null: an empty object takes the place of the data. */
  isNothing: boolean
  read(data: Json): Json
}

/** What is no path is taken as the whole. */
function partOf(path: unknown): Part {
  if (path === null) return { text: '$', isNothing: true, read: () => ({}) }
  const text = typeof path === 'string' && !isPathProblem(parsePath(path)) ? path : '$'
  const steps = parsePath(text)
  const read = readerOf(isPathProblem(steps) ? [] : steps)
  return {
    text,
    isNothing: false,
    read(data) {
      const value = read(data)
      if (value === undefined) throw new PathNotFound(text)
      return value
    },
  }
}
