import { getColor } from '@zendeskgarden/react-theming'
import styled from 'styled-components'
import { useText } from '../platform/words'
import { FieldView } from './field-view'
import { itemOf } from './fields'
import { useForm, type FieldProps } from './form-context'
import { RowsField } from './rows-field'
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
  return (
    <RowsField field={field}>
      {(rows, buttonsOf) =>
        rows.map((row, index) => {
          const item = itemOf(root, field, index, withoutBlanks(row))
          const title = t('form.item', { name: item.title, number: index + 1 })
          const isGroup = item.kind === 'group' || item.kind === 'json'
          return (
            <Row key={index} $isGroup={isGroup}>
              <FieldView field={{ ...item, title }} isLabelHidden={!isGroup} />
              {buttonsOf(index, item.title)}
            </Row>
          )
        })
      }
    </RowsField>
  )
}
