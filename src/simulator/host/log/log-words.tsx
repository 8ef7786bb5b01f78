import { Tag } from '@zendeskgarden/react-tags'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'

export type LogRow = CallAnswer<ControlByRoute, 'GET /_sim/log'>['log'][number]

/** What a run leaves in a row of the log, as far as it is there (zis-flows 11). */
export interface LogDetails {
  flow?: string
  job_spec?: string
  attempt?: number
  job_status?: string
  execution_states?: ExecutionState[]
}
export interface ExecutionState {
  name: string
  type: string
  status: string
  started_at: string
  duration_ms: number
  error?: string
}

const words: Record<LogRow['status'], { text: string; hue: string }> = {
  info: { text: 'Info', hue: 'grey' },
  warning: { text: 'Warning', hue: 'yellow' },
  error: { text: 'Error', hue: 'red' },
  debug: { text: 'Debug', hue: 'grey' },
}

export const logStatuses = Object.entries(words).map(([value, { text }]) => ({ value, text }))

export const isLogStatus = (text: string | undefined): text is LogRow['status'] =>
  text !== undefined && Object.hasOwn(words, text)

export function LogTag({ status }: { status: LogRow['status'] }) {
  const { text, hue } = words[status]
  return (
    <Tag hue={hue} size="small">
      <span>{text}</span>
    </Tag>
  )
}
