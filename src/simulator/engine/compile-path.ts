import { isPathProblem, parsePath, readerOf, writerOf, type Reader } from '../../zis/flow/paths'
import type { Place } from './state-type'

function stepsOf(path: string) {
  const steps = parsePath(path)
  // A bundle with such a path is refused at its upload; this is for a flow that came another way.
  if (isPathProblem(steps)) throw new SyntaxError(`"${path}" is not a reference path: ${steps.says}`)
  return steps
}

/** @throws {SyntaxError} for a text that is no reference path */
export const readerOfPath = (path: string): Reader => readerOf(stepsOf(path))

/** The place of a ResultPath: absent means `$`, `null` throws the output away (zis-flows 6). */
export function placeOf(path: string | null | undefined): Place {
  if (path === null) return 'discard'
  return { path: path ?? '$', write: writerOf(stepsOf(path ?? '$')) }
}
