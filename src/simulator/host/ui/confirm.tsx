import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import type { ReactNode } from 'react'
import { Stack } from './blocks'
import { Failed } from './faces'
import { useNotice } from './notice'

interface ConfirmProps {
  title: string
  children: ReactNode
  /** The word on the button that does it. */
  action: string
  failed: string
  problem: Error | null
  isPending: boolean
  onConfirm(): void
  onClose(): void
}

/** Asks before something is taken away, and stays open with the reason when that fails. */
export const Confirm = (props: ConfirmProps) => (
  <Modal role="alertdialog" onClose={props.onClose}>
    <Modal.Header tag="h2" isDanger>
      {props.title}
    </Modal.Header>
    <Modal.Body>
      <Stack>
        {props.problem && <Failed what={props.failed} problem={props.problem} />}
        <div>{props.children}</div>
      </Stack>
    </Modal.Body>
    <Modal.Footer>
      <Modal.FooterItem>
        <Button isBasic onClick={props.onClose}>
          Cancel
        </Button>
      </Modal.FooterItem>
      <Modal.FooterItem>
        <Button
          isPrimary
          isDanger
          aria-disabled={props.isPending}
          onClick={() => !props.isPending && props.onConfirm()}
        >
          {props.action}
        </Button>
      </Modal.FooterItem>
    </Modal.Footer>
    <Modal.Close aria-label="Close" />
  </Modal>
)

interface ConfirmDeleteProps {
  /** What it is, such as `record`. */
  what: string
  /** What it is called. */
  name: string
  remove: {
    mutate(input: undefined, then: { onSuccess(): void }): void
    error: Error | null
    isPending: boolean
  }
  /** What goes with it and what stays, in a sentence. */
  children: ReactNode
  /** When it is gone: where its page leads then. */
  onDeleted?(): void
  onClose(): void
}

/** Asks before something is deleted, and says when it is. */
export function ConfirmDelete({ what, name, remove, children, onDeleted, onClose }: ConfirmDeleteProps) {
  const notice = useNotice()
  return (
    <Confirm
      title={`Delete ${name}`}
      action="Delete"
      failed={`The ${what} was not deleted`}
      problem={remove.error}
      isPending={remove.isPending}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess() {
            onClose()
            notice(`${name} deleted`)
            onDeleted?.()
          },
        })
      }
      onClose={onClose}
    >
      {children}
    </Confirm>
  )
}
