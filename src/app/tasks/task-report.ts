import { problemInReport } from '../state/report'
import type { TaskState } from './use-tasks'

/** How a task went, in a report. */
export function taskInReport(state: TaskState | undefined): string {
  switch (state?.state) {
    case 'done':
      return `${state.isGood ? 'ok' : 'not ok'}, ${state.says}`
    case 'failed':
      return `failed, ${problemInReport(state.problem)}`
    default:
      return state?.state ?? 'waiting'
  }
}
