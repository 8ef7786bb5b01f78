import type { Finding } from '../findings'
import { looksLikePath } from '../flow/paths'
import { placeholdersIn } from '../flow/templates'
import { isObject, own, type Json, type JsonObject } from '../json'
import { at } from '../report'
import { jqShapeFault } from './jq-shape'

/** What jq has against a program, and where. */
export interface JqFault {
  /** `budget`: jq needs more than a program may have, only to read it. */
  kind: 'syntax' | 'budget'
  message: string
  /** Both from 1, inside of the program, columns in UTF-16 units. */
  line: number
  column: number
  /** The same as an offset into the program. */
  offset: number
}

/** A finding about a program, and the place inside of it as an offset. */
export interface JqFinding {
  finding: Finding
  offset: number
}

/** Has jq read a program without running it; undefined when it can be run. */
export type CheckJq = (program: string) => Promise<JqFault | undefined>

/** Every jq program of a bundle that is known before a flow runs, with where it stands. */
export function jqProgramsIn(bundle: Json): Array<{ program: string; pointer: string }> {
  const resources = isObject(bundle) ? own(bundle, 'resources') : undefined
  if (!isObject(resources)) return []
  return Object.entries(resources).flatMap(([key, resource]) => {
    if (!isObject(resource) || resource['type'] !== 'ZIS::Flow') return []
    const properties = own(resource, 'properties')
    const definition = isObject(properties) ? own(properties, 'definition') : undefined
    return programsIn(definition, at('', 'resources', key, 'properties', 'definition'))
  })
}

function programsIn(
  definition: Json | undefined,
  pointer: string,
): Array<{ program: string; pointer: string }> {
  const states = isObject(definition) ? own(definition, 'States') : undefined
  if (!isObject(states)) return []
  return Object.entries(states).flatMap(([name, state]) => {
    if (!isObject(state)) return []
    const place = at(pointer, 'States', name)
    if (own(state, 'Type') === 'Map') return programsIn(own(state, 'Iterator'), at(place, 'Iterator'))
    return programOf(state, place)
  })
}

function programOf(state: JsonObject, pointer: string): Array<{ program: string; pointer: string }> {
  const parameters = own(state, 'Parameters')
  if (own(state, 'ActionName') !== 'zis:common:transform:Jq' || !isObject(parameters)) return []
  const literal = own(parameters, 'expr')
  if (typeof literal === 'string') return [{ program: literal, pointer: at(pointer, 'Parameters', 'expr') }]
  const built = own(parameters, 'expr.$')
  const isFixed = typeof built === 'string' && !looksLikePath(built) && placeholdersIn(built).length === 0
  return isFixed ? [{ program: built, pointer: at(pointer, 'Parameters', 'expr.$') }] : []
}

/**
 * The findings about a bundle's jq programs, each with its place inside the program.
 *
 * @param severity of a program that jq cannot read; whether ZIS refuses it is not known
 */
export async function findJqFaults(
  bundle: Json,
  check: CheckJq,
  severity: 'warning' | 'error',
): Promise<JqFinding[]> {
  const programs = jqProgramsIn(bundle)
  const faults = await Promise.all(programs.map(({ program }) => check(program)))
  return faults.flatMap((fault, index) =>
    fault ? [{ finding: findingOf(fault, programs[index]!.pointer, severity), offset: fault.offset }] : [],
  )
}

/** The findings about a bundle's jq programs where there is no jq: what none could read. */
export const findJqShapes = (bundle: Json): Finding[] =>
  jqProgramsIn(bundle).flatMap(({ program, pointer }) => {
    const fault = jqShapeFault(program)
    return fault ? [findingOf(fault, pointer, 'warning')] : []
  })

function findingOf(
  { kind, message, line, column }: JqFault,
  pointer: string,
  severity: 'warning' | 'error',
): Finding {
  const isSyntax = kind === 'syntax'
  return {
    code: isSyntax ? 'jq.syntax' : 'jq.too-costly',
    severity: isSyntax ? severity : 'warning',
    pointer,
    message: `jq: ${message} (line ${line}, column ${column} of the expression)`,
    way_out: isSyntax ? 'mend the expression there' : 'write it flatter or shorter',
    inside: { line, column },
  }
}
