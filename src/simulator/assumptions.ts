/** How sure the behaviour is: read in documentation, seen in the field, or assumed. */
export type Mark = 'documented' | 'observed' | 'assumed'

export interface Assumption<Value extends string | number | boolean = string | number | boolean> {
  /** What the switch decides, a sentence. */
  decides: string
  default: Value
  choices: readonly Value[]
  mark: Mark
  /** Section of the reference pages. */
  source: string
}

const assume = <const Value extends string | number | boolean>(assumption: Assumption<Value>) => assumption

/**
 * Every point where ZIS is silent or its sources disagree, as a switch. The page, the control paths and
 * a spec can turn it; docs/fidelity.md is made from this list.
 */
export const assumptions = {
  createExistingIntegration: assume({
    decides: 'Creating an integration that this account already has: updated with 200, or refused with 409.',
    default: 200,
    choices: [200, 409],
    mark: 'assumed',
    source: 'zis-api 3.1',
  }),
}

export type AssumptionName = keyof typeof assumptions
export type AssumptionValue<Name extends AssumptionName> = (typeof assumptions)[Name]['choices'][number]

/** Reads the current position of a switch. */
export type ReadAssumption = <Name extends AssumptionName>(name: Name) => AssumptionValue<Name>
