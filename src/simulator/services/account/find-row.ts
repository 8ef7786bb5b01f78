import { ZisProblem } from '../../../zis/wire/problems'
import { keyOf } from '../../store/keys'
import type { Table } from '../../store/store'

/**
 * The row behind the id in a path.
 * @throws {ZisProblem} RecordNotFound, for what is no id as well
 */
export function findRow<Row>(table: Table<Row>, id: string): Row {
  const row = /^\d{1,15}$/.test(id) ? table.get(keyOf(Number(id))) : undefined
  if (row === undefined) throw new ZisProblem('RecordNotFound')
  return row
}

/** All rows of a table, in the order of their keys. */
export const rowsOf = <Row>(table: Table<Row>): Row[] => table.list().map(([, row]) => row)
