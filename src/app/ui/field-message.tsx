import { Field } from '@zendeskgarden/react-forms'
import type { ComponentProps } from 'react'
import { useText } from '../platform/words'

interface Props extends Omit<ComponentProps<typeof Field.Message>, 'validation' | 'validationLabel'> {
  validation?: 'error' | 'warning'
  /** The message of another kind of field than that of a form. */
  as?: typeof Field.Message
}

/** What is wrong with a field. Garden reads its icon out in English where nobody names it. */
export function FieldMessage({ validation = 'error', as: Message = Field.Message, ...props }: Props) {
  const t = useText()
  return <Message validation={validation} validationLabel={t(`common.${validation}`)} {...props} />
}
