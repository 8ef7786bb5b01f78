import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import styled from 'styled-components'
import type { Problem } from '../platform/problem'
import { problemWords } from '../platform/runbook'
import { useText } from '../platform/words'
import { Countdown } from './countdown'

const Actions = styled.div`
  margin-top: ${({ theme }) => theme.space.sm};
`

interface Props {
  /** What did not work. */
  title: string
  problem: Problem
  onRetry?: () => void
  /** In place of the usual words for this kind of problem. */
  says?: string
}

/** A failed request where its answer would stand: what happened, why, and the way on. */
export function ProblemAlert({ title, problem, onRetry, says }: Props) {
  const t = useText()
  return (
    <Alert type="error" role="alert">
      <Alert.Title>{title}</Alert.Title>
      <ProblemText problem={problem} says={says} />
      {onRetry && (
        <Actions>
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </Actions>
      )}
    </Alert>
  )
}

/** The words for a problem, and the server's own sentence where it said one. */
export function ProblemText({ problem, says }: Pick<Props, 'problem' | 'says'>) {
  const t = useText()
  return (
    <>
      <Alert.Paragraph>
        {says ??
          (problem.kind === 'rate_limited' && problem.retryAfter !== undefined ? (
            <Countdown seconds={problem.retryAfter}>
              {(seconds) =>
                t(seconds > 0 ? 'problem.rate_limited_until' : 'problem.rate_limited_now', { seconds })
              }
            </Countdown>
          ) : (
            problemWords(problem, t)
          ))}
      </Alert.Paragraph>
      {problem.message !== '' && (
        <Alert.Paragraph>
          {t('problem.answer', { status: problem.status, message: problem.message })}
        </Alert.Paragraph>
      )}
    </>
  )
}
