import { Button } from '@zendeskgarden/react-buttons'
import { Field, Textarea } from '@zendeskgarden/react-forms'
import { useState } from 'react'
import { useText } from '../platform/words'
import { Stack } from './blocks'
import { Live } from './page'

/** Copies lines of text; where the browser does not let a frame do that, they are shown to be copied by hand. */
export function CopyReport({ text }: { text: string }) {
  const t = useText()
  const [state, setState] = useState<'idle' | 'copied' | 'by_hand'>('idle')
  const copy = async () => {
    const wrote = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setState(wrote === true ? 'copied' : 'by_hand')
  }
  return (
    <Stack $gap="sm">
      <div>
        <Button size="small" onClick={() => void copy()}>
          {t('common.copy_report')}
        </Button>
      </div>
      {state === 'by_hand' && (
        <Field>
          <Field.Label>{t('faces.report')}</Field.Label>
          <Textarea
            readOnly
            minRows={6}
            maxRows={12}
            dir="ltr"
            value={text}
            autoFocus
            onFocus={({ target }) => target.select()}
          />
        </Field>
      )}
      <Live>{state === 'copied' ? t('common.copied') : ''}</Live>
    </Stack>
  )
}
