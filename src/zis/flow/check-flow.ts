import { isObject, own, type Json, type JsonObject } from '../json'
import { nearest } from '../nearest'
import { at, checkWords, type Report, shown } from '../report'
import { stateCheck } from './check-states'
import { pathsIn } from './check-template'
import { checkTypes } from './check-types'
import { checkWays } from './check-ways'
import { reachedFrom } from './targets'
import type { StateTypeName } from './types'

export interface FlowSurroundings {
  report: Report
  checkActionName(name: string, pointer: string): void
  /** States of the flow around an iterator, outermost included: nobody inside can go to them. */
  outerStates?: ReadonlySet<string>
}

/** The `States` in which a state stands, and what its check may call. */
export interface StatePlace extends FlowSurroundings {
  pointer: string
  names: ReadonlySet<string>
  /** A state to go to; says so when there is none of that name. */
  checkTarget(name: Json | undefined, pointer: string): void
  /** The iterator of a Map. */
  checkIterator(definition: Json, pointer: string): void
}

const flowWords = ['Comment', 'StartAt', 'States']

/** Checks a flow's definition, or a Map's iterator (zis-flows 14.3 to 14.8). */
export function checkFlow(definition: Json, pointer: string, around: FlowSurroundings): void {
  const { report } = around
  if (!isObject(definition)) {
    report.error('flow.not-object', pointer, 'the definition is not an object', 'give it StartAt and States')
    return
  }
  checkWords(report, definition, pointer, flowWords, (word) => nearest(word, flowWords))
  const states = own(definition, 'States')
  const startAt = own(definition, 'StartAt')
  if (!isObject(states) || Object.keys(states).length === 0) {
    const place = states === undefined ? pointer : at(pointer, 'States')
    report.error(
      'flow.states-missing',
      place,
      'the flow has no States',
      'add "States" with at least one state',
    )
  }
  const known = isObject(states) ? states : {}
  const names = new Set(Object.keys(known))
  const checkTarget = targetCheck(names, around)
  if (startAt === undefined) {
    report.error(
      'flow.start-missing',
      pointer,
      'the flow has no StartAt',
      'add "StartAt", the name of the first state',
    )
  } else {
    checkTarget(startAt, at(pointer, 'StartAt'))
  }

  const outerStates = new Set([...(around.outerStates ?? []), ...names])
  const checkIterator = (iterator: Json, place: string) => {
    checkFlow(iterator, place, { ...around, outerStates })
    checkInputInside(iterator, place, report)
  }
  const surroundings = { ...around, names, checkTarget, checkIterator }
  const statesAt = at(pointer, 'States')
  for (const [name, state] of Object.entries(known)) {
    checkState(name, state, { ...surroundings, pointer: at(statesAt, name) })
  }
  if (typeof startAt === 'string') checkReachable(known, startAt, pointer, report)
  if (around.outerStates === undefined) {
    checkWays(definition, pointer, report)
    checkTypes(known, pointer, report)
  }
}

function targetCheck(names: ReadonlySet<string>, { report, outerStates }: FlowSurroundings) {
  return (name: Json | undefined, pointer: string): void => {
    if (typeof name === 'string' && names.has(name)) return
    if (typeof name === 'string' && outerStates?.has(name)) {
      report.error(
        'map.leaves-iterator',
        pointer,
        `${shown(name)} is outside of this iterator`,
        'states of an iterator can only go to each other',
      )
      return
    }
    const near = typeof name === 'string' && !report.isFull ? nearest(name, names) : undefined
    report.error(
      'flow.next-unknown',
      pointer,
      `there is no state ${shown(name)} to go to`,
      near ? `did you mean "${near}"?` : `states here are ${[...names].slice(0, 10).join(', ') || 'none'}`,
    )
  }
}

const longestName = 80

function checkState(name: string, state: Json, place: StatePlace): void {
  const { report, pointer } = place
  if (name.length > longestName) {
    report.warning(
      'state.name-long',
      pointer,
      `the name of the state is longer than ${longestName} characters`,
      'choose a shorter name',
    )
  }
  if (!isObject(state)) {
    report.error('state.not-object', pointer, `the state ${shown(name)} is not an object`, 'give it a Type')
    return
  }
  const type = own(state, 'Type')
  const check = typeof type === 'string' ? stateCheck(type) : undefined
  if (!check) {
    report.error(
      'state.type-unknown',
      type === undefined ? pointer : at(pointer, 'Type'),
      type === undefined ? `the state ${shown(name)} has no Type` : `${shown(type)} is not a type of state`,
      typeWayOut(type),
    )
    return
  }
  check(state, place)
}

const typeNames: Record<StateTypeName, true> = {
  Action: true, Choice: true, Fail: true, Map: true, Pass: true, Succeed: true, Wait: true,
} // prettier-ignore

function typeWayOut(type: Json | undefined): string {
  if (type === 'Task') return 'ZIS calls it "Action", with ActionName'
  if (type === 'Parallel') return 'ZIS has no Parallel: put the states one after another'
  const near = typeof type === 'string' ? nearest(type, Object.keys(typeNames)) : undefined
  return near ? `did you mean "${near}"?` : `types are ${Object.keys(typeNames).join(', ')}`
}

function checkReachable(states: JsonObject, startAt: string, pointer: string, report: Report): void {
  const reached = reachedFrom(states, startAt)
  for (const name of Object.keys(states)) {
    // One that is no object was told already.
    if (reached.has(name) || !isObject(states[name])) continue
    report.warning(
      'state.unreachable',
      at(pointer, 'States', name),
      `no way leads to the state ${shown(name)}`,
      'name it in a Next, Default or Catch, or take it out',
    )
  }
}

/** Inside an iterator `$` is the element, so what reads the flow's own data reads nothing (zis-flows 7.4). */
function checkInputInside(iterator: Json, pointer: string, report: Report): void {
  for (const { path, pointer: place } of pathsIn(iterator, pointer)) {
    if (!/^\$\.(input|connections|account_id|subdomain|integration_key)\b/.test(path)) continue
    report.warning(
      'map.reads-outer-data',
      place,
      `${path} is not there inside a Map: $ is the element and nothing else`,
      'copy the value into every element with jq before the Map',
    )
  }
}
