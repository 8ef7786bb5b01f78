import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, InputGroup } from '@zendeskgarden/react-forms'
import { useRef, useState } from 'react'
import { useNotice } from './notice'

interface CopyFieldProps {
  label: string
  value: string
  /** Hidden until the user wants to see it. */
  isSecret?: boolean
}

/** A value to take elsewhere: read-only, with a button that copies it. */
export function CopyField({ label, value, isSecret = false }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isShown, setShown] = useState(!isSecret)
  const notice = useNotice()
  const name = label.charAt(0).toLowerCase() + label.slice(1)

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      notice(`${label} copied`)
    } catch {
      // Without the clipboard the value can still be taken by hand, once it is seen and selected.
      setShown(true)
      input.current?.select()
      notice(`Couldn't copy the ${name}. It is selected, copy it with the keyboard`, 'error')
    }
  }

  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      <InputGroup>
        <Input
          ref={input}
          readOnly
          value={value}
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
        />
        {isSecret && (
          <Button
            focusInset
            isNeutral
            aria-label={`${isShown ? 'Hide' : 'Show'} ${name}`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? 'Hide' : 'Show'}
          </Button>
        )}
        <Button focusInset isNeutral aria-label={`Copy ${name}`} onClick={() => void copy()}>
          Copy
        </Button>
      </InputGroup>
    </Field>
  )
}
