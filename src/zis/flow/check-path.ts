import { own, type Json, type JsonObject } from '../json'
import { at, type Report, shown } from '../report'
import { isPathProblem, parsePath } from './paths'

/** A property that holds a reference path. */
export function checkPath(
  holder: JsonObject,
  word: string,
  isRequired: boolean,
  { report, pointer }: { report: Report; pointer: string },
): void {
  const path = own(holder, word)
  if (path !== undefined) return checkReference(path, word, at(pointer, word), report)
  if (isRequired)
    report.error('path.missing', pointer, `${word} is missing`, `add ${shown(word)}, such as "$.items"`)
}

/** A value that must be a reference path (zis-flows 5.1). */
export function checkReference(path: Json, word: string, pointer: string, report: Report): void {
  const steps = typeof path === 'string' ? parsePath(path) : { at: 0, says: 'it is not a text' }
  if (!isPathProblem(steps)) return
  report.error(
    'path.malformed',
    pointer,
    `${word} ${shown(path)} is not a reference path: ${steps.says} (character ${steps.at + 1})`,
    'select one place with $.name and [0]; use jq for anything else',
  )
}
