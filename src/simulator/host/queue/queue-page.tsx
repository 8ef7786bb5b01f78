import { Button } from '@zendeskgarden/react-buttons'
import { LG } from '@zendeskgarden/react-typography'
import type { ReactNode } from 'react'
import { count } from '../when'
import { Box, Stack, Subtle } from '../ui/blocks'
import { Answer } from '../ui/faces'
import { Facts } from '../ui/facts'
import { useNotice } from '../ui/notice'
import { Page } from '../ui/page'
import { BadDays } from './bad-days'
import { Retries, WaitingEvents } from './queue-tables'
import { useQueue, useQueueControl } from './use-queue'

/** What waits between an event and its runs, and the bad days that a queue can have. */
export function QueuePage() {
  const query = useQueue()
  return (
    <Page
      title="Queue"
      description="An accepted event waits here until it starts its runs. Zendesk promises each event at least once, in no order, and not at once."
      actions={query.data && <PauseButton isPaused={query.data.paused_at !== null} />}
    >
      <Answer query={query} failed="Couldn't load the queue">
        {(queue) => (
          <Stack $gap="lg">
            <Box aria-label="Queue at a glance">
              <Facts
                facts={[
                  ['Events waiting', queue.waiting.toLocaleString('en-US')],
                  ['Runs under way', queue.running],
                  ['Waiting to retry', queue.retrying.toLocaleString('en-US')],
                  ['Events in the last minute', queue.accepted_last_minute.toLocaleString('en-US')],
                ]}
              />
            </Box>
            <BadDays />
            <Part title="Waiting events" shown={queue.events.length} all={queue.waiting} noun="event">
              <WaitingEvents events={queue.events} />
            </Part>
            <Part title="Waiting to retry" shown={queue.retries.length} all={queue.retrying} noun="run">
              <Retries runs={queue.retries} isHeld={queue.paused_at !== null} />
            </Part>
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

function PauseButton({ isPaused }: { isPaused: boolean }) {
  const control = useQueueControl()
  const notice = useNotice()
  const turn = () =>
    control.mutate(isPaused ? 'resume' : 'pause', {
      onError: (problem) => notice(`Nothing was changed. ${problem.message}`, 'error'),
    })
  return (
    <Button isPrimary onClick={turn} aria-disabled={control.isPending}>
      {isPaused ? 'Resume queue' : 'Pause queue'}
    </Button>
  )
}

interface PartProps {
  title: string
  shown: number
  all: number
  noun: string
  children: ReactNode
}

/** The first of those that wait; however many there are, the page stays short. */
const Part = ({ title, shown, all, noun, children }: PartProps) => (
  <Stack $gap="xs">
    <LG tag="h2" isBold>
      {title}
    </LG>
    {shown === 0 ? <Subtle>None</Subtle> : children}
    {all > shown && shown > 0 && (
      <Subtle>
        The first {shown} of {count(all, noun)}
      </Subtle>
    )}
  </Stack>
)
