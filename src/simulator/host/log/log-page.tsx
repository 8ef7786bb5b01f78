import { Anchor } from '@zendeskgarden/react-buttons'
import { useMemo, useState } from 'react'
import { useIntegrationNames } from '../integrations/use-integrations'
import { useLog, type LogFilter } from '../queries'
import { OpenButton } from '../ui/open-button'
import { Row } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter, TextFilter, useFilters } from '../ui/filters'
import { LongTable, OneLine } from '../ui/long-table'
import { Page } from '../ui/page'
import { useSimulatorTime, When } from '../ui/time'
import { LogDrawer } from './log-drawer'
import { isLogStatus, logStatuses, LogTag, type LogRow } from './log-words'

const spans: Record<string, { text: string; minutes: number }> = {
  '15m': { text: 'Last 15 minutes', minutes: 15 },
  '1h': { text: 'Last hour', minutes: 60 },
  '1d': { text: 'Last 24 hours', minutes: 24 * 60 },
}
const minute = 60_000

/** The integration log of Admin Center: a row for each run that came to its end, for seven days. */
export function LogPage({ params }: { params: Record<string, string> }) {
  const { product, status, text, time } = params
  const now = useSimulatorTime(minute)
  const span = time === undefined || !Object.hasOwn(spans, time) ? undefined : spans[time]
  const filter: LogFilter = {
    ...(product && { integration: product }),
    ...(isLogStatus(status) && { status }),
    ...(text && { text }),
    // In whole minutes, so that the list is not another one with every look at the clock.
    ...(span && { since: new Date((Math.floor(now / minute) - span.minutes) * minute).toISOString() }),
  }
  const log = useLog(filter)
  const set = useFilters('/simulator/log', params)
  const products = useIntegrationNames()
  const [open, setOpen] = useState<LogRow>()
  const columns = useMemo(() => columnsFor(setOpen), [])
  const isFiltered = Object.keys(filter).length > 0

  return (
    <Page
      title="Integration log"
      description="What admins see in Admin Center: the result of each run, kept for seven days."
      actions={
        <Row>
          <Export format="csv" filter={filter} />
          <Export format="json" filter={filter} />
        </Row>
      }
    >
      <Filters>
        <SelectFilter
          label="Status"
          all="All statuses"
          options={logStatuses}
          value={status}
          onChange={(value) => set('status', value)}
        />
        <SelectFilter
          label="Product"
          all="All products"
          options={products.map((name) => ({ value: name, text: name }))}
          value={product}
          onChange={(value) => set('product', value)}
        />
        <SelectFilter
          label="Time"
          all="Last 7 days"
          options={Object.entries(spans).map(([value, { text }]) => ({ value, text }))}
          value={time}
          onChange={(value) => set('time', value)}
        />
        <TextFilter label="Description or flow" value={text} onChange={(value) => set('text', value)} />
      </Filters>
      <Answer
        query={log}
        failed="Couldn't load the integration log"
        loading={
          <DataTable caption="Integration log" columns={columns} rows={undefined} keyOf={({ id }) => id} />
        }
      >
        {(rows) =>
          rows.length > 0 ? (
            <LongTable
              caption="Integration log"
              lines="one"
              columns={columns}
              list={{ ...log, data: rows }}
            />
          ) : isFiltered ? (
            <Empty title="Nothing found" text="No row of the last 7 days fits all filters." />
          ) : (
            <Empty title="No rows" text="A run that comes to its end leaves a row here." />
          )
        }
      </Answer>
      <LogDrawer row={open} onClose={() => setOpen(undefined)} />
    </Page>
  )
}

const columnsFor = (open: (row: LogRow) => void): Array<Column<LogRow>> => [
  {
    title: 'Date and time',
    width: '170px',
    cell: (row) => (
      <OpenButton onClick={() => open(row)}>
        <When at={row.at} />
      </OpenButton>
    ),
  },
  {
    title: 'Product',
    width: '180px',
    isForWide: true,
    cell: ({ product }) => <OneLine title={product}>{product}</OneLine>,
  },
  { title: 'Status', width: '100px', cell: ({ status }) => <LogTag status={status} /> },
  { title: 'Description', cell: ({ description }) => <OneLine title={description}>{description}</OneLine> },
]

/** A file of what the filters show. */
function Export({ format, filter }: { format: 'csv' | 'json'; filter: LogFilter }) {
  const query = new URLSearchParams({ format, ...filter })
  return (
    <Anchor href={`/_sim/log/export?${query.toString()}`} download>
      Export {format.toUpperCase()}
    </Anchor>
  )
}
