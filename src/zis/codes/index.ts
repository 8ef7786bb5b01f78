import { bundleCodes } from './bundle'
import { definitionCodes } from './definition'
import type { CodeEntry, Severity } from './entry'
import { flowCodes } from './flow'
import { textCodes } from './text'

/** Everything that a check can find, by its stable code, in the groups of docs/findings.md. */
export const codeGroups = {
  'The text': textCodes,
  'Bundle, custom actions, job specs': bundleCodes,
  'Flows and states': flowCodes,
  'Definitions of integrations': definitionCodes,
} as const

export const codes = { ...textCodes, ...bundleCodes, ...flowCodes, ...definitionCodes }

export type FindingCode = keyof typeof codes

/** The codes that can have a severity. */
export type CodeOf<S extends Severity> = {
  [C in FindingCode]: S extends (typeof codes)[C]['severities'][number] ? C : never
}[FindingCode]

export const entryOf = (code: string): CodeEntry | undefined =>
  Object.hasOwn(codes, code) ? codes[code as FindingCode] : undefined
