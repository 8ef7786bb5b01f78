import { detailWords } from '../platform/runbook'
import { useText } from '../platform/words'
import { ProblemWords } from '../ui/problem-words'
import { Row, type RowState } from '../ui/rows'
import type { TaskState } from './use-tasks'

const marks: Record<TaskState['state'], RowState> = {
  waiting: 'waiting',
  working: 'working',
  done: 'good',
  failed: 'failed',
  not_tried: 'warning',
}

/** A task as a row: what is being done, how it went in words, retry where it did not. */
export function TaskRow({
  title,
  state,
  onRetry,
}: {
  title: string
  state: TaskState
  onRetry?: () => void
}) {
  const t = useText()
  const isBad = state.state === 'failed' || (state.state === 'done' && !state.isGood)
  const says = () => {
    if (state.state === 'done') return state.says
    if (state.state === 'failed') {
      return (
        <>
          <ProblemWords problem={state.problem} /> {detailWords(state.problem, t)}
        </>
      )
    }
    return t(`tasks.${state.state}`)
  }
  return (
    <Row
      state={isBad ? 'failed' : marks[state.state]}
      title={title}
      says={says()}
      onRetry={isBad ? onRetry : undefined}
    />
  )
}
