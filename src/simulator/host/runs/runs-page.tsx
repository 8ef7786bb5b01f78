import { useIntegrationNames } from '../integrations/use-integrations'
import { useRuns } from '../queries'
import { Answer, Empty } from '../ui/faces'
import { Filters, SelectFilter, TextFilter, useFilters } from '../ui/filters'
import { Link } from '../ui/link'
import { Page } from '../ui/page'
import { LoadingRuns, RunTable } from './run-table'
import { isRunStatus, runStatuses } from './run-words'

/** What flows did, newest first. */
export function RunsPage({ params }: { params: Record<string, string> }) {
  const { integration, status, ticket_id } = params
  const filter = {
    ...(integration && { integration }),
    ...(isRunStatus(status) && { status }),
    ...(ticket_id && { ticket_id }),
  }
  const runs = useRuns(filter)
  const set = useFilters('/simulator/runs', params)
  const integrations = useIntegrationNames()

  return (
    <Page title="Runs" description="A run is one execution of a flow for one event, all attempts together.">
      <Filters>
        <SelectFilter
          label="Status"
          all="All statuses"
          options={runStatuses}
          value={status}
          onChange={(value) => set('status', value)}
        />
        <SelectFilter
          label="Integration"
          all="All integrations"
          options={integrations.map((name) => ({ value: name, text: name }))}
          value={integration}
          onChange={(value) => set('integration', value)}
        />
        <TextFilter
          label="Ticket ID"
          isNumber
          value={ticket_id}
          onChange={(value) => set('ticket_id', value.replace(/^#/, ''))}
        />
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
    </Page>
  )
}
