import type { ComponentType } from 'react'
import styled from 'styled-components'
import { ChoiceField } from './choice-field'
import { ChoicesField } from './choices-field'
import type { FieldKind } from './fields'
import type { FieldProps } from './form-context'
import { GroupField } from './group-field'
import { JsonField } from './json-field'
import { ListField } from './list-field'
import { MappingField } from './mapping-field'
import { pointerOf } from './path'
import { PickerField } from './picker-field'
import { BooleanField, ConstantField, NumberField, TextField } from './plain-fields'

const views: Record<FieldKind, ComponentType<FieldProps>> = {
  text: TextField,
  number: NumberField,
  boolean: BooleanField,
  choice: ChoiceField,
  choices: ChoicesField,
  picker: PickerField,
  pickers: PickerField,
  list: ListField,
  mapping: MappingField,
  group: GroupField,
  constant: ConstantField,
  json: JsonField,
}

const Place = styled.div<{ $isInRow: boolean }>`
  min-width: 0;
  /* Garden keeps the fields of a fieldset apart; in a row they stand beside others. */
  && [data-garden-id='forms.field'] {
    ${({ $isInRow }) => $isInRow && 'margin-top: 0;'}
  }
`

/** One field of a form that a JSON Schema describes. */
export function FieldView(props: FieldProps) {
  const View = views[props.field.kind]
  return (
    <Place data-field={pointerOf(props.field.path)} $isInRow={props.isLabelHidden === true}>
      <View {...props} />
    </Place>
  )
}
