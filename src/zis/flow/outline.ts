import { isObject, own, type Json, type JsonObject } from '../json'

/** One state of a flow, as a person reads it. */
export interface OutlinedState {
  /** Unique in the flow: the name, behind the names of the Maps around it. */
  id: string
  name: string
  type: string
  /** The id of the Map whose items it handles; absent outside of Maps. */
  within?: string
  /** Nothing leads on from here. */
  isEnd: boolean
  state: JsonObject
}

/** A way from one state to another. */
export interface Way {
  from: string
  to: string
  /** `each` leads from a Map to the first state for each item. */
  kind: 'next' | 'rule' | 'otherwise' | 'error' | 'each'
  /** The Choice rule that opens the way. */
  rule?: JsonObject
}

export interface FlowOutline {
  /** The states that can be entered, in the order of a walk from `StartAt`, then the others. */
  states: OutlinedState[]
  ways: Way[]
  /** Ids of states that nothing leads to. */
  unreachable: string[]
}

/**
 * The states of a flow and the ways between them, Maps opened (zis-flows 6, 7). It takes any `definition`,
 * also a faulty one: what is no state is left out, and so is a way to a name that no state has.
 */
export function flowOutline(definition: Json | undefined): FlowOutline {
  const outline: FlowOutline = { states: [], ways: [], unreachable: [] }
  outlineInto(outline, definition, undefined)
  return outline
}

function outlineInto(outline: FlowOutline, definition: Json | undefined, within: OutlinedState | undefined) {
  const states = isObject(definition) ? own(definition, 'States') : undefined
  if (!isObject(states)) return
  const startAt = own(definition as JsonObject, 'StartAt')
  const known = (name: Json | undefined): name is string =>
    typeof name === 'string' && isObject(own(states, name))
  const idOf = (name: string) => (within ? `${within.id} › ${name}` : name)
  if (within && known(startAt)) outline.ways.push({ from: within.id, to: idOf(startAt), kind: 'each' })

  const seen = new Set<string>()
  const walk = (from: string): void => {
    const waiting = [from]
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if (seen.has(name)) continue
      seen.add(name)
      const state = own(states, name) as JsonObject
      const ways = waysFrom(state).filter(({ to }) => known(to))
      const outlined: OutlinedState = {
        id: idOf(name),
        name,
        type: String(own(state, 'Type') ?? ''),
        ...(within && { within: within.id }),
        isEnd: ways.every(({ kind }) => kind === 'error'),
        state,
      }
      outline.states.push(outlined)
      for (const way of ways) outline.ways.push({ ...way, from: idOf(name), to: idOf(way.to) })
      if (outlined.type === 'Map') outlineInto(outline, own(state, 'Iterator'), outlined)
      waiting.unshift(...ways.map(({ to }) => to))
    }
  }
  if (known(startAt)) walk(startAt)
  for (const name of Object.keys(states)) {
    if (seen.has(name) || !known(name)) continue
    outline.unreachable.push(idOf(name))
    walk(name)
  }
}

function waysFrom(state: JsonObject): Array<Omit<Way, 'from'>> {
  const list = (key: string) => [own(state, key)].flat().filter(isObject)
  const to = (kind: Way['kind'], target: Json | undefined, rule?: JsonObject) =>
    typeof target === 'string' ? [{ kind, to: target, ...(rule && { rule }) }] : []
  return [
    ...list('Choices').flatMap((rule) => to('rule', own(rule, 'Next'), rule)),
    ...to('otherwise', own(state, 'Default')),
    ...to('next', own(state, 'Next')),
    ...list('Catch').flatMap((catcher) => to('error', own(catcher, 'Next'))),
  ]
}
