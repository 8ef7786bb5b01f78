import { Button } from '@zendeskgarden/react-buttons'
import { useRouter } from '../router'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter, TextFilter, useFilters } from '../ui/filters'
import { Link } from '../ui/link'
import { LongTable, OneLine } from '../ui/long-table'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { NewTicket } from './new-ticket'
import { priorityText, statuses, StatusTag } from './ticket-words'
import { useTicketLines, type TicketFilter, type TicketLine } from './use-tickets'

const columns: Array<Column<TicketLine>> = [
  { title: 'ID', width: '84px', isForWide: true, cell: ({ id }) => `#${id}` },
  {
    title: 'Subject',
    cell: ({ id, subject, requester }) => (
      <Stack $gap="xxs">
        <OneLine title={subject}>
          <Link to={`/simulator/tickets/${id}`}>{subject || 'No subject'}</Link>
        </OneLine>
        <OneLine title={requester}>
          <Subtle>{requester}</Subtle>
        </OneLine>
      </Stack>
    ),
  },
  {
    title: 'Status',
    width: '110px',
    cell: ({ status, deleted_at }) => <StatusTag status={deleted_at === null ? status : 'deleted'} />,
  },
  { title: 'Priority', width: '96px', isForWide: true, cell: ({ priority }) => priorityText(priority) },
  {
    title: 'Assignee',
    width: '160px',
    isForWide: true,
    cell: ({ assignee }) => <OneLine title={assignee ?? undefined}>{assignee}</OneLine>,
  },
  {
    title: 'Updated',
    width: '180px',
    isForWide: true,
    cell: ({ updated_at, deleted_at }) => <When at={deleted_at ?? updated_at} />,
  },
]

const choices = [...statuses, { value: 'deleted' as const, text: 'Deleted' }]
const isChoice = (text: string | undefined): text is NonNullable<TicketFilter['status']> =>
  choices.some(({ value }) => value === text)

interface TicketsPageProps {
  isNew: boolean
  params: Record<string, string>
}

/** The account's tickets, newest first. Changing one raises the events that Zendesk raises. */
export function TicketsPage({ isNew, params }: TicketsPageProps) {
  const { status, text } = params
  const filter = { ...(isChoice(status) && { status }), ...(text && { text }) }
  const tickets = useTicketLines(filter)
  const set = useFilters('/simulator/tickets', params)
  const { go } = useRouter()

  return (
    <Page
      title="Tickets"
      description="Creating or changing a ticket raises the same events as in Zendesk."
      actions={
        <Button isPrimary onClick={() => go('/simulator/tickets/new')}>
          Create ticket
        </Button>
      }
    >
      <Filters>
        <TextFilter label="Search" value={text} onChange={(value) => set('text', value)} />
        <SelectFilter
          label="Status"
          all="All but deleted"
          options={choices}
          value={status}
          onChange={(value) => set('status', value)}
        />
      </Filters>
      <Answer
        query={tickets}
        failed="Couldn't load the tickets"
        loading={<DataTable caption="Tickets" columns={columns} rows={undefined} keyOf={({ id }) => id} />}
      >
        {(rows) =>
          rows.length > 0 ? (
            <LongTable caption="Tickets" columns={columns} list={{ ...tickets, data: rows }} />
          ) : Object.keys(filter).length > 0 ? (
            <Empty title="Nothing found" text="No ticket fits all filters." />
          ) : (
            <Empty title="No tickets" text="Create a ticket to raise the first event." />
          )
        }
      </Answer>
      {isNew && <NewTicket onClose={() => go('/simulator/tickets')} />}
    </Page>
  )
}
