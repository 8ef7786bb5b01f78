import { PathNotFound } from '../../../zis/flow/templates'
import type { MapState } from '../../../zis/flow/types'
import type { Step } from '../../../zis/history'
import { isObject, type Json } from '../../../zis/json'
import { readerOfPath } from '../compile-path'
import { actionFailed, errorNames } from '../errors'
import { FlowError } from '../ports'
import { write, type Outcome, type Running, type StateType } from '../state-type'

/**
 * Map runs its iterator once per element of an array of objects, in order. Inside, `$` is the element
 * and nothing else; what its data is after the last state becomes an element of the output. One failed
 * iteration fails the Map and the rest is not run (zis-flows 7.4).
 */
export const map: StateType<MapState> = {
  compile({ ItemsPath, Iterator }, compiler) {
    const read = readerOfPath(ItemsPath)
    const start = compiler.inner(Iterator)
    // Records point at their element; that of a Map which is in no other is the same in every run.
    const places: Array<NonNullable<Step['within']>> = []
    return (data, running, step) => {
      running.recorder.itemsPath(step, ItemsPath)
      const items = itemsOf(read(data), ItemsPath, running)
      const outputs: Json[] = []
      const iterations = running.iterations(start)
      const recorded = running.recorded
      const from = (first: number): Outcome | Promise<Outcome> => {
        for (let index = first; index < items.length; index++) {
          const within = step.within
            ? [...step.within, { state: step.state, index }]
            : (places[index] ??= [{ state: step.state, index }])
          const pending = iterations.run(items[index]!, within)
          if (pending) {
            return pending.then(() => {
              outputs.push(iterations.data)
              return from(index + 1)
            })
          }
          outputs.push(iterations.data)
        }
        // The elements were in the data, and what the iterations added is counted already.
        return write(outputs, { own: Math.max(0, running.recorded - recorded), shares: 1 })
      }
      return from(0)
    }
  },
}

function itemsOf(items: Json | undefined, path: string, { limits, assume }: Running): Json[] {
  const refuse = (cause: string) => actionFailed(cause, { isCatchable: assume('itemsPathErrorIsCaught') })
  if (items === undefined) throw refuse(new PathNotFound(path).message)
  if (!Array.isArray(items)) throw refuse(`${path} is not an array`)
  if (items.length > limits.mapItems) {
    throw new FlowError(
      errorNames.mapItems,
      `${path} has ${items.length} items; a Map takes at most ${limits.mapItems}`,
      { isCatchable: assume('tooManyMapItemsIsCaught') },
    )
  }
  const wrong = items.findIndex((item) => !isObject(item))
  if (wrong >= 0 && !assume('mapTakesAnyItems')) {
    throw refuse(`${path}[${wrong}] is not an object: a Map takes objects only`)
  }
  return items
}
