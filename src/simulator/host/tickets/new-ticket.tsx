import { useState } from 'react'
import { useRouter } from '../router'
import { ChoiceField, none } from '../ui/choice-field'
import { FormDialog } from '../ui/form-dialog'
import { useNotice } from '../ui/notice'
import { TextField } from '../ui/text-field'
import { priorities, type Priority } from './ticket-words'
import { useCreateTicket } from './use-tickets'

/** Asks for a new ticket's subject, priority and first comment. */
export function NewTicket({ onClose }: { onClose: () => void }) {
  const [subject, setSubject] = useState('')
  const [comment, setComment] = useState('')
  const [priority, setPriority] = useState<Priority>(null)
  const create = useCreateTicket()
  const { go } = useRouter()
  const notice = useNotice()

  function submit() {
    const ticket = {
      comment: { body: comment },
      ...(subject.trim() && { subject: subject.trim() }),
      ...(priority && { priority }),
    }
    create.mutate(ticket, {
      onSuccess({ ticket: { id } }) {
        notice(`Ticket #${id} created`)
        go(`/simulator/tickets/${id}`)
      },
    })
  }

  return (
    <FormDialog
      title="Create ticket"
      action="Create ticket"
      failed="The ticket was not created"
      problem={create.error}
      isPending={create.isPending}
      faults={{ comment: comment.trim() === '' ? 'Enter a comment' : undefined }}
      onSubmit={submit}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <TextField label="Subject" value={subject} onChange={setSubject} />
          <ChoiceField
            label="Priority"
            options={[none, ...priorities]}
            value={priority}
            onChange={setPriority}
          />
          <TextField label="Comment" lines={4} value={comment} fault={shown.comment} onChange={setComment} />
        </>
      )}
    </FormDialog>
  )
}
