import { isObject, type Json } from '../../zis/json'
import { sameJson } from '../schema-form/path'

/** A row that two versions of a list do not share, by its places in them. */
export interface RowPair {
  before: number | undefined
  after: number | undefined
}

/**
 * The rows in which two lists differ: those that were added, removed, or changed. A row is taken for another
 * one as far as they have values in common, whatever rows were added or removed above them.
 */
export function matchRows(before: Json[], after: Json[]): RowPair[] {
  const left = new Set(before.keys())
  const right = new Set(after.keys())
  const pairs: RowPair[] = []
  const take = (one: number, other: number) => left.delete(one) && right.delete(other)

  for (const one of [...left]) {
    const same = [...right].find((other) => sameJson(before[one], after[other]))
    if (same !== undefined) take(one, same)
  }
  const likely = [...left]
    .flatMap((one) =>
      [...right].map((other) => ({ one, other, common: inCommon(before[one], after[other]) })),
    )
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common || distance(a) - distance(b))
  for (const { one, other } of likely) {
    if (left.has(one) && right.has(other) && take(one, other)) pairs.push({ before: one, after: other })
  }
  return [
    ...pairs,
    ...[...left].map((one) => ({ before: one, after: undefined })),
    ...[...right].map((other) => ({ before: undefined, after: other })),
  ].sort((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = ({ before, after }: RowPair): number => after ?? before ?? 0
const distance = ({ one, other }: { one: number; other: number }): number => Math.abs(one - other)

/** How many values two rows share. */
function inCommon(one: Json | undefined, other: Json | undefined): number {
  if (!isObject(one) || !isObject(other)) return 0
  return Object.keys(one).filter((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key])).length
}
