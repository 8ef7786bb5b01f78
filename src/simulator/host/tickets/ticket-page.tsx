import { Field, Select } from '@zendeskgarden/react-forms'
import { LG } from '@zendeskgarden/react-typography'
import { useState, type FormEvent } from 'react'
import { useTicket, useUpdateTicket } from '../queries'
import { Box, Columns, Stack } from '../ui/blocks'
import { Answer, Empty, Failed } from '../ui/faces'
import { Facts } from '../ui/facts'
import { BackLink, Link } from '../ui/link'
import { useNotice } from '../ui/notice'
import { Page } from '../ui/page'
import { SubmitButton } from '../ui/submit-button'
import { When } from '../ui/time'
import { Comments } from './comments'
import { priorities, StatusTag, statuses, type Priority, type Status, type Ticket } from './ticket-words'

/** One ticket: its properties and its comments. */
export function TicketPage({ id }: { id: string }) {
  const query = useTicket(id)
  const ticket = query.data?.ticket
  return (
    <Page
      title={ticket ? ticket.subject || `Ticket #${ticket.id}` : `Ticket #${id}`}
      mark={ticket && <StatusTag status={ticket.status} />}
      before={<BackLink to="/simulator/tickets">Tickets</BackLink>}
    >
      <Answer
        query={query}
        failed={`Couldn't load ticket #${id}`}
        missing={<Empty title="No such ticket" text={`There is no ticket #${id}.`} />}
      >
        {({ ticket }) => (
          <Columns $aside="300px">
            <Comments ticket={ticket} />
            <Stack>
              <Properties
                // A change from elsewhere shows up here as well.
                key={`${ticket.status} ${ticket.priority}`}
                ticket={ticket}
              />
              <Box aria-label="About this ticket">
                <Facts
                  facts={[
                    ['ID', `#${ticket.id}`],
                    ['Created', <When key="created" at={ticket.created_at} />],
                    ['Updated', <When key="updated" at={ticket.updated_at} />],
                    ['Tags', ticket.tags.join(', ')],
                    [
                      'Runs',
                      <Link key="runs" to={`/simulator/runs?ticket_id=${ticket.id}`}>
                        View its runs
                      </Link>,
                    ],
                  ]}
                />
              </Box>
            </Stack>
          </Columns>
        )}
      </Answer>
    </Page>
  )
}

/** Status and priority, saved together as in Zendesk. */
function Properties({ ticket }: { ticket: Ticket }) {
  const [status, setStatus] = useState<Status>(ticket.status)
  const [priority, setPriority] = useState<Priority>(ticket.priority)
  const update = useUpdateTicket(String(ticket.id))
  const notice = useNotice()
  // The only way to "closed" is Zendesk's own, and there is none back to "new".
  const offered = statuses.filter(
    ({ value }) => value === ticket.status || !['new', 'closed'].includes(value),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    const changes = {
      ...(status !== ticket.status && { status }),
      ...(priority !== ticket.priority && { priority }),
    }
    update.mutate({ ticket: changes }, { onSuccess: () => notice(`Ticket #${ticket.id} updated`) })
  }

  return (
    <Box aria-labelledby="properties">
      <form onSubmit={submit}>
        <Stack>
          <LG tag="h2" isBold id="properties">
            Properties
          </LG>
          {update.error && <Failed what="The ticket was not updated" problem={update.error} />}
          <Field>
            <Field.Label>Status</Field.Label>
            <Select value={status} onChange={(event) => setStatus(event.target.value as Status)}>
              {offered.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
          <Field>
            <Field.Label>Priority</Field.Label>
            <Select
              value={priority ?? ''}
              onChange={(event) =>
                setPriority(event.target.value === '' ? null : (event.target.value as Priority))
              }
            >
              <option value="">None</option>
              {priorities.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
          <div>
            <SubmitButton isPending={update.isPending}>Save</SubmitButton>
          </div>
        </Stack>
      </form>
    </Box>
  )
}
