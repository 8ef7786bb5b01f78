import { readSteps, type PathStep } from '../../zis/flow/paths'
import { isObject, type Json } from '../../zis/json'
import { sizeUpTo } from '../../zis/size'
import type { Weight } from './state-type'

/**
 * Makes the measure of what a template gives: its fixed part is measured once, texts by their length, and
 * whatever else came from the data counts as the whole of it. So no step walks through large data.
 */
export function compileWeight(template: Json): (rendered: Json) => Weight {
  const fixed = sizeUpTo(template, Infinity)
  const places = dynamicPlaces(template)
  if (places.length === 0) {
    const weight = { own: fixed, shares: 0 }
    return () => weight
  }
  return (rendered) => {
    let own = fixed
    let shares = 0
    for (const place of places) {
      const value = readSteps(rendered, place)
      if (typeof value === 'string') own += value.length
      else if (typeof value === 'object' && value !== null) shares += 1
    }
    return { own, shares }
  }
}

/** Whether a template gives something else for other data. */
export const hasDollarKeys = (template: Json): boolean => dynamicPlaces(template).length > 0

/** Where the rendered value has what stood under a `.$` key. */
function dynamicPlaces(value: Json, at: PathStep[] = []): PathStep[][] {
  if (Array.isArray(value)) return value.flatMap((child, index) => dynamicPlaces(child, [...at, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key.endsWith('.$') ? [[...at, key.slice(0, -2)]] : dynamicPlaces(child, [...at, key]),
  )
}
