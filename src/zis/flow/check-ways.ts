import { isObject, own, type Json, type JsonObject } from '../json'
import { at, shown, type Report } from '../report'
import { strongParts } from './strong-parts'
import { reachedFrom, targetsOf } from './targets'

/** What one flow may have (zis-flows 1). */
const mostSeconds = 100
const mostTransitions = 250
const mostItems = 100

/** The most that one pass from a state to the end can take. */
interface Measure {
  transitions: number
  /** What its Waits add up to, and where they stand. */
  seconds: number
  waits: string[]
}
const nothing: Measure = { transitions: 0, seconds: 0, waits: [] }

/** Something that takes many transitions by itself: a Map, or a loop that waits. */
interface Heavy {
  pointer: string
  transitions: number
  /** Transitions of one item of a Map. */
  perItem?: number
}

/**
 * What can be told about time and transitions before a flow runs (zis-flows 1, 14): Waits that take too
 * long together, loops that never end, and the largest possible number of transitions.
 */
export function checkWays(definition: JsonObject, pointer: string, report: Report): void {
  const heavy: Heavy[] = []
  const { transitions, seconds, waits } = measure(definition, pointer, report, heavy)
  const last = waits.at(-1)
  if (seconds > mostSeconds && last !== undefined) {
    const message = `${waits.length} Waits on one way add up to ${round(seconds)} seconds; a flow ends after ${mostSeconds}`
    report.warning(
      'flow.waits-too-long',
      last,
      message,
      'wait less, or let another event start what comes after the wait',
    )
  }
  if (transitions <= mostTransitions) return
  const [worst] = heavy.sort((a, b) => b.transitions - a.transitions)
  const many = `this flow can enter ${transitions.toLocaleString('en')} states; after ${mostTransitions} it is ended`
  const fits =
    worst?.perItem && Math.floor((mostTransitions - transitions + worst.transitions) / worst.perItem)
  const wayOut =
    fits !== undefined && fits > 0
      ? `up to ${fits} items fit: send no more, or do in jq what its states do`
      : 'take states out of loops and Maps; jq can do the work of many'
  report.warning('flow.too-many-transitions', worst?.pointer ?? pointer, many, wayOut)
}

function measure(definition: Json | undefined, pointer: string, report: Report, heavy: Heavy[]): Measure {
  const states = isObject(definition) ? own(definition, 'States') : undefined
  const startAt = isObject(definition) ? own(definition, 'StartAt') : undefined
  if (!isObject(states) || typeof startAt !== 'string') return nothing
  const reached = reachedFrom(states, startAt)
  const next = (name: string) => targetsOf(states[name] as JsonObject).filter((target) => reached.has(target))

  const measures = new Map<string, Measure>()
  for (const part of strongParts([...reached], next)) {
    const inside = new Set(part)
    const own = part.map((name) =>
      measureState(states[name] as JsonObject, at(pointer, 'States', name), report, heavy),
    )
    const outward = part.flatMap(next).filter((target) => !inside.has(target))
    const onward = outward.map((target) => measures.get(target) ?? nothing)
    const isLoop = part.some((name) => next(name).some((target) => inside.has(target)))
    const turns = isLoop && canEnd(part, outward, states) ? turnsOf(part, states, next, pointer, report) : 1
    if (isLoop && !canEnd(part, outward, states)) {
      const message = `no way leads out of the loop of ${listed(part)}`
      report.warning(
        'flow.loop-without-end',
        at(pointer, 'States', part[0]!),
        message,
        'leave it by a Choice',
      )
    }
    const transitions = sum(own.map((one) => one.transitions)) * turns
    if (isLoop && transitions > part.length)
      heavy.push({ pointer: at(pointer, 'States', part[0]!), transitions })
    const longest = most(onward, ({ seconds }) => seconds)
    const measured: Measure = {
      transitions: transitions + most(onward, (one) => one.transitions).transitions,
      seconds: sum(own.map(({ seconds }) => seconds)) + longest.seconds,
      // The last one of a way is named in the finding; the ways of a long flow share most of their Waits.
      waits: [...own.flatMap(({ waits }) => waits), ...longest.waits].slice(-mostSeconds),
    }
    for (const name of part) measures.set(name, measured)
  }
  return measures.get(startAt) ?? nothing
}

function measureState(state: JsonObject, pointer: string, report: Report, heavy: Heavy[]): Measure {
  const type = own(state, 'Type')
  if (type === 'Wait') {
    const seconds = own(state, 'Seconds')
    // A single one that takes too long has a finding of its own.
    const counts = typeof seconds === 'number' && seconds > 0 && seconds < mostSeconds
    return counts ? { transitions: 1, seconds, waits: [pointer] } : { ...nothing, transitions: 1 }
  }
  if (type !== 'Map') return { ...nothing, transitions: 1 }
  const item = measure(own(state, 'Iterator'), at(pointer, 'Iterator'), report, heavy)
  const transitions = 1 + mostItems * item.transitions
  heavy.push({ pointer, transitions: transitions - 1, perItem: item.transitions })
  if (item.seconds * mostItems > mostSeconds) {
    const message = `with ${mostItems} items the Waits inside take ${round(item.seconds * mostItems)} seconds; a flow ends after ${mostSeconds}`
    report.note(
      'map.waits-too-long',
      pointer,
      message,
      `up to ${Math.floor(mostSeconds / item.seconds)} items are in time`,
    )
  }
  return { ...item, transitions }
}

/** How often a loop can turn: as often as its shortest Wait fits into the time, if every way around has one. */
function turnsOf(
  part: string[],
  states: JsonObject,
  next: (name: string) => string[],
  pointer: string,
  report: Report,
): number {
  const secondsOf = (name: string) => {
    const seconds = own(states[name] as JsonObject, 'Seconds')
    return typeof seconds === 'number' && seconds > 0 ? seconds : undefined
  }
  const others = new Set(part.filter((name) => secondsOf(name) === undefined))
  const within = (name: string) => next(name).filter((target) => others.has(target))
  const free = strongParts([...others], within).filter(
    (names) => names.length > 1 || within(names[0]!).includes(names[0]!),
  )
  for (const names of free) {
    const message = `how often the loop of ${listed(names)} turns depends on data alone: after ${mostTransitions} states it is cut off`
    report.note(
      'flow.loop-without-wait',
      at(pointer, 'States', names[0]!),
      message,
      'count its turns, and leave it by a Choice in good time',
    )
  }
  if (free.length > 0) return 1
  const shortest = Math.min(...part.map(secondsOf).filter((seconds) => seconds !== undefined))
  return Math.floor(mostSeconds / shortest) + 1
}

/** True when a state of a loop ends the flow or leads out, if only by a Choice without a true rule. */
const canEnd = (part: string[], outward: string[], states: JsonObject): boolean =>
  outward.length > 0 ||
  part.some((name) => {
    const state = states[name] as JsonObject
    const isOpenChoice = own(state, 'Type') === 'Choice' && own(state, 'Default') === undefined
    // A name that is none has an error of its own.
    const leadsNowhere = targetsOf(state).some((target) => !Object.hasOwn(states, target))
    return isOpenChoice || leadsNowhere || own(state, 'End') !== undefined
  })

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0)
const round = (seconds: number): number => Math.round(seconds * 10) / 10
const listed = (names: string[]): string =>
  names
    .slice(0, 5)
    .map((name) => shown(name, 40))
    .join(', ') + (names.length > 5 ? ' …' : '')

function most(measures: Measure[], by: (one: Measure) => number): Measure {
  return measures.reduce((best, one) => (by(one) > by(best) ? one : best), nothing)
}
