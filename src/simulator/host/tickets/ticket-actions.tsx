import { Button } from '@zendeskgarden/react-buttons'
import { Item, Menu, Separator } from '@zendeskgarden/react-dropdowns'
import ChevronIcon from '@zendeskgarden/svg-icons/src/16/chevron-down-stroke.svg'
import { useState } from 'react'
import { onChoice } from '../ui/menu-choice'
import { MergeTicket } from './merge-ticket'
import { RemoveTicket } from './remove-ticket'
import type { Ticket } from './ticket-words'

type Action = 'merge' | 'spam' | 'delete'

/** What can be done with a whole ticket. */
export function TicketActions({ ticket }: { ticket: Ticket }) {
  const [action, setAction] = useState<Action>()
  const close = () => setAction(undefined)
  return (
    <>
      <Menu
        placement="bottom-end"
        onChange={onChoice((value) => setAction(value as Action))}
        button={(props) => (
          <Button {...props}>
            Actions
            <Button.EndIcon>
              <ChevronIcon aria-hidden="true" />
            </Button.EndIcon>
          </Button>
        )}
      >
        <Item value="merge" isDisabled={ticket.status === 'closed'}>
          Merge into another ticket
        </Item>
        <Separator />
        <Item value="spam" type="danger">
          Mark as spam
        </Item>
        <Item value="delete" type="danger">
          Delete
        </Item>
      </Menu>
      {action === 'merge' && <MergeTicket ticket={ticket} onClose={close} />}
      {(action === 'spam' || action === 'delete') && (
        <RemoveTicket id={String(ticket.id)} how={action} onClose={close} />
      )}
    </>
  )
}
