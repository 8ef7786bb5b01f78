import { ZisProblem } from '../../../zis/wire/problems'

/** @throws {ZisProblem} BadRequest for a text that is no whole number from 1 to `most` */
export function wholeNumber(name: string, text: string | undefined, usual: number, most: number): number {
  const number = Number(text ?? usual)
  if (!Number.isInteger(number) || number < 1 || number > most) {
    throw new ZisProblem('BadRequest', { detail: `${name} must be a number from 1 to ${most}` })
  }
  return number
}

/**
 * Milliseconds since 1970.
 * @throws {ZisProblem} BadRequest for a text that is no moment
 */
export function readMoment(text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new ZisProblem('BadRequest', { detail: `"${text}" is not a time` })
  return at
}

/** @throws {ZisProblem} BadRequest for a text that is no moment */
export function checkMoments({ since, until }: { since?: string; until?: string }): void {
  if (since !== undefined) readMoment(since)
  if (until !== undefined) readMoment(until)
}
