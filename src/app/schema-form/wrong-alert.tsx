import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { forwardRef } from 'react'
import styled from 'styled-components'
import { useText } from '../platform/words'
import { List } from '../ui/blocks'
import type { Wrong } from './use-draft'

/** A long name wraps like a word of the sentence. */
const FieldLink = styled(Button)`
  text-align: start;
  white-space: normal;
`

/** What is wrong in a form, above it; each line leads to its field. */
export const WrongAlert = forwardRef<HTMLDivElement, { wrong: Wrong[]; onFocus: (pointer: string) => void }>(
  function WrongAlert({ wrong, onFocus }, ref) {
    const t = useText()
    return (
      <Alert type="error" role="alert" ref={ref} tabIndex={-1}>
        <Alert.Title>{t('form.wrong')}</Alert.Title>
        <List>
          {wrong.map(({ pointer, title, message }) => (
            <li key={`${pointer} ${message}`}>
              <FieldLink isLink onClick={() => onFocus(pointer)}>
                {title}
              </FieldLink>
              {': '}
              {message}
            </li>
          ))}
        </List>
      </Alert>
    )
  },
)
