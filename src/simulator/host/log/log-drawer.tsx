import { Tag } from '@zendeskgarden/react-tags'
import { LG } from '@zendeskgarden/react-typography'
import { shortName } from '../runs/run-words'
import { Stack } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { DetailsDrawer } from '../ui/drawer'
import { Facts } from '../ui/facts'
import { JsonView } from '../ui/json-view'
import { Link } from '../ui/link'
import { When } from '../ui/time'
import { duration } from '../when'
import { LogTag, type ExecutionState, type LogDetails, type LogRow } from './log-words'

const columns: Array<Column<ExecutionState & { index: number }>> = [
  { title: 'State', cell: ({ name }) => name },
  { title: 'Type', width: '88px', cell: ({ type }) => type },
  {
    title: 'Status',
    cell: ({ status, error }) => (
      <Stack $gap="xxs">
        <div>
          <Tag size="small" hue={status === 'FAILED' ? 'red' : 'green'}>
            <span>{status === 'FAILED' ? 'Failed' : 'Succeeded'}</span>
          </Tag>
        </div>
        {error}
      </Stack>
    ),
  },
  { title: 'Duration', width: '96px', isForWide: true, cell: ({ duration_ms }) => duration(duration_ms) },
]

/** A row of the log opened: its execution states, and the way to the run that left it. */
export const LogDrawer = ({ row, onClose }: { row: LogRow | undefined; onClose(): void }) => (
  <DetailsDrawer item={row} title={({ description }) => description} onClose={onClose}>
    {(shown) => <Details row={shown} />}
  </DetailsDrawer>
)

function Details({ row }: { row: LogRow }) {
  const { flow, job_spec, attempt, execution_states: states = [] } = Object(row.details) as LogDetails
  return (
    <Stack $gap="lg">
      <Facts
        facts={[
          ['Status', <LogTag key="status" status={row.status} />],
          ['Product', row.product],
          ['Date and time', <When key="at" at={row.at} />],
          ['Flow', flow && shortName(flow)],
          ['Job spec', job_spec && shortName(job_spec)],
          ['Attempts', attempt],
          [
            'Run',
            row.run_id && (
              <Link to={`/simulator/runs/${encodeURIComponent(row.run_id)}`}>View every step</Link>
            ),
          ],
        ]}
      />
      <Stack $gap="xs">
        <LG tag="h3" isBold>
          Execution states
        </LG>
        {states.length === 0 ? (
          'The run ended before its first state.'
        ) : (
          <DataTable
            caption="Execution states"
            columns={columns}
            // Map iterations enter a state of one name often.
            rows={states.map((state, index) => ({ ...state, index }))}
            keyOf={({ index }) => index}
          />
        )}
      </Stack>
      <JsonView label="Details" value={row.details} />
    </Stack>
  )
}
