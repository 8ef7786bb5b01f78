import { padded } from './keys'
import type { Table } from './store'

/** Rows read at a time: a filter may pass over most of a long table. */
const portionSize = 100

/**
 * Rows of a table whose keys are padded numbers, newest first, read in portions as they are asked for.
 * @param after id of the row behind which to begin
 */
export function* newestFirst<Row>(table: Table<Row>, after?: string): Generator<Row> {
  let place = after === undefined ? undefined : padded(Number(after))
  for (;;) {
    const portion = table.list({
      reverse: true,
      limit: portionSize,
      ...(place !== undefined && { after: place }),
    })
    for (const [, row] of portion) yield row
    if (portion.length < portionSize) return
    place = portion.at(-1)![0]
  }
}

/** The first `limit` rows that fit, and whether there are more of them. */
export function pageOfNewest<Row>(
  rows: Iterable<Row>,
  limit: number,
  fits: (row: Row) => boolean = () => true,
): { rows: Row[]; has_more: boolean } {
  const page: Row[] = []
  for (const row of rows) {
    if (!fits(row)) continue
    if (page.length === limit) return { rows: page, has_more: true }
    page.push(row)
  }
  return { rows: page, has_more: false }
}
