import { ZisProblem } from '../../../zis/wire/problems'
import { keyOf } from '../../store/keys'
import type { Table } from '../../store/store'

/**
 * The row behind the id in a path, in a table whose keys begin with the given part.
 * @throws {ZisProblem} RecordNotFound, for what is no id as well
 */
export function findRowBelow<Row>(table: Table<Row>, above: string | number, id: string): Row {
  const row = /^\d{1,15}$/.test(id) ? table.get(keyOf(above, Number(id))) : undefined
  if (row === undefined) throw new ZisProblem('RecordNotFound')
  return row
}

/** The parts of a list in a query: `1,2,3`. */
export const partsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
