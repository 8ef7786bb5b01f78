import { Table } from '@zendeskgarden/react-tables'
import { Span } from '@zendeskgarden/react-typography'
import { useText } from '../platform/words'
import { Text } from '../ui/blocks'
import { NarrowTable } from '../ui/narrow-table'
import { FieldView } from './field-view'
import { fieldsIn, itemOf } from './fields'
import { useForm, type FieldProps } from './form-context'
import { pointerOf } from './path'
import { RowsField } from './rows-field'
import { useClash } from './use-clash'
import { withoutBlanks } from './values'

/** Pairs that belong together, such as the fields of two systems: a row each, a column for each side. */
export function MappingField({ field }: FieldProps) {
  const t = useText()
  const { root } = useForm()
  const clashOf = useClash()
  const columns = fieldsIn(root, itemOf(root, field, 0, undefined), undefined)
  return (
    <RowsField field={field}>
      {(rows, buttonsOf) =>
        rows.length === 0 ? (
          <Text>{t('form.no_rows')}</Text>
        ) : (
          <NarrowTable isReadOnly aria-label={field.title}>
            <Table.Head>
              <Table.HeaderRow>
                {columns.map(({ title, path }) => (
                  <Table.HeaderCell key={path.at(-1)}>{title}</Table.HeaderCell>
                ))}
                <Table.HeaderCell width={130}>
                  <Span hidden>{t('form.row_actions')}</Span>
                </Table.HeaderCell>
              </Table.HeaderRow>
            </Table.Head>
            <Table.Body>
              {rows.map((row, index) => {
                const clean = withoutBlanks(row)
                const item = itemOf(root, field, index, clean)
                const cells = fieldsIn(root, item, clean)
                const clash = clashOf(cells, clean)
                return (
                  <Table.Row key={index} data-field={pointerOf(item.path)}>
                    {cells.map((cell) => (
                      <Table.Cell key={cell.path.at(-1)} data-label={cell.title}>
                        <FieldView
                          field={{ ...cell, title: t('form.item', { name: cell.title, number: index + 1 }) }}
                          isLabelHidden
                          warning={cell.source === 'ticket_field' ? clash : undefined}
                        />
                      </Table.Cell>
                    ))}
                    <Table.Cell>{buttonsOf(index, field.title)}</Table.Cell>
                  </Table.Row>
                )
              })}
            </Table.Body>
          </NarrowTable>
        )
      }
    </RowsField>
  )
}
