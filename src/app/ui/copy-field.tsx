import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, InputGroup } from '@zendeskgarden/react-forms'
import { useRef, useState } from 'react'
import { useText } from '../platform/words'
import { Live } from './page'

/** A value to take elsewhere: read-only, with a button that copies it. */
export function CopyField({ label, hint, value }: { label: string; hint?: string; value: string }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)

  const copy = async () => {
    // A frame may be kept from the clipboard; the selected text can still be copied by hand.
    input.current?.select()
    const wrote = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    setCopied(wrote === true || document.execCommand('copy'))
  }

  return (
    <Field>
      <Field.Label>{label}</Field.Label>
      {hint && <Field.Hint>{hint}</Field.Hint>}
      <InputGroup>
        <Input ref={input} readOnly value={value} onFocus={(event) => event.target.select()} />
        <Button
          focusInset
          // The value gives way where it is narrow, and the word on the button stays whole.
          style={{ flex: 'none', maxWidth: 'none' }}
          isNeutral
          onClick={() => void copy()}
          aria-label={t('common.copy_named', { name: label })}
        >
          {isCopied ? t('common.copied') : t('common.copy')}
        </Button>
      </InputGroup>
      <Live>{isCopied ? t('common.copied') : ''}</Live>
    </Field>
  )
}
