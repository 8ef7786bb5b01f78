import { Tag } from '@zendeskgarden/react-tags'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Link } from '../ui/link'
import { OneLine } from '../ui/long-table'
import { Until, When } from '../ui/time'
import { shortName } from '../runs/run-words'
import type { Queue } from './use-queue'

type Waiting = Queue['events'][number]
type Retry = Queue['retries'][number]

const eventColumns: Array<Column<Waiting>> = [
  {
    title: 'Event type',
    cell: ({ event_type, event_source, origin }) => (
      <Stack $gap="xxs">
        <OneLine title={event_type}>{event_type}</OneLine>
        <OneLine>
          <Subtle>
            {event_source}, {origin}
          </Subtle>
        </OneLine>
      </Stack>
    ),
  },
  { title: 'Accepted', width: '200px', cell: ({ at }) => <When at={at} /> },
]

export const WaitingEvents = ({ events }: { events: Waiting[] }) => (
  <DataTable caption="Waiting events" columns={eventColumns} rows={events} keyOf={({ id }) => id} />
)

const retryColumns = (isHeld: boolean): Array<Column<Retry>> => [
  {
    title: 'Run',
    cell: ({ id, origin, integration, flow }) => (
      <Stack $gap="xxs">
        <OneLine title={origin}>
          <Link to={`/simulator/runs/${encodeURIComponent(id)}`}>{origin}</Link>
        </OneLine>
        <OneLine>
          <Subtle>
            {integration}, {shortName(flow)}
          </Subtle>
        </OneLine>
      </Stack>
    ),
  },
  {
    title: 'Last result',
    isForWide: true,
    cell: ({ result }) => <OneLine title={result ?? undefined}>{result}</OneLine>,
  },
  { title: 'Attempts', width: '110px', isForWide: true, cell: ({ attempts }) => attempts },
  {
    title: 'Next attempt',
    width: '160px',
    cell: ({ due_at }) =>
      due_at !== null &&
      (isHeld ? (
        <Tag size="small" hue="yellow">
          <span>On hold</span>
        </Tag>
      ) : (
        <Until at={due_at} />
      )),
  },
]

export const Retries = ({ runs, isHeld }: { runs: Retry[]; isHeld: boolean }) => (
  <DataTable caption="Waiting to retry" columns={retryColumns(isHeld)} rows={runs} keyOf={({ id }) => id} />
)
