import { Button } from '@zendeskgarden/react-buttons'
import { Field, Input, Select, Textarea } from '@zendeskgarden/react-forms'
import { Modal } from '@zendeskgarden/react-modals'
import { useState, type FormEvent } from 'react'
import { useRouter } from '../router'
import { Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { useNotice } from '../ui/notice'
import { SubmitButton } from '../ui/submit-button'
import { priorities, type Priority } from './ticket-words'
import { useCreateTicket } from './use-tickets'

/** Asks for a new ticket's subject, priority and first comment. */
export function NewTicket({ onClose }: { onClose: () => void }) {
  const [subject, setSubject] = useState('')
  const [comment, setComment] = useState('')
  const [priority, setPriority] = useState<NonNullable<Priority> | ''>('')
  const [isTried, setTried] = useState(false)
  const create = useCreateTicket()
  const { go } = useRouter()
  const notice = useNotice()
  const isEmpty = comment.trim() === ''

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isEmpty) return
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
    <Modal onClose={onClose}>
      <Modal.Header tag="h2">Create ticket</Modal.Header>
      <Modal.Body>
        <form id="new-ticket" onSubmit={submit} noValidate>
          <Stack>
            {create.error && <Failed what="The ticket was not created" problem={create.error} />}
            <Field>
              <Field.Label>Subject</Field.Label>
              <Input value={subject} onChange={(event) => setSubject(event.target.value)} />
            </Field>
            <Field>
              <Field.Label>Priority</Field.Label>
              <Select
                value={priority}
                onChange={(event) => setPriority(event.target.value as typeof priority)}
              >
                <option value="">None</option>
                {priorities.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </Select>
            </Field>
            <Field>
              <Field.Label>Comment</Field.Label>
              <Textarea
                minRows={4}
                isResizable
                value={comment}
                validation={isTried && isEmpty ? 'error' : undefined}
                onChange={(event) => setComment(event.target.value)}
              />
              {isTried && isEmpty && <Field.Message validation="error">Enter a comment</Field.Message>}
            </Field>
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
          <SubmitButton form="new-ticket" isPending={create.isPending}>
            Create ticket
          </SubmitButton>
        </Modal.FooterItem>
      </Modal.Footer>
      <Modal.Close aria-label="Close" />
    </Modal>
  )
}
