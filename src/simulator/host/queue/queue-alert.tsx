import { GlobalAlert } from '@zendeskgarden/react-notifications'
import { useNotice } from '../ui/notice'
import { Until } from '../ui/time'
import { useQueue, useQueueControl } from './use-queue'

/** Says on every page that no runs start, and why, with the way out of it. */
export function QueueAlert() {
  const { data: queue } = useQueue()
  const control = useQueueControl()
  const notice = useNotice()
  const isPaused = queue !== undefined && queue.paused_at !== null
  const stalledUntil = queue?.stalled_until ?? null
  if (!isPaused && stalledUntil === null) return null

  const resume = () =>
    control.mutate('resume', {
      onError: (problem) => notice(`The queue was not resumed. ${problem.message}`, 'error'),
    })
  return (
    <GlobalAlert type="warning" role="status">
      <GlobalAlert.Content>
        <GlobalAlert.Title>{isPaused ? 'The queue is paused' : 'The queue is stalled'}</GlobalAlert.Title>
        {isPaused || stalledUntil === null ? (
          'Events are kept, and no new runs start.'
        ) : (
          <>
            Events are kept, and new runs start <Until at={stalledUntil} />.
          </>
        )}
      </GlobalAlert.Content>
      <GlobalAlert.Button isBasic onClick={resume} aria-disabled={control.isPending}>
        Resume queue
      </GlobalAlert.Button>
    </GlobalAlert>
  )
}
