import type { Static } from 'typebox'
import type { Condition, Trigger } from '../../../zis/wire/triggers'
import { ticketPriorities, ticketStatuses } from '../../../zis/wire/ticket-shapes'
import type { TicketChange } from './ticket-change'

type Test = Static<typeof Condition>
type Conditions = Static<typeof Trigger>['conditions']

/** True when a save of a ticket meets all of the one list, and one of the other where it has any. */
export const meets = (change: TicketChange, { all, any }: Conditions): boolean =>
  all.every((test) => meetsOne(change, test)) &&
  (any.length === 0 || any.some((test) => meetsOne(change, test)))

function meetsOne(change: TicketChange, { field, operator = 'is', value }: Test): boolean {
  const { ticket, isNew, comment } = change
  const wanted = String(value ?? '')
  switch (field) {
    case 'update_type': {
      const isWanted = (isNew ? 'create' : 'change') === wanted.toLowerCase()
      return operator === 'is_not' ? !isWanted : isWanted
    }
    case 'comment_is_public':
      return comment !== undefined && String(comment.is_public) === wanted
    case 'current_tags': {
      const hasOne = words(wanted).some((tag) => ticket.tags.includes(tag))
      return operator === 'not_includes' || operator === 'is_not' ? !hasOne : hasOne
    }
    case 'subject_includes_word': {
      const subject = ticket.subject.toLowerCase()
      const hasOne = words(wanted.toLowerCase()).some((word) => subject.includes(word))
      return operator === 'not_includes' || operator === 'is_not' ? !hasOne : hasOne
    }
    default:
      return compare(change, field, operator, wanted)
  }
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '')

const orders: Record<string, readonly string[]> = { status: ticketStatuses, priority: ticketPriorities }

type Property = Exclude<
  Test['field'],
  'update_type' | 'comment_is_public' | 'current_tags' | 'subject_includes_word'
>

function compare(change: TicketChange, field: Property, operator: string, wanted: string): boolean {
  const now = String(change.ticket[field] ?? '')
  const before = change.previous[field]
  const rank = (one: string) => orders[field]?.indexOf(one) ?? Number(one)
  switch (operator) {
    case 'is_not':
      return now !== wanted
    case 'changed':
      return before !== undefined
    case 'not_changed':
      return before === undefined
    // "Changed to" and "changed from".
    case 'value':
      return before !== undefined && now === wanted
    case 'value_previous':
      return before !== undefined && String(before.value ?? '') === wanted
    case 'less_than':
      return rank(now) < rank(wanted)
    case 'greater_than':
      return rank(now) > rank(wanted)
    default:
      return now === wanted
  }
}
