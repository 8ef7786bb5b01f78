import { isObject, own, type Json, type JsonObject } from '../json'
import { at, type Report } from '../report'
import { pathsIn } from './check-template'
import { evidentType, type EvidentType } from './evident-type'
import { operators } from './operators'
import { isPathProblem, parsePath, type PathStep } from './paths'

/** Names at the top of the data that are there before the first state (zis-flows 5). */
const given: readonly PathStep[] = ['input', 'account_id', 'subdomain', 'integration_key', 'connections']

interface Known {
  path: string
  steps: PathStep[]
  type: EvidentType
  /** Of the state that writes it. */
  writer: string
}

/**
 * Looks at what becomes of values whose type is evident from the jq program or the Pass that makes them:
 * a path into a text, a Map over a number, a comparison that is never true. Only places that one state
 * alone writes are looked at, and only outside of iterators.
 */
export function checkTypes(states: JsonObject, pointer: string, report: Report): void {
  const knownByRoot = new Map<PathStep, Known[]>()
  for (const known of knownTypes(states)) {
    const root = known.steps[0]!
    knownByRoot.set(root, [...(knownByRoot.get(root) ?? []), known])
  }
  if (knownByRoot.size === 0) return
  const lookUp = (path: string) => {
    const steps = parsePath(path)
    if (isPathProblem(steps) || steps.length === 0) return undefined
    const known = knownByRoot.get(steps[0]!)?.find((one) => startsWith(steps, one.steps))
    return known && { known, next: steps[known.steps.length] }
  }

  for (const [name, state] of Object.entries(states)) {
    if (!isObject(state)) continue
    const place = at(pointer, 'States', name)
    const { Iterator: _inside, ...outside } = state
    for (const { path, pointer: where } of pathsIn(outside, place)) {
      const found = lookUp(path)
      if (!found || found.next === undefined || fits(found.known.type, found.next)) continue
      report.warning(
        'path.wrong-type',
        where,
        `${path} leads into ${says[found.known.type]}: that is what the state "${found.known.writer}" puts at ${found.known.path}`,
        `take ${found.known.path} as it is, or let the state give an array or object`,
      )
    }
    checkItems(state, place, lookUp, report)
    checkComparisons(own(state, 'Choices'), at(place, 'Choices'), lookUp, report)
  }
}

type LookUp = (path: string) => { known: Known; next: PathStep | undefined } | undefined

const says: Record<EvidentType, string> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
}

const fits = (type: EvidentType, step: PathStep): boolean =>
  typeof step === 'number' ? type === 'array' : type === 'object'

const startsWith = (steps: PathStep[], start: PathStep[]): boolean =>
  steps.length >= start.length && start.every((step, index) => steps[index] === step)

function knownTypes(states: JsonObject): Known[] {
  const writes: Array<Omit<Known, 'type'> & { type: EvidentType | undefined }> = []
  const add = (writer: string, path: Json | undefined, type?: EvidentType) => {
    if (path === null) return
    const written = typeof path === 'string' ? path : '$'
    const steps = parsePath(written)
    writes.push({ writer, path: written, steps: isPathProblem(steps) ? [] : steps, type })
  }
  for (const [name, state] of Object.entries(states)) {
    if (!isObject(state)) continue
    const catchers = own(state, 'Catch')
    for (const catcher of Array.isArray(catchers) ? catchers : []) {
      if (isObject(catcher)) add(name, own(catcher, 'ResultPath'))
    }
    const type = own(state, 'Type')
    const writesNothing = type === 'Pass' && own(state, 'Result') === undefined
    const isWriter = type === 'Action' || type === 'Map' || type === 'Pass'
    // What ends the flow leaves nothing for others to read.
    const isLast = own(state, 'End') === true
    if (isWriter && !writesNothing && !isLast) add(name, own(state, 'ResultPath'), typeMadeBy(state))
  }
  if (writes.some(({ steps }) => steps.length === 0)) return []

  const countByRoot = new Map<PathStep, number>()
  for (const { steps } of writes) countByRoot.set(steps[0]!, (countByRoot.get(steps[0]!) ?? 0) + 1)
  return writes.filter(
    (write): write is Known =>
      write.type !== undefined && countByRoot.get(write.steps[0]!) === 1 && !given.includes(write.steps[0]!),
  )
}

function typeMadeBy(state: JsonObject): EvidentType | undefined {
  if (own(state, 'Type') === 'Pass') return typeOf(own(state, 'Result'))
  if (own(state, 'ActionName') !== 'zis:common:transform:Jq') return undefined
  const parameters = own(state, 'Parameters')
  const program = isObject(parameters) ? own(parameters, 'expr') : undefined
  return typeof program === 'string' ? evidentType(program) : undefined
}

function typeOf(value: Json | undefined): EvidentType | undefined {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value as EvidentType
  return Array.isArray(value) ? 'array' : isObject(value) ? 'object' : undefined
}

function checkItems(state: JsonObject, place: string, lookUp: LookUp, report: Report): void {
  const path = own(state, 'ItemsPath')
  const found = typeof path === 'string' ? lookUp(path) : undefined
  if (!found || found.next !== undefined || found.known.type === 'array') return
  report.warning(
    'path.wrong-type',
    at(place, 'ItemsPath'),
    `a Map needs an array, and ${found.known.path} holds ${says[found.known.type]} from the state "${found.known.writer}"`,
    'let the state give an array of objects',
  )
}

/** Tests inside And, Or and Not as well; checked before for depth, so that it can call itself. */
function checkComparisons(rules: Json | undefined, place: string, lookUp: LookUp, report: Report): void {
  if (Array.isArray(rules)) {
    rules.forEach((rule, index) => checkComparisons(rule, at(place, index), lookUp, report))
  }
  if (!isObject(rules)) return
  const variable = own(rules, 'Variable')
  const found = typeof variable === 'string' ? lookUp(variable) : undefined
  for (const [word, operand] of Object.entries(rules)) {
    if (word === 'And' || word === 'Or' || word === 'Not')
      checkComparisons(operand, at(place, word), lookUp, report)
    const compared = compares(word)
    if (!found || found.next !== undefined || !compared || compared === found.known.type) continue
    report.warning(
      'choice.never-true',
      at(place, word),
      `${word} is never true: ${found.known.path} holds ${says[found.known.type]} from the state "${found.known.writer}"`,
      'compare with an operator of its type, or let the state give another',
    )
  }
}

function compares(word: string): EvidentType | undefined {
  if (!operators.has(word)) return undefined
  if (word.startsWith('Numeric')) return 'number'
  return word.startsWith('Boolean') ? 'boolean' : 'text'
}
