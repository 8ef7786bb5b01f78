import { Button } from '@zendeskgarden/react-buttons'
import { useTickets } from '../queries'
import { useRouter } from '../router'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Link } from '../ui/link'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { NewTicket } from './new-ticket'
import { priorityText, StatusTag, type Ticket } from './ticket-words'

const columns: Array<Column<Ticket>> = [
  { title: 'ID', width: '64px', isForWide: true, cell: ({ id }) => `#${id}` },
  {
    title: 'Subject',
    cell: ({ id, subject }) => <Link to={`/simulator/tickets/${id}`}>{subject || 'No subject'}</Link>,
  },
  { title: 'Status', width: '110px', cell: ({ status }) => <StatusTag status={status} /> },
  { title: 'Priority', width: '110px', isForWide: true, cell: ({ priority }) => priorityText(priority) },
  { title: 'Updated', width: '200px', isForWide: true, cell: ({ updated_at }) => <When at={updated_at} /> },
]

/** The account's tickets. Changing one raises the events that Zendesk raises. */
export function TicketsPage({ isNew }: { isNew: boolean }) {
  const tickets = useTickets()
  const { go } = useRouter()
  const create = () => go('/simulator/tickets/new')

  return (
    <Page
      title="Tickets"
      description="Creating or changing a ticket raises the same events as in Zendesk."
      actions={
        <Button isPrimary onClick={create}>
          Create ticket
        </Button>
      }
    >
      <Answer
        query={tickets}
        failed="Couldn't load the tickets"
        loading={<DataTable caption="Tickets" columns={columns} rows={undefined} keyOf={({ id }) => id} />}
      >
        {({ tickets: rows }) =>
          rows.length === 0 ? (
            <Empty title="No tickets" text="Create a ticket to raise the first event." />
          ) : (
            <DataTable
              caption="Tickets"
              columns={columns}
              rows={[...rows].sort((a, b) => b.id - a.id)}
              keyOf={({ id }) => id}
            />
          )
        }
      </Answer>
      {isNew && <NewTicket onClose={() => go('/simulator/tickets')} />}
    </Page>
  )
}
