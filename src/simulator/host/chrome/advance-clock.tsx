import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, Select } from '@zendeskgarden/react-forms'
import { Modal } from '@zendeskgarden/react-modals'
import { useState, type FormEvent } from 'react'
import { Row, Stack } from '../ui/blocks'
import { SubmitButton } from '../ui/submit-button'

const units = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 }

interface AdvanceClockProps {
  onClose(): void
  onAdvance(seconds: number): void
}

/** Asks how far the clock is to be moved. */
export function AdvanceClock({ onClose, onAdvance }: AdvanceClockProps) {
  const [amount, setAmount] = useState('30')
  const [unit, setUnit] = useState<keyof typeof units>('seconds')
  const [isTried, setTried] = useState(false)
  const seconds = Number(amount) * units[unit]
  const isWrong = amount.trim() === '' || !Number.isFinite(seconds) || seconds <= 0

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isWrong) onAdvance(seconds)
  }

  return (
    <Modal onClose={onClose}>
      <Modal.Header tag="h2">Advance clock</Modal.Header>
      <Modal.Body>
        <form id="advance-clock" onSubmit={submit} noValidate>
          <Stack>
            <Row $align="flex-start">
              <Field>
                <Field.Label>Advance by</Field.Label>
                <Input
                  inputMode="decimal"
                  value={amount}
                  validation={isTried && isWrong ? 'error' : undefined}
                  onChange={(event) => setAmount(event.target.value)}
                />
                {isTried && isWrong && (
                  <Field.Message validation="error">Enter a number greater than 0</Field.Message>
                )}
              </Field>
              <Field>
                <Field.Label>Unit</Field.Label>
                <Select value={unit} onChange={(event) => setUnit(event.target.value as keyof typeof units)}>
                  {Object.keys(units).map((name) => (
                    <option key={name} value={name}>
                      {name.charAt(0).toUpperCase() + name.slice(1)}
                    </option>
                  ))}
                </Select>
              </Field>
            </Row>
          </Stack>
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Modal.FooterItem>
          <Button isBasic onClick={onClose}>
            Cancel
          </Button>
        </Modal.FooterItem>
        <Modal.FooterItem>
          <SubmitButton form="advance-clock" isPending={false}>
            Advance clock
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}
