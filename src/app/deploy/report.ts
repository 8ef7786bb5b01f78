import { secretIn } from '../../zis/bundle/secrets'
import type { TaskState } from '../tasks/use-tasks'

export interface Reported {
  title: string
  version: string
  integration: string
  account: string
  at: string
  rows: Array<{ title: string; state: TaskState | undefined }>
}

/** An install in plain lines, to be sent to whoever can help. What looks like a secret is left out. */
export function installReport({ title, version, integration, account, at, rows }: Reported): string {
  return [
    `${title} ${version}`,
    `integration: ${integration}`,
    `account: ${account}`,
    `time: ${at}`,
    '',
    ...rows.map((row) => `${row.title}: ${wordsFor(row.state)}`),
  ]
    .map((line) => (secretIn(line, '') === undefined ? line : '(left out: it looks like a secret)'))
    .join('\n')
}

function wordsFor(state: TaskState | undefined): string {
  switch (state?.state) {
    case 'done':
      return `${state.isGood ? 'ok' : 'not ok'}, ${state.says}`
    case 'failed':
      return `failed, ${state.problem.kind} ${state.problem.status} ${state.problem.message}`.trim()
    default:
      return state?.state ?? 'waiting'
  }
}
