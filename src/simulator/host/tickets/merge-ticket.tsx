import { useState } from 'react'
import { useRouter } from '../router'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import type { Ticket } from './ticket-words'
import { useMergeTicket } from './use-tickets'

/** Asks for the ticket that this one goes into. */
export function MergeTicket({ ticket, onClose }: { ticket: Ticket; onClose(): void }) {
  const [typed, setTyped] = useState('')
  const [comment, setComment] = useState('')
  const merge = useMergeTicket(String(ticket.id))
  const notice = useNotice()
  const { go } = useRouter()
  const into = typed.trim().replace(/^#/, '')

  const submit = () =>
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

  return (
    <FormDialog
      title={`Merge ticket #${ticket.id}`}
      action="Merge"
      failed="The ticket was not merged"
      problem={merge.error}
      isPending={merge.isPending}
      isDanger
      faults={{ into: faultOf(into, ticket.id) }}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <div>
            This ticket is closed with the tag closed_by_merge, and both tickets get an internal note. This
            cannot be undone.
          </div>
          <TextField
            label="Merge into ticket"
            hint="Its number, such as 2"
            value={typed}
            fault={shown.into}
            onChange={setTyped}
          />
          <TextField
            label="Note in that ticket"
            hint="Empty for the usual text"
            lines={2}
            value={comment}
            onChange={setComment}
          />
        </>
      )}
    </FormDialog>
  )
}

function faultOf(into: string, own: number): string | undefined {
  if (!/^\d{1,15}$/.test(into)) return 'Enter the number of a ticket'
  return Number(into) === own ? 'A ticket cannot be merged into itself' : undefined
}
