import { isObject, own, type JsonObject } from '../json'

/** The names of all states that a state can go to, its Catch included. */
export function targetsOf(state: JsonObject): string[] {
  const rules = [own(state, 'Choices'), own(state, 'Catch')].filter((value) => Array.isArray(value)).flat()
  const targets = [
    own(state, 'Next'),
    own(state, 'Default'),
    ...rules.map((rule) => isObject(rule) && own(rule, 'Next')),
  ]
  return targets.filter((target) => typeof target === 'string')
}

/** The names of the states that can be reached from `startAt`. */
export function reachedFrom(states: JsonObject, startAt: string): Set<string> {
  const reached = new Set<string>()
  const waiting = [startAt]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const state = own(states, name)
    if (reached.has(name) || !isObject(state)) continue
    reached.add(name)
    waiting.push(...targetsOf(state))
  }
  return reached
}
