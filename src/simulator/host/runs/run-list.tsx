import { useIntegrationNames } from '../integrations/use-integrations'
import { useRuns } from '../queries'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter, TextFilter } from '../ui/filters'
import { Link } from '../ui/link'
import { useSimulatorTime } from '../ui/time'
import { LoadingRuns, RunTable } from './run-table'
import { isRunStatus, runStatuses } from './run-words'
import { spanOf, spans, useFlows } from './use-stats'

interface RunListProps {
  params: Record<string, string>
  onSet(name: string, value: string): void
}

const minute = 60_000

/** Runs, newest first, with filters. */
export function RunList({ params, onSet }: RunListProps) {
  const { integration, flow, status, ticket_id, text, time } = params
  const now = useSimulatorTime(minute)
  const span = spanOf(time)
  const filter = {
    ...(integration && { integration }),
    ...(flow && { flow }),
    ...(isRunStatus(status) && { status }),
    ...(ticket_id && { ticket_id }),
    ...(text && { text }),
    // In whole minutes, so that the list is not another one with every look at the clock.
    ...(span && { since: new Date((Math.floor(now / minute) - span.minutes) * minute).toISOString() }),
  }
  const runs = useRuns(filter)

  return (
    <>
      <Filters>
        <SelectFilter
          label="Status"
          all="All statuses"
          options={runStatuses}
          value={status}
          onChange={(value) => onSet('status', value)}
        />
        <WhichFlow {...{ integration, flow, onSet }} />
        <SelectFilter
          label="Time"
          all="Any time"
          options={Object.entries(spans).map(([value, { text }]) => ({ value, text }))}
          value={time}
          onChange={(value) => onSet('time', value)}
        />
        <TextFilter
          label="Ticket ID"
          isNumber
          value={ticket_id}
          onChange={(value) => onSet('ticket_id', value.replace(/^#/, ''))}
        />
        <TextFilter label="Search" value={text} onChange={(value) => onSet('text', value)} />
      </Filters>
      <Answer query={runs} failed="Couldn't load the runs" loading={<LoadingRuns />}>
        {(rows) =>
          rows.length > 0 ? (
            <RunTable list={{ ...runs, data: rows }} />
          ) : Object.keys(filter).length > 0 ? (
            <Empty title="Nothing found" text="No run fits all filters." />
          ) : (
            <Empty
              title="No runs"
              text="Install an integration in the app, then change a ticket or send an event to start a flow."
            >
              <Link to="/simulator/tickets">Go to tickets</Link>
            </Empty>
          )
        }
      </Answer>
    </>
  )
}

interface WhichFlowProps {
  integration: string | undefined
  flow: string | undefined
  onSet(name: string, value: string): void
}

/** An integration, and one of its flows. */
function WhichFlow({ integration, flow, onSet }: WhichFlowProps) {
  const integrations = useIntegrationNames()
  const flows = useFlows().data?.flows ?? []
  const names = new Set(
    flows.filter((one) => !integration || one.integration === integration).map((one) => one.flow),
  )
  return (
    <>
      <SelectFilter
        label="Integration"
        all="All"
        options={integrations.map((name) => ({ value: name, text: name }))}
        value={integration}
        onChange={(value) => onSet('integration', value)}
      />
      <SelectFilter
        label="Flow"
        all="All flows"
        options={[...names].map((name) => ({ value: name, text: name }))}
        value={flow}
        onChange={(value) => onSet('flow', value)}
      />
    </>
  )
}
