import { useRouter } from '../router'
import { Confirm } from '../ui/confirm'
import { useNotice } from '../ui/notice'
import { useRemoveTicket, type Removal } from './use-tickets'

interface RemoveTicketProps {
  id: string
  how: Exclude<Removal, 'restore'>
  onClose(): void
}

const words: Record<
  RemoveTicketProps['how'],
  { title(id: string): string; action: string; text: string; done: string }
> = {
  spam: {
    title: (id) => `Mark ticket #${id} as spam`,
    action: 'Mark as spam',
    text: 'The ticket is deleted and its requester is suspended. You can restore the ticket for 30 days.',
    done: 'marked as spam',
  },
  delete: {
    title: (id) => `Delete ticket #${id}`,
    action: 'Delete',
    text: 'You can restore the ticket for 30 days.',
    done: 'deleted',
  },
  'delete for good': {
    title: (id) => `Delete ticket #${id} permanently`,
    action: 'Delete permanently',
    text: 'The ticket, its comments and its history are lost. This cannot be undone.',
    done: 'deleted permanently',
  },
}

/** Asks before a ticket goes; then the list is shown, since the ticket is not there any more. */
export function RemoveTicket({ id, how, onClose }: RemoveTicketProps) {
  const remove = useRemoveTicket(id)
  const notice = useNotice()
  const { go } = useRouter()
  const { title, action, text, done } = words[how]
  return (
    <Confirm
      title={title(id)}
      action={action}
      failed={`The ticket was not ${done}`}
      problem={remove.error}
      isPending={remove.isPending}
      onConfirm={() =>
        remove.mutate(how, {
          onSuccess() {
            onClose()
            notice(`Ticket #${id} ${done}`)
            if (how === 'delete for good') go('/simulator/tickets')
          },
        })
      }
      onClose={onClose}
    >
      {text}
    </Confirm>
  )
}
