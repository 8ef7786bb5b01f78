import { duration } from '../when'
import { Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Link } from '../ui/link'
import { LongTable, OneLine } from '../ui/long-table'
import { When } from '../ui/time'
import type { LiveList } from '../use-live-list'
import { RunTag, shortName, type Run } from './run-words'

const columns: Array<Column<Run>> = [
  {
    title: 'Started by',
    width: '30%',
    cell: ({ id, origin, integration, flow }) => (
      <Stack $gap="xxs">
        <OneLine title={origin}>
          <Link to={`/simulator/runs/${encodeURIComponent(id)}`}>{origin}</Link>
        </OneLine>
        <OneLine title={`${integration}, ${shortName(flow)}`}>
          <Subtle>
            {integration}, {shortName(flow)}
          </Subtle>
        </OneLine>
      </Stack>
    ),
  },
  {
    title: 'Result',
    cell: ({ status, result }) => (
      <Stack $gap="xxs">
        <OneLine>
          <RunTag status={status} />
        </OneLine>
        <OneLine title={result ?? undefined}>{result}</OneLine>
      </Stack>
    ),
  },
  {
    title: 'Duration',
    width: '116px',
    isForWide: true,
    cell: ({ duration_ms }) => (duration_ms === null ? '' : duration(duration_ms)),
  },
  { title: 'Attempts', width: '96px', isForWide: true, cell: ({ attempts }) => attempts },
  { title: 'Time', width: '160px', isForWide: true, cell: ({ queued_at }) => <When at={queued_at} /> },
]

/** Runs, a row each. */
export const RunTable = ({ list }: { list: LiveList<Run> & { data: Run[] } }) => (
  <LongTable caption="Runs" columns={columns} list={list} />
)

/** The table while its first rows are loaded. */
export const LoadingRuns = () => (
  <DataTable caption="Runs" columns={columns} rows={undefined} keyOf={({ id }) => id} />
)
