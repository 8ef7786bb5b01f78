import { Button } from '@zendeskgarden/react-buttons'
import { Field, Fieldset } from '@zendeskgarden/react-forms'
import { Table } from '@zendeskgarden/react-tables'
import { Span } from '@zendeskgarden/react-typography'
import { useText } from '../platform/words'
import { Stack, Subtle, Text } from '../ui/blocks'
import { NarrowTable } from '../ui/narrow-table'
import { Live } from '../ui/page'
import { FieldView } from './field-view'
import { fieldsIn, itemOf } from './fields'
import { useForm, type FieldProps } from './form-context'
import { useHint } from './hint'
import { pointerOf } from './path'
import { RowButtons } from './row-buttons'
import { partOf, useRows } from './use-rows'
import { withoutBlanks } from './values'

/** Pairs that belong together, such as the fields of two systems: a row each, a column for each side. */
export function MappingField({ field }: FieldProps) {
  const t = useText()
  const { root } = useForm()
  const hint = useHint(field)
  const { rows, error, container, moved, canAdd, add, remove, move } = useRows(field)
  const columns = fieldsIn(root, itemOf(root, field, 0, undefined), undefined)
  return (
    <Fieldset>
      <Fieldset.Legend>{field.title}</Fieldset.Legend>
      <Stack $gap="sm" ref={container}>
        {hint !== '' && <Subtle>{hint}</Subtle>}
        {rows.length === 0 ? (
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
                return (
                  <Table.Row key={index} data-field={pointerOf(item.path)}>
                    {fieldsIn(root, item, clean).map((cell) => (
                      <Table.Cell key={cell.path.at(-1)} data-label={cell.title}>
                        <FieldView
                          field={{ ...cell, title: t('form.item', { name: cell.title, number: index + 1 }) }}
                          isLabelHidden
                        />
                      </Table.Cell>
                    ))}
                    <Table.Cell>
                      {!field.isReadOnly && (
                        <RowButtons
                          name={field.title}
                          row={index}
                          pointer={pointerOf(item.path)}
                          count={rows.length}
                          onMove={(by) => move(index, by)}
                          onRemove={() => remove(index)}
                        />
                      )}
                    </Table.Cell>
                  </Table.Row>
                )
              })}
            </Table.Body>
          </NarrowTable>
        )}
        {error && (
          <Field>
            <Field.Message validation="error">{error}</Field.Message>
          </Field>
        )}
        {canAdd && !field.isReadOnly && (
          <div>
            <Button
              size="small"
              data-part={partOf('add', pointerOf(field.path))}
              aria-label={t('form.add_named', { name: field.title })}
              onClick={add}
            >
              {t('form.add')}
            </Button>
          </div>
        )}
        <Live>{moved === undefined ? '' : t('form.moved', { number: moved })}</Live>
      </Stack>
    </Fieldset>
  )
}
