import { Button } from '@zendeskgarden/react-buttons'
import { Modal } from '@zendeskgarden/react-modals'
import { useState, type FormEvent } from 'react'
import { TextField } from '../people/text-field'
import { useRouter } from '../router'
import { Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import type { Ticket } from './ticket-words'
import { useMergeTicket } from './use-tickets'

/** Asks for the ticket that this one goes into. */
export function MergeTicket({ ticket, onClose }: { ticket: Ticket; onClose(): void }) {
  const [typed, setTyped] = useState('')
  const [comment, setComment] = useState('')
  const [isTried, setTried] = useState(false)
  const merge = useMergeTicket(String(ticket.id))
  const notice = useNotice()
  const { go } = useRouter()
  const into = typed.trim().replace(/^#/, '')
  const fault = faultOf(into, ticket.id)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault !== undefined) return
    merge.mutate(
      { into, comment },
      {
        onSuccess() {
          notice(`Ticket #${ticket.id} merged into #${into}`)
          onClose()
          go(`/simulator/tickets/${into}`)
        },
      },
    )
  }

  return (
    <Modal onClose={onClose}>
      <Modal.Header tag="h2" isDanger>
        Merge ticket #{ticket.id}
      </Modal.Header>
      <Modal.Body>
        <form id="merge-ticket" onSubmit={submit} noValidate>
          <Stack>
            {merge.error && <Failed what="The ticket was not merged" problem={merge.error} />}
            <div>
              This ticket is closed with the tag closed_by_merge, and both tickets get an internal note. This
              cannot be undone.
            </div>
            <TextField
              label="Merge into ticket"
              hint="Its number, such as 2"
              value={typed}
              fault={isTried ? fault : undefined}
              onChange={setTyped}
            />
            <TextField
              label="Note in that ticket"
              hint="Empty for the usual text"
              isLong
              value={comment}
              onChange={setComment}
            />
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
          <SubmitButton form="merge-ticket" isDanger isPending={merge.isPending}>
            Merge
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}

function faultOf(into: string, own: number): string | undefined {
  if (!/^\d{1,15}$/.test(into)) return 'Enter the number of a ticket'
  return Number(into) === own ? 'A ticket cannot be merged into itself' : undefined
}
