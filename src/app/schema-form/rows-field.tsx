import { Button } from '@zendeskgarden/react-buttons'
import { Field as GardenField, Fieldset } from '@zendeskgarden/react-forms'
import type { ReactNode } from 'react'
import type { Json } from '../../zis/json'
import { useText } from '../platform/words'
import { Stack, Subtle } from '../ui/blocks'
import { Live } from '../ui/page'
import type { Field } from './fields'
import { useHint } from './hint'
import { pointerOf } from './path'
import { RowButtons } from './row-buttons'
import { partOf, useRows } from './use-rows'
import { FieldMessage } from '../ui/field-message'

interface Props {
  field: Field
  /**
   * Draws the rows.
   * @param buttonsOf the buttons of a row; `name` is what one row is called
   */
  children: (rows: Json[], buttonsOf: (row: number, name: string) => ReactNode) => ReactNode
}

/** A list whose rows can be added, moved and removed, however they are drawn. */
export function RowsField({ field, children }: Props) {
  const t = useText()
  const hint = useHint(field)
  const { rows, error, container, moved, canAdd, add, remove, move } = useRows(field)
  const buttonsOf = (row: number, name: string) =>
    field.isReadOnly ? null : (
      <RowButtons
        name={name}
        row={row}
        pointer={pointerOf([...field.path, row])}
        count={rows.length}
        onMove={(by) => move(row, by)}
        onRemove={() => remove(row)}
      />
    )
  return (
    <Fieldset>
      <Fieldset.Legend>{field.title}</Fieldset.Legend>
      <Stack $gap="sm" ref={container}>
        {hint !== '' && <Subtle>{hint}</Subtle>}
        {children(rows, buttonsOf)}
        {error && (
          <GardenField>
            <FieldMessage>{error}</FieldMessage>
          </GardenField>
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
