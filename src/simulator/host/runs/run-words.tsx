import { Tag } from '@zendeskgarden/react-tags'
import { parseName } from '../../../zis/names'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'

export type Run = CallAnswer<ControlByRoute, 'GET /_sim/runs'>['runs'][number]
export type Attempt = CallAnswer<ControlByRoute, 'GET /_sim/runs/:id'>['attempts'][number]
export type Step = Attempt['steps'][number]

const words: Record<Run['status'], { text: string; hue: string }> = {
  queued: { text: 'Queued', hue: 'grey' },
  running: { text: 'Running', hue: 'blue' },
  retrying: { text: 'Waiting to retry', hue: 'yellow' },
  succeeded: { text: 'Succeeded', hue: 'green' },
  failed: { text: 'Failed', hue: 'red' },
}

export const runStatuses = Object.entries(words).map(([value, { text }]) => ({ value, text }))

export const isRunStatus = (text: string | undefined): text is Run['status'] =>
  text !== undefined && Object.hasOwn(words, text)

export function RunTag({ status }: { status: Run['status'] }) {
  const { text, hue } = words[status]
  return (
    <Tag hue={hue} size="small">
      <span>{text}</span>
    </Tag>
  )
}

/** The name alone of `zis:acme:flow:notify`. */
export const shortName = (full: string): string => parseName(full)?.name ?? full
