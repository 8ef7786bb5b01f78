import { Button } from '@zendeskgarden/react-buttons'
import { Field, Fieldset } from '@zendeskgarden/react-forms'
import { getColor } from '@zendeskgarden/react-theming'
import styled from 'styled-components'
import { useText } from '../platform/words'
import { Stack, Subtle } from '../ui/blocks'
import { Live } from '../ui/page'
import { FieldView } from './field-view'
import { itemOf } from './fields'
import { useForm, type FieldProps } from './form-context'
import { useHint } from './hint'
import { pointerOf } from './path'
import { RowButtons } from './row-buttons'
import { partOf, useRows } from './use-rows'
import { withoutBlanks } from './values'

const Row = styled.div<{ $isGroup: boolean }>`
  display: flex;
  flex-wrap: wrap;
  align-items: ${({ $isGroup }) => ($isGroup ? 'flex-start' : 'center')};
  gap: ${({ theme }) => theme.space.xs};
  ${({ theme, $isGroup }) =>
    $isGroup &&
    `border: ${theme.borders.sm} ${getColor({ theme, variable: 'border.default' })};
     border-radius: ${theme.borderRadii.md};
     padding: ${theme.space.sm};`}
  > :first-child {
    flex: 1 1 200px;
    min-width: 0;
  }
`

/** Any number of values of one kind, in an order: add, remove, move up and down. */
export function ListField({ field }: FieldProps) {
  const t = useText()
  const { root } = useForm()
  const hint = useHint(field)
  const { rows, error, container, moved, canAdd, add, remove, move } = useRows(field)
  return (
    <Fieldset>
      <Fieldset.Legend>{field.title}</Fieldset.Legend>
      <Stack $gap="sm" ref={container}>
        {hint !== '' && <Subtle>{hint}</Subtle>}
        {rows.map((row, index) => {
          const item = itemOf(root, field, index, withoutBlanks(row))
          const title = t('form.item', { name: item.title, number: index + 1 })
          const isGroup = item.kind === 'group' || item.kind === 'json'
          return (
            <Row key={index} $isGroup={isGroup}>
              <FieldView field={{ ...item, title }} isLabelHidden={!isGroup} />
              {!field.isReadOnly && (
                <RowButtons
                  name={item.title}
                  row={index}
                  pointer={pointerOf(item.path)}
                  count={rows.length}
                  onMove={(by) => move(index, by)}
                  onRemove={() => remove(index)}
                />
              )}
            </Row>
          )
        })}
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
