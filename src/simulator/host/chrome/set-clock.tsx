import { Field, Input } from '@zendeskgarden/react-forms'
import { useState } from 'react'
import { FormDialog } from '../ui/form-dialog'

interface SetClockProps {
  /** Where the clock stands (ms since 1970). */
  now: number
  onClose(): void
  /** @param at RFC 3339 */
  onSet(at: string): void
}

/** Asks for the moment that the clock is to be set to, in the time zone of the browser. */
export function SetClock({ now, onClose, onSet }: SetClockProps) {
  const [text, setText] = useState(() => localText(now))
  const at = Date.parse(text)

  return (
    <FormDialog
      title="Set clock"
      action="Set clock"
      faults={{ at: Number.isNaN(at) ? 'Enter a date and a time' : undefined }}
      onSubmit={() => onSet(new Date(at).toISOString())}
      onClose={onClose}
    >
      {(shown) => (
        <Field>
          <Field.Label>Date and time</Field.Label>
          <Field.Hint>Set back, the clock makes nothing undone, and what waits, waits longer.</Field.Hint>
          <Input
            type="datetime-local"
            step={1}
            value={text}
            validation={shown.at === undefined ? undefined : 'error'}
            onChange={(event) => setText(event.target.value)}
          />
          {shown.at !== undefined && <Field.Message validation="error">{shown.at}</Field.Message>}
        </Field>
      )}
    </FormDialog>
  )
}

/** `2026-03-02T09:00:00` in the browser's time zone, as its input for dates takes it. */
function localText(at: number): string {
  const shifted = at - new Date(at).getTimezoneOffset() * 60_000
  return new Date(shifted).toISOString().slice(0, 19)
}
