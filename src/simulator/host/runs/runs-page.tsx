import { useRuns } from '../queries'
import { Stack } from '../ui/blocks'
import { Answer, Empty } from '../ui/faces'
import { Link } from '../ui/link'
import { MoreButton } from '../ui/more-button'
import { Page } from '../ui/page'
import { RunTable } from './run-table'

/** What flows did, newest first. */
export function RunsPage() {
  const runs = useRuns()
  return (
    <Page title="Runs" description="A run is one execution of a flow for one event, all attempts together.">
      <Answer query={runs} failed="Couldn't load the runs" loading={<RunTable rows={undefined} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              title="No runs"
              text="Install an integration in the app, then change a ticket or publish an event to start a flow."
            >
              <Link to="/simulator/tickets">Go to tickets</Link>
            </Empty>
          ) : (
            <Stack>
              <RunTable rows={rows} />
              <MoreButton query={runs} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  )
}
