import { Button } from '@zendeskgarden/react-buttons'
import { Alert } from '@zendeskgarden/react-notifications'
import styled from 'styled-components'
import type { Problem } from '../platform/problem'
import { detailWords } from '../platform/runbook'
import { useText } from '../platform/words'
import { ProblemWords } from './problem-words'

const Actions = styled.div`
  margin-top: ${({ theme }) => theme.space.sm};
`

interface Props {
  /** What did not work. */
  title: string
  problem: Problem
  /** Asks once more for what was read. */
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
      <ProblemText problem={problem} says={says} isRead={onRetry !== undefined} />
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
export function ProblemText({
  problem,
  says,
  isRead,
}: Pick<Props, 'problem' | 'says'> & { isRead?: boolean }) {
  const detail = detailWords(problem, useText())
  return (
    <>
      <Alert.Paragraph>{says ?? <ProblemWords problem={problem} isRead={isRead} />}</Alert.Paragraph>
      {detail !== '' && <Alert.Paragraph>{detail}</Alert.Paragraph>}
    </>
  )
}
