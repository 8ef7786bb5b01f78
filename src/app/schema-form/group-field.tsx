import { Fieldset } from '@zendeskgarden/react-forms'
import { getColor } from '@zendeskgarden/react-theming'
import styled from 'styled-components'
import { Stack, Subtle } from '../ui/blocks'
import { FieldView } from './field-view'
import { fieldsIn, type Field } from './fields'
import { useForm, type FieldProps } from './form-context'
import { useHint } from './hint'
import { pointerOf, valueAt } from './path'

const Indented = styled(Stack)`
  border-inline-start: ${({ theme }) => theme.borders.md} ${({ theme }) => getColor({ theme, variable: 'border.default' })};
  padding-inline-start: ${({ theme }) => theme.space.md};
`

/** Settings that belong together, under a name of their own. */
export function GroupField({ field }: FieldProps) {
  const hint = useHint(field)
  const isInList = typeof field.path.at(-1) === 'number'
  const Inner = isInList ? Stack : Indented
  return (
    <Fieldset>
      <Fieldset.Legend>{field.title}</Fieldset.Legend>
      <Inner>
        {hint !== '' && <Subtle>{hint}</Subtle>}
        <Fields group={field} />
      </Inner>
    </Fieldset>
  )
}

/** The fields of a group, below each other. */
export function Fields({ group }: { group: Field }) {
  const { root, clean, order } = useForm()
  const fields = fieldsIn(root, group, valueAt(clean, group.path), group.path.length === 0 ? order : [])
  return (
    <>
      {fields.map((field) => (
        <FieldView key={`${pointerOf(field.path)} ${field.kind}`} field={field} />
      ))}
    </>
  )
}
