import { ZisProblem } from '../../../zis/wire/problems'

/** @throws {ZisProblem} RecordInvalid, with one fault */
export function refuse(field: string, description: string): never {
  throw new ZisProblem('RecordInvalid', {}, { [field]: description })
}
