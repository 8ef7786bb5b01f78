import { duration } from '../when'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Link } from '../ui/link'
import { When } from '../ui/time'
import { RunTag, shortName, type Run } from './run-words'

const columns: Array<Column<Run>> = [
  {
    title: 'Started by',
    cell: ({ id, origin, integration, flow }) => (
      <Stack $gap="xxs">
        <Link to={`/simulator/runs/${encodeURIComponent(id)}`}>{origin}</Link>
        <Subtle>
          {integration}, {shortName(flow)}
        </Subtle>
      </Stack>
    ),
  },
  {
    title: 'Result',
    cell: ({ status, result }) => (
      <Stack $gap="xxs">
        <div>
          <RunTag status={status} />
        </div>
        {result}
      </Stack>
    ),
  },
  {
    title: 'Duration',
    width: '110px',
    isForWide: true,
    cell: ({ duration_ms }) => (duration_ms === null ? '' : duration(duration_ms)),
  },
  { title: 'Attempts', width: '96px', isForWide: true, cell: ({ attempts }) => attempts },
  { title: 'Time', width: '200px', isForWide: true, cell: ({ queued_at }) => <When at={queued_at} /> },
]

/** Runs, a row each. */
export const RunTable = ({ rows }: { rows: Run[] | undefined }) => (
  <DataTable caption="Runs" columns={columns} rows={rows} keyOf={({ id }) => id} />
)
