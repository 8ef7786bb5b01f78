import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import { useMemo, useState } from 'react'
import { useIntegrationNames } from '../integrations/use-integrations'
import { count, moment, timeOfDay } from '../when'
import { BarChart, type Bar } from '../ui/bar-chart'
import { Row, Stack, Subtle } from '../ui/blocks'
import { DataTable, type Column } from '../ui/data-table'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter } from '../ui/filters'
import { FlowTimes } from './flow-times'
import { spanOf, spans, useStats, type Stats } from './use-stats'

interface ChartsProps {
  params: Record<string, string>
  onSet(name: string, value: string): void
}

/** Runs and failures over time, and how long the runs of each flow take. */
export function Charts({ params, onSet }: ChartsProps) {
  const { integration, time } = params
  const span = spanOf(time) ?? spans['1h']!
  const stats = useStats(span.minutes, integration)
  const integrations = useIntegrationNames()
  return (
    <>
      <Filters>
        <SelectFilter
          label="Time"
          all={spans['1h']!.text}
          options={Object.entries(spans)
            .filter(([value]) => value !== '1h')
            .map(([value, { text }]) => ({ value, text }))}
          value={time === '1h' ? '' : time}
          onChange={(value) => onSet('time', value)}
        />
        <SelectFilter
          label="Integration"
          all="All integrations"
          options={integrations.map((name) => ({ value: name, text: name }))}
          value={integration}
          onChange={(value) => onSet('integration', value)}
        />
      </Filters>
      <Answer query={stats} failed="Couldn't load the charts">
        {(data) =>
          data.buckets.every(({ runs }) => runs === 0) ? (
            <Empty
              title="No runs"
              text="No run started in this time. Choose a longer time, or send an event."
            />
          ) : (
            <Stack $gap="lg">
              <OverTime stats={data} />
              <Stack $gap="sm">
                <LG tag="h2" isBold>
                  Time that runs take
                </LG>
                <Subtle>From the first start of a run to its end, with the time between its attempts.</Subtle>
                <FlowTimes flows={data.flows} />
              </Stack>
            </Stack>
          )
        }
      </Answer>
    </>
  )
}

type Bucket = Stats['buckets'][number]

const tableColumns: Array<Column<Bucket>> = [
  { title: 'From', cell: ({ at }) => moment(Date.parse(at)) },
  { title: 'Runs', cell: ({ runs }) => runs },
  { title: 'Failed', cell: ({ failed }) => failed },
]

function OverTime({ stats: { buckets, seconds } }: { stats: Stats }) {
  const [isTable, setTable] = useState(false)
  const bars = useMemo(
    () =>
      buckets.map(({ at, runs, failed }): Bar => {
        const from = Date.parse(at)
        const short = seconds >= 3600 ? moment(from).replace(/:\d\d (?=[AP]M)/, ' ') : timeOfDay(from)
        return { label: moment(from), short, value: runs, part: failed }
      }),
    [buckets, seconds],
  )
  const all = buckets.reduce((sum, { runs }) => sum + runs, 0)
  const failed = buckets.reduce((sum, bucket) => sum + bucket.failed, 0)
  return (
    <Stack $gap="sm" as="section" aria-label="Runs over time">
      <Row>
        <LG tag="h2" isBold>
          Runs over time
        </LG>
        <Subtle>
          {count(all, 'run')}, {failed.toLocaleString('en-US')} failed
        </Subtle>
        <Button isLink onClick={() => setTable(!isTable)}>
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
      </Row>
      {isTable ? (
        <DataTable
          caption="Runs over time"
          columns={tableColumns}
          rows={buckets.filter(({ runs }) => runs > 0)}
          keyOf={({ at }) => at}
        />
      ) : (
        <BarChart
          title="Runs over time"
          bars={bars}
          names={{ value: 'Succeeded or under way', part: 'Failed' }}
          describe={({ label, value, part }) =>
            `${label}, ${count(value, 'run')}, ${part.toLocaleString('en-US')} failed`
          }
        />
      )}
    </Stack>
  )
}
