import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input } from '@zendeskgarden/react-forms'
import { Modal } from '@zendeskgarden/react-modals'
import { useState, type FormEvent } from 'react'
import { SubmitButton } from '../ui/submit-button'

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
  const [isTried, setTried] = useState(false)
  const at = Date.parse(text)
  const isWrong = Number.isNaN(at)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isWrong) onSet(new Date(at).toISOString())
  }

  return (
    <Modal onClose={onClose}>
      <Modal.Header tag="h2">Set clock</Modal.Header>
      <Modal.Body>
        <form id="set-clock" onSubmit={submit} noValidate>
          <Field>
            <Field.Label>Date and time</Field.Label>
            <Field.Hint>Set back, the clock makes nothing undone, and what waits, waits longer.</Field.Hint>
            <Input
              type="datetime-local"
              step={1}
              value={text}
              validation={isTried && isWrong ? 'error' : undefined}
              onChange={(event) => setText(event.target.value)}
            />
            {isTried && isWrong && <Field.Message validation="error">Enter a date and a time</Field.Message>}
          </Field>
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={onClose}>
            Cancel
          </Button>
        </Modal.FooterItem>
        <Modal.FooterItem>
          <SubmitButton form="set-clock" isPending={false}>
            Set clock
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}

/** `2026-03-02T09:00:00` in the browser's time zone, as its input for dates takes it. */
function localText(at: number): string {
  const shifted = at - new Date(at).getTimezoneOffset() * 60_000
  return new Date(shifted).toISOString().slice(0, 19)
}
