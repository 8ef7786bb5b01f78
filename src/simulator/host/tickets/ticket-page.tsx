import { Tabs } from '@zendeskgarden/react-tabs'
import { useOrganization } from '../people/use-people'
import { Box, Columns, Stack } from '../ui/blocks'
import { Answer, Empty } from '../ui/faces'
import { Facts } from '../ui/facts'
import { useFilters } from '../ui/filters'
import { BackLink, Link } from '../ui/link'
import { Page } from '../ui/page'
import { When } from '../ui/time'
import { Comments } from './comments'
import { DeletedActions, DeletedTicket } from './deleted-ticket'
import { History } from './history'
import { TicketActions } from './ticket-actions'
import { TicketForm } from './ticket-form'
import { StatusTag, type Ticket } from './ticket-words'
import { useTicket } from './use-tickets'

interface TicketPageProps {
  id: string
  params: Record<string, string>
}

/** One ticket: its properties, its comments and its history. */
export function TicketPage({ id, params }: TicketPageProps) {
  const query = useTicket(id)
  const { ticket, deleted } = query.data ?? {}
  return (
    <Page
      title={ticket?.subject || `Ticket #${id}`}
      mark={ticket && <StatusTag status={deleted ? 'deleted' : ticket.status} />}
      before={<BackLink to="/simulator/tickets">Tickets</BackLink>}
      actions={ticket && (deleted ? <DeletedActions id={id} /> : <TicketActions ticket={ticket} />)}
    >
      <Answer
        query={query}
        failed={`Couldn't load ticket #${id}`}
        missing={<Empty title="No such ticket" text={`There is no ticket #${id}.`} />}
      >
        {({ ticket: shown, deleted: gone }) =>
          gone ? (
            <DeletedTicket ticket={shown} deleted={gone} />
          ) : (
            <Columns $aside="340px">
              <Parts ticket={shown} params={params} />
              <Stack>
                <TicketForm ticket={shown} />
                <About ticket={shown} />
              </Stack>
            </Columns>
          )
        }
      </Answer>
    </Page>
  )
}

/** What was said in a ticket, and what was done to it. */
function Parts({ ticket, params }: { ticket: Ticket; params: Record<string, string> }) {
  const set = useFilters(`/simulator/tickets/${ticket.id}`, params)
  const tab = params['tab'] === 'history' ? 'history' : 'comments'
  return (
    <Tabs selectedItem={tab} onChange={(next: string) => set('tab', next === 'history' ? next : '')}>
      <Tabs.TabList aria-label="Ticket">
        <Tabs.Tab item="comments">Conversation</Tabs.Tab>
        <Tabs.Tab item="history">History</Tabs.Tab>
      </Tabs.TabList>
      {/* Stays in place behind the other tab, so that a comment that was begun is not lost. */}
      <Tabs.TabPanel item="comments">
        <Comments ticket={ticket} />
      </Tabs.TabPanel>
      <Tabs.TabPanel item="history">{tab === 'history' && <History id={String(ticket.id)} />}</Tabs.TabPanel>
    </Tabs>
  )
}

const About = ({ ticket }: { ticket: Ticket }) => (
  <Box aria-label="About this ticket">
    <Facts
      facts={[
        ['ID', `#${ticket.id}`],
        ['Created', <When key="created" at={ticket.created_at} />],
        ['Updated', <When key="updated" at={ticket.updated_at} />],
        [
          'Organization',
          ticket.organization_id && <OrganizationLink key="organization" id={ticket.organization_id} />,
        ],
        ['External ID', ticket.external_id],
        ['Due', ticket.due_at && <When key="due" at={ticket.due_at} />],
        [
          'Runs',
          <Link key="runs" to={`/simulator/runs?ticket_id=${ticket.id}`}>
            View its runs
          </Link>,
        ],
      ]}
    />
  </Box>
)

function OrganizationLink({ id }: { id: number }) {
  const name = useOrganization(String(id)).data?.organization.name
  return <Link to={`/simulator/organizations/${id}`}>{name ?? `Organization ${id}`}</Link>
}
