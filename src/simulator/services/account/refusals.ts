import { ZisProblem, type Detail } from '../../../zis/wire/problems'

/** What the Support API says when a value has to be the only one of its kind. */
export const taken = (name: string, value: string): Detail => ({
  description: `${name}: ${value} has already been taken`,
  error: 'DuplicateValue',
})

/** @throws {ZisProblem} RecordInvalid, when there is a fault */
export function refuseInvalid(faults: Record<string, Detail>): void {
  if (Object.keys(faults).length > 0) throw new ZisProblem('RecordInvalid', {}, faults)
}

/** @throws {ZisProblem} RecordInvalid, with one fault */
export function refuse(field: string, fault: Detail): never {
  throw new ZisProblem('RecordInvalid', {}, { [field]: fault })
}
