import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { Stack } from './blocks'
import { Failed } from './faces'
import { SubmitButton } from './submit-button'

/** What is wrong, by field. */
export type FaultsOf = { [field: string]: string | undefined }

interface FormDialogProps<Faults extends FaultsOf> {
  title: string
  /** The word on the button that sends it. */
  action: string
  /** What did not happen when the sending fails, e.g. "The user was not created". */
  failed?: string
  problem?: Error | null
  isPending?: boolean
  isLarge?: boolean
  /** It cannot be undone. */
  isDanger?: boolean
  /** What is wrong with each field; it is sent when nothing is. */
  faults: Faults
  onSubmit(): void
  onClose(): void
  /** The fields; what is wrong with them is shown once somebody tried to send them. */
  children: (shown: Partial<Faults>) => ReactNode
}

/** A dialog that asks for something and sends it. It stays open, with what was entered, when that fails. */
export function FormDialog<Faults extends FaultsOf>(props: FormDialogProps<Faults>) {
  const { title, action, failed = '', problem, isPending = false, isDanger = false, onClose } = props
  const [isTried, setTried] = useState(false)
  const form = useId()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { currentTarget } = event
    // The messages have to be there before the first wrong field can be found.
    flushSync(() => setTried(true))
    if (Object.values(props.faults).every((fault) => fault === undefined)) props.onSubmit()
    else currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  return (
    <Modal onClose={onClose} isLarge={props.isLarge}>
      <Modal.Header tag="h2" isDanger={isDanger}>
        {title}
      </Modal.Header>
      <Modal.Body>
        <form id={form} onSubmit={submit} noValidate>
          <Stack>
            {problem && <Failed what={failed} problem={problem} />}
            {props.children(isTried ? props.faults : {})}
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
          <SubmitButton form={form} isDanger={isDanger} isPending={isPending}>
            {action}
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}
