import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import { LG, MD } from '@zendeskgarden/react-typography'
import { inexactNote } from '../../../zis/integers'
import { useClock, useRun } from '../queries'
import { useSendAgain } from '../queue/use-queue'
import { useRouter } from '../router'
import { count, duration } from '../when'
import { Box, Stack, Subtle } from '../ui/blocks'
import { Answer, Empty } from '../ui/faces'
import { Facts } from '../ui/facts'
import { JsonView } from '../ui/json-view'
import { BackLink, Link } from '../ui/link'
import { useNotice } from '../ui/notice'
import { Page } from '../ui/page'
import { Until, When } from '../ui/time'
import { RunTag, shortName, type Attempt, type Run } from './run-words'
import { Steps } from './steps'

/** One run: what started it, what became of it, and everything it did. */
export function RunPage({ id }: { id: string }) {
  const query = useRun(id)
  const run = query.data?.run
  return (
    <Page
      title={run ? run.origin : `Run ${id}`}
      mark={run && <RunTag status={run.status} />}
      actions={run && <RunAgain run={run} />}
      before={<BackLink to="/simulator/runs">Runs</BackLink>}
    >
      <Answer
        query={query}
        failed="Couldn't load the run"
        missing={<Empty title="No such run" text={`There is no run ${id}. A reset forgets all runs.`} />}
      >
        {({ run, event, attempts }) => (
          <Stack $gap="lg">
            {run.result && (
              <Alert
                type={run.status === 'failed' ? 'error' : run.status === 'succeeded' ? 'success' : 'info'}
              >
                <Alert.Title>{run.result}</Alert.Title>
              </Alert>
            )}
            <RunFacts run={run} />
            {attempts.length === 0 ? (
              <NoSteps status={run.status} />
            ) : (
              attempts.map((attempt) => (
                <AttemptSection key={attempt.number} attempt={attempt} isOnlyOne={attempts.length === 1} />
              ))
            )}
            {event && (
              <Stack $gap="xs">
                <LG tag="h2" isBold>
                  Event
                </LG>
                <JsonView label="Input" value={event.input} />
                {event.inexact !== undefined && <MD>{inexactNote(event.inexact, 'the event')}</MD>}
              </Stack>
            )}
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

/** Publishes the run's event anew: every job spec that is installed now and listens to it starts. */
function RunAgain({ run }: { run: Run }) {
  const again = useSendAgain()
  const notice = useNotice()
  const { go } = useRouter()
  const send = () =>
    again.mutate(run.event_id, {
      onSuccess: () => {
        notice('Event sent again')
        go('/simulator/runs')
      },
      onError: (problem) => notice(`The event was not sent. ${problem.message}`, 'error'),
    })
  return (
    <Button onClick={send} aria-disabled={again.isPending}>
      Run again
    </Button>
  )
}

const notYet: Partial<Record<Run['status'], string>> = {
  queued: 'The run has not started yet.',
  running: 'The steps show up here when the attempt is over.',
}

/** A run under way has nothing to show; on a frozen clock it may wait for somebody to move the clock. */
function NoSteps({ status }: { status: Run['status'] }) {
  const isFrozen = useClock().data?.mode === 'frozen'
  const isUnderWay = status === 'running' || status === 'queued'
  return (
    <Empty
      title={isUnderWay ? 'No steps yet' : 'No steps'}
      text={notYet[status] ?? 'Nothing was recorded for this run.'}
    >
      {isFrozen && isUnderWay && (
        <Subtle>
          The clock is frozen. A run that waits goes on when you advance it, at the top of the page.
        </Subtle>
      )}
    </Empty>
  )
}

const RunFacts = ({ run }: { run: Run }) => (
  <Box aria-label="About this run">
    <Facts
      facts={[
        ['Integration', run.integration],
        ['Flow', shortName(run.flow)],
        ['Job spec', shortName(run.job_spec)],
        ['Event source', run.event_source],
        ['Event type', run.event_type],
        [
          'Ticket',
          run.ticket_id && <Link to={`/simulator/tickets/${run.ticket_id}`}>{`#${run.ticket_id}`}</Link>,
        ],
        ['Time', <When key="time" at={run.queued_at} />],
        ['Duration', run.duration_ms === null ? undefined : duration(run.duration_ms)],
        ['Attempts', run.attempts],
        ['Next attempt', run.due_at && <Until key="next" at={run.due_at} />],
      ]}
    />
  </Box>
)

const AttemptSection = ({ attempt, isOnlyOne }: { attempt: Attempt; isOnlyOne: boolean }) => (
  <Stack $gap="xs">
    <LG tag="h2" isBold>
      {isOnlyOne ? 'Steps' : `Attempt ${attempt.number}`}
    </LG>
    <Subtle>
      {count(attempt.transitions, 'transition')},{' '}
      {duration(Date.parse(attempt.ended_at) - Date.parse(attempt.started_at))}
    </Subtle>
    {!isOnlyOne && <div>{attempt.outcome.result}</div>}
    <Steps steps={attempt.steps} />
  </Stack>
)
