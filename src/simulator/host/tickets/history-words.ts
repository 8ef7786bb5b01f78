import { priorityText, statuses, types, type Priority } from './ticket-words'
import type { Audit, TicketStructure } from './use-tickets'

type Event = Audit['events'][number]

/** Names behind the ids in an audit. */
export interface Names {
  /** Undefined until it is known. */
  userName(id: number): string | undefined
  structure: TicketStructure | undefined
}

const titles: Record<string, string> = {
  subject: 'Subject',
  status: 'Status',
  priority: 'Priority',
  type: 'Type',
  requester_id: 'Requester',
  assignee_id: 'Assignee',
  group_id: 'Group',
  organization_id: 'Organization',
  brand_id: 'Brand',
  ticket_form_id: 'Form',
  external_id: 'External ID',
  problem_id: 'Problem',
  due_at: 'Due',
  tags: 'Tags',
  follower_ids: 'Followers',
  email_cc_ids: 'CCs',
}

/** One change of a ticket: what changed, what it was, and what it is. */
export interface ChangeInWords {
  title: string
  previous?: string
  value: string
}

export function inWords(event: Event, names: Names): ChangeInWords {
  if (event.type === 'Comment') {
    return { title: event.public ? 'Public comment' : 'Internal note', value: event.body ?? '' }
  }
  const field = event.field_name
  // An event that sets no field has its kind for a title: a redaction, a comment made private.
  if (field === undefined) return { title: spaced(event.type), value: '' }
  const custom = names.structure?.fields.find(({ id }) => String(id) === field)
  const read = (value: unknown) => valueOf(field, value, names)
  return {
    title: (Object.hasOwn(titles, field) ? titles[field] : undefined) ?? custom?.title ?? `Field ${field}`,
    ...(event.type === 'Change' && { previous: read(event.previous_value) }),
    value: read(event.value),
  }
}

/** The users whose names the words of an audit need. */
export const usersIn = ({ author_id, events }: Audit): number[] => [
  author_id,
  ...events
    .filter(({ field_name }) => field_name !== undefined && userFields.includes(field_name))
    .flatMap(({ previous_value, value }) => [previous_value, value])
    .flat()
    .filter((id): id is number => typeof id === 'number'),
]

const userFields = ['requester_id', 'assignee_id', 'follower_ids', 'email_cc_ids']

function valueOf(field: string, value: unknown, { userName, structure }: Names): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (Array.isArray(value)) {
    if (value.length === 0) return 'none'
    return value.map((one: unknown) => valueOf(field, one, { userName, structure })).join(', ')
  }
  if (userFields.includes(field) && typeof value === 'number') return userName(value) ?? String(value)
  switch (field) {
    case 'status':
      return value === 'deleted' ? 'Deleted' : textIn(statuses, value)
    case 'priority':
      return priorityText(value as Priority)
    case 'type':
      return textIn(types, value)
    case 'group_id':
      return nameIn(structure?.groups, value)
    case 'brand_id':
      return nameIn(structure?.brands, value)
    case 'ticket_form_id':
      return nameIn(structure?.forms, value)
    default: {
      const custom = structure?.fields.find(({ id }) => String(id) === field)
      const option = custom?.custom_field_options?.find((one) => one.value === value)
      return option?.name ?? (typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value as string))
    }
  }
}

const textIn = (words: ReadonlyArray<{ value: string; text: string }>, value: unknown): string =>
  words.find((one) => one.value === value)?.text ?? String(value)

const nameIn = (list: ReadonlyArray<{ id: number; name: string }> = [], id: unknown): string =>
  list.find((one) => one.id === id)?.name ?? String(id)

/** `CommentPrivacyChange` as `Comment privacy change`. */
const spaced = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
