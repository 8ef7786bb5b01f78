import { Tag } from '@zendeskgarden/react-tags'
import type { CallAnswer, WireByRoute } from '../../../zis/wire'

export type Ticket = CallAnswer<WireByRoute, 'GET /api/v2/tickets/:id'>['ticket']
export type Status = Ticket['status']
export type Priority = Ticket['priority']

const statusWords: Record<Status, { text: string; hue: string }> = {
  new: { text: 'New', hue: 'yellow' },
  open: { text: 'Open', hue: 'red' },
  pending: { text: 'Pending', hue: 'blue' },
  hold: { text: 'On-hold', hue: 'kale' },
  solved: { text: 'Solved', hue: 'grey' },
  closed: { text: 'Closed', hue: 'grey' },
}

const priorityWords: Record<NonNullable<Priority>, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
}

export const statuses = Object.entries(statusWords).map(([value, { text }]) => ({
  value: value as Status,
  text,
}))
export const priorities = Object.entries(priorityWords).map(([value, text]) => ({
  value: value as NonNullable<Priority>,
  text,
}))

export const priorityText = (priority: Priority): string => (priority === null ? '' : priorityWords[priority])

export function StatusTag({ status }: { status: Status }) {
  const { text, hue } = statusWords[status]
  return (
    <Tag hue={hue} size="small">
      <span>{text}</span>
    </Tag>
  )
}
