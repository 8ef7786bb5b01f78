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

export const assume = <const Value extends string | number | boolean>(assumption: Assumption<Value>) =>
  assumption
