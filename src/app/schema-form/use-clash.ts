import { own, isObject, type Json } from '../../zis/json'
import type { ValueType } from '../../zis/widgets'
import { useText } from '../platform/words'
import { useAccountList } from '../queries/account-lists'
import { inText, type Field, type Option } from './fields'

/**
 * Says of a row of a mapping that the ticket field does not accept the values that it is to get; undefined
 * where it does, or where nobody says what the values are. A text field accepts everything; what goes `out`
 * is for the other system to accept.
 */
export function useClash(): (cells: Field[], row: Json | undefined) => string | undefined {
  const t = useText()
  const fields = useAccountList('ticket_field').data ?? []
  return (cells, row) => {
    if (isObject(row) && own(row, 'direction') === 'out') return undefined
    const chosen = (cell: Field, options: Option[]) => {
      const value = isObject(row) ? own(row, String(cell.path.at(-1))) : undefined
      return value === undefined ? undefined : options.find((one) => inText(one.value) === inText(value))
    }
    const ticketField = cells.find(({ source }) => source === 'ticket_field')
    const accepts = ticketField && chosen(ticketField, fields)
    const given = cells.map((cell) => chosen(cell, cell.options)).find((option) => option?.type !== undefined)
    if (!accepts?.type || accepts.type === 'text' || !given || given.type === accepts.type) return undefined
    return t(clashes[accepts.type], { name: given.title, field: accepts.title })
  }
}

const clashes = {
  number: 'form.clash_number',
  date: 'form.clash_date',
  boolean: 'form.clash_boolean',
  choice: 'form.clash_choice',
} as const satisfies Partial<Record<ValueType, string>>
