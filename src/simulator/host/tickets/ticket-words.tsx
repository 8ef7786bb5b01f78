import { Tag } from '@zendeskgarden/react-tags'
import type { CallAnswer } from '../../../zis/wire'
import type { ControlByRoute } from '../../services/control/wire'

export type Ticket = CallAnswer<ControlByRoute, 'GET /_sim/tickets/:id'>['ticket']
export type Status = Ticket['status']
export type Priority = Ticket['priority']
export type TicketType = Ticket['type']

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

const typeWords: Record<NonNullable<TicketType>, string> = {
  question: 'Question',
  incident: 'Incident',
  problem: 'Problem',
  task: 'Task',
}

export const statuses = Object.entries(statusWords).map(([value, { text }]) => ({
  value: value as Status,
  text,
}))
export const priorities = Object.entries(priorityWords).map(([value, text]) => ({
  value: value as NonNullable<Priority>,
  text,
}))
export const types = Object.entries(typeWords).map(([value, text]) => ({
  value: value as NonNullable<TicketType>,
  text,
}))

export const priorityText = (priority: Priority): string => (priority === null ? '' : priorityWords[priority])

/** The statuses that a ticket can get: closed is Zendesk's own doing, and there is no way back to new. */
export const statusesFor = (now: Status) =>
  statuses.filter(({ value }) => value === now || !['new', 'closed'].includes(value))

export function StatusTag({ status }: { status: Status | 'deleted' }) {
  const { text, hue } = status === 'deleted' ? { text: 'Deleted', hue: 'red' } : statusWords[status]
  return (
    <Tag hue={hue} size="small">
      <span>{text}</span>
    </Tag>
  )
}
