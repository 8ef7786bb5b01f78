import { Button } from '@zendeskgarden/react-buttons'
import { Tag } from '@zendeskgarden/react-tags'
import { useMemo, useState } from 'react'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'
import { useEvents } from '../queries'
import { useSendAgain } from '../queue/use-queue'
import { count } from '../when'
import { Row, Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { DetailsDrawer } from '../ui/drawer'
import { Answer, Empty, Failed } from '../ui/faces'
import { Facts } from '../ui/facts'
import { JsonView } from '../ui/json-view'
import { Link } from '../ui/link'
import { LongTable, OneLine } from '../ui/long-table'
import { useNotice } from '../ui/notice'
import { OpenButton } from '../ui/open-button'
import { When } from '../ui/time'

type Event = CallAnswer<ControlByRoute, 'GET /_sim/events'>['events'][number]

/** What happened, newest first, and the runs that it started. */
export function EventList() {
  const events = useEvents()
  const [open, setOpen] = useState<string>()
  const columns = useMemo(() => columnsFor(setOpen), [])
  return (
    <>
      <Answer
        query={events}
        failed="Couldn't load the events"
        loading={<DataTable caption="Events" columns={columns} rows={undefined} keyOf={({ id }) => id} />}
      >
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No events" text="Change a ticket or send an event, and it shows up here." />
          ) : (
            <LongTable caption="Events" columns={columns} list={{ ...events, data: rows }} />
          )
        }
      </Answer>
      <DetailsDrawer
        // By its id: its runs come after it.
        item={events.data?.find(({ id }) => id === open)}
        title={({ event_type }) => event_type}
        onClose={() => setOpen(undefined)}
      >
        {(event) => <EventDetails event={event} />}
      </DetailsDrawer>
    </>
  )
}

const columnsFor = (open: (id: string) => void): Array<Column<Event>> => [
  {
    title: 'Event type',
    cell: ({ id, event_type, event_source, origin }) => (
      <Stack $gap="xxs">
        <OpenButton onClick={() => open(id)} title={event_type}>
          {event_type}
        </OpenButton>
        <OneLine>
          <Subtle>
            {event_source}, {origin}
          </Subtle>
        </OneLine>
      </Stack>
    ),
  },
  {
    title: 'Runs',
    width: '90px',
    cell: ({ runs }) =>
      runs.length > 0 && (
        <Tag size="small" hue="blue">
          <span>{count(runs.length, 'run')}</span>
        </Tag>
      ),
  },
  { title: 'Time', width: '200px', isForWide: true, cell: ({ at }) => <When at={at} /> },
]

const EventDetails = ({ event }: { event: Event }) => (
  <Stack $gap="lg">
    <Facts
      facts={[
        ['Source', event.event_source],
        ['Raised by', event.origin],
        ['Time', <When key="time" at={event.at} />],
      ]}
    />
    {event.runs.length === 0 ? (
      <Subtle>It started no run: no installed job spec has this source and type.</Subtle>
    ) : (
      <Row>
        {event.runs.map((id, index) => (
          <Link key={id} to={`/simulator/runs/${encodeURIComponent(id)}`}>
            {event.runs.length === 1 ? 'View run' : `View run ${index + 1}`}
          </Link>
        ))}
      </Row>
    )}
    <SendAgain id={event.id} />
    <JsonView label="Input" value={event.input} />
  </Stack>
)

function SendAgain({ id }: { id: string }) {
  const again = useSendAgain()
  const notice = useNotice()
  const send = () => again.mutate(id, { onSuccess: () => notice('Event sent again') })
  return (
    <Stack $gap="xs">
      {again.error && <Failed what="The event was not sent" problem={again.error} />}
      <div>
        <Button size="small" onClick={send} aria-disabled={again.isPending}>
          Send again
        </Button>
      </div>
    </Stack>
  )
}
