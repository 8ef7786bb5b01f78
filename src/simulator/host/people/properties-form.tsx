import { LG } from '@zendeskgarden/react-typography'
import { useState, type FormEvent, type ReactNode } from 'react'
import styled from 'styled-components'
import { Box, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import type { FaultsOf } from '../ui/form-dialog'
import { SubmitButton } from '../ui/submit-button'

interface PropertiesFormProps<Faults extends FaultsOf> {
  /** What did not happen when saving fails, e.g. "The user was not updated". */
  failed: string
  problem: Error | null
  isPending: boolean
  /** All fields at once are out of reach, and nothing can be saved. */
  isDisabled?: boolean
  /** What is wrong with each field; it is saved when nothing is. */
  faults: Faults
  onSave(): void
  /** The fields; what is wrong with them is shown once somebody tried to save them. */
  children: (shown: Partial<Faults>) => ReactNode
}

/** What can be changed of a thing on its page, saved together. */
export function PropertiesForm<Faults extends FaultsOf>(props: PropertiesFormProps<Faults>) {
  const { failed, problem, isPending, isDisabled = false, faults, onSave, children } = props
  const [isTried, setTried] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.values(faults).every((fault) => fault === undefined)) onSave()
  }

  return (
    <Box aria-labelledby="properties">
      <form onSubmit={submit} noValidate>
        <Parts disabled={isDisabled}>
          <LG tag="h2" isBold id="properties">
            Properties
          </LG>
          {problem && <Failed what={failed} problem={problem} />}
          {children(isTried ? faults : {})}
          {!isDisabled && (
            <div>
              <SubmitButton isPending={isPending}>Save</SubmitButton>
            </div>
          )}
        </Parts>
      </form>
    </Box>
  )
}

const Parts = styled(Stack).attrs<{ disabled: boolean }>({ as: 'fieldset' })`
  margin: 0;
  border: 0;
  padding: 0;
`
