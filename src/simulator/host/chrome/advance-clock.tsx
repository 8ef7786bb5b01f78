import { useState } from 'react'
import { Row } from '../ui/blocks'
import { ChoiceField } from '../ui/choice-field'
import { FormDialog } from '../ui/form-dialog'
import { TextField } from '../ui/text-field'

/** By their length in seconds. */
const units = [
  { value: 1, text: 'Seconds' },
  { value: 60, text: 'Minutes' },
  { value: 3600, text: 'Hours' },
  { value: 86_400, text: 'Days' },
]

interface AdvanceClockProps {
  onClose(): void
  onAdvance(seconds: number): void
}

/** Asks how far the clock is to be moved. */
export function AdvanceClock({ onClose, onAdvance }: AdvanceClockProps) {
  const [amount, setAmount] = useState('30')
  const [unit, setUnit] = useState(1)
  const seconds = Number(amount) * unit
  const isWrong = amount.trim() === '' || !Number.isFinite(seconds) || seconds <= 0

  return (
    <FormDialog
      title="Advance clock"
      action="Advance clock"
      faults={{ amount: isWrong ? 'Enter a number greater than 0' : undefined }}
      onSubmit={() => onAdvance(seconds)}
      onClose={onClose}
    >
      {(shown) => (
        <Row $align="flex-start">
          <TextField
            label="Advance by"
            inputMode="decimal"
            value={amount}
            fault={shown.amount}
            onChange={setAmount}
          />
          <ChoiceField label="Unit" options={units} value={unit} onChange={setUnit} />
        </Row>
      )}
    </FormDialog>
  )
}
