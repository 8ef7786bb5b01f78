import { waitMs, type Problem } from '../platform/problem'
import { problemWords } from '../platform/runbook'
import { useText } from '../platform/words'
import { Countdown } from './countdown'

interface Props {
  problem: Problem
  /** A read that the page asks again by itself. A write never is. */
  isRead?: boolean
}

/** What a problem means and what to do; after too many requests with the seconds until Zendesk takes more. */
export function ProblemWords({ problem, isRead = false }: Props) {
  const t = useText()
  if (problem.kind !== 'rate_limited') return <>{problemWords(problem, t)}</>
  return (
    <Countdown until={problem.at + waitMs(problem)}>
      {(seconds) =>
        seconds > 0
          ? t(isRead ? 'problem.rate_limited_again' : 'problem.rate_limited_until', { seconds })
          : t(isRead ? 'problem.rate_limited_asking' : 'problem.rate_limited_now')
      }
    </Countdown>
  )
}
