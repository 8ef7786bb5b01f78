import { Button } from '@zendeskgarden/react-buttons'
import { useState } from 'react'
import { Box, Row, Stack } from '../ui/blocks'
import { Failed } from '../ui/faces'
import { Facts } from '../ui/facts'
import { useNotice } from '../ui/notice'
import { When } from '../ui/time'
import { RemoveTicket } from './remove-ticket'
import { StatusTag, type Ticket } from './ticket-words'
import { useRemoveTicket } from './use-tickets'

/** A way back for a deleted ticket, and the way to lose it. */
export function DeletedActions({ id }: { id: string }) {
  const [isAsking, setAsking] = useState(false)
  const restore = useRemoveTicket(id)
  const notice = useNotice()
  return (
    <Stack $gap="xs">
      <Row>
        <Button
          isPrimary
          aria-disabled={restore.isPending}
          onClick={() =>
            !restore.isPending &&
            restore.mutate('restore', { onSuccess: () => notice(`Ticket #${id} restored`) })
          }
        >
          Restore
        </Button>
        <Button isDanger onClick={() => setAsking(true)}>
          Delete permanently
        </Button>
      </Row>
      {restore.error && <Failed what="The ticket was not restored" problem={restore.error} />}
      {isAsking && <RemoveTicket id={id} how="delete for good" onClose={() => setAsking(false)} />}
    </Stack>
  )
}

interface DeletedTicketProps {
  ticket: Ticket
  deleted: { at: string; by: string }
}

/** What is known of a ticket that was deleted. */
export const DeletedTicket = ({ ticket, deleted }: DeletedTicketProps) => (
  <Box aria-label="About this ticket">
    <Facts
      facts={[
        ['ID', `#${ticket.id}`],
        ['Deleted', <When key="deleted" at={deleted.at} />],
        ['Deleted by', deleted.by],
        ['Status before', <StatusTag key="status" status={ticket.status} />],
        ['Description', ticket.description],
        ['Tags', ticket.tags.join(', ')],
      ]}
    />
  </Box>
)
