import { priorities, statuses, types } from '../tickets/ticket-words'
import type { Choice } from '../ui/choice-field'
import type { Condition } from './use-hooks'

export type ConditionField = Condition['field']
export type Operator = NonNullable<Condition['operator']>

/** How the value of a field is entered and shown. */
type Kind = 'choice' | 'group' | 'brand' | 'person' | 'staff' | 'organization' | 'words'

interface FieldWords {
  text: string
  kind: Kind
  operators: readonly Operator[]
  /** The values of a choice. */
  choices?: ReadonlyArray<Choice<string>>
}

const changes: readonly Operator[] = ['changed', 'value', 'value_previous', 'not_changed']
const ordered: readonly Operator[] = ['is', 'is_not', 'less_than', 'greater_than', ...changes]
const plain: readonly Operator[] = ['is', 'is_not', ...changes]
const contains: readonly Operator[] = ['includes', 'not_includes']

/** What a trigger can look at, in the order in which it is offered. */
export const conditionWords: Record<ConditionField, FieldWords> = {
  update_type: {
    text: 'Ticket',
    kind: 'choice',
    operators: ['is'],
    choices: [
      { value: 'Create', text: 'Created' },
      { value: 'Change', text: 'Updated' },
    ],
  },
  status: { text: 'Status', kind: 'choice', operators: ordered, choices: statuses },
  priority: { text: 'Priority', kind: 'choice', operators: ordered, choices: priorities },
  type: { text: 'Type', kind: 'choice', operators: plain, choices: types },
  comment_is_public: {
    text: 'Comment',
    kind: 'choice',
    operators: ['is'],
    choices: [
      { value: 'true', text: 'Public' },
      { value: 'false', text: 'Private' },
    ],
  },
  current_tags: { text: 'Tags', kind: 'words', operators: contains },
  subject_includes_word: { text: 'Subject text', kind: 'words', operators: contains },
  group_id: { text: 'Group', kind: 'group', operators: plain },
  assignee_id: { text: 'Assignee', kind: 'staff', operators: plain },
  requester_id: { text: 'Requester', kind: 'person', operators: plain },
  organization_id: { text: 'Organization', kind: 'organization', operators: plain },
  brand_id: { text: 'Brand', kind: 'brand', operators: plain },
}

export const operatorWords: Record<Operator, string> = {
  is: 'is',
  is_not: 'is not',
  includes: 'contains at least one of',
  not_includes: 'contains none of',
  less_than: 'is less than',
  greater_than: 'is greater than',
  changed: 'changed',
  not_changed: 'not changed',
  value: 'changed to',
  value_previous: 'changed from',
}

/** Operators that need nothing to compare with. */
export const isUnary = (operator: Operator | undefined): boolean =>
  operator === 'changed' || operator === 'not_changed'

/** A condition on a field with the operator and the value that are the first there. */
export function freshCondition(field: ConditionField): Condition {
  const { operators, choices } = conditionWords[field]
  return { field, operator: operators[0]!, value: choices?.[0]?.value ?? null }
}

/** What is wrong with a condition as it was entered. */
export function faultOfCondition({ field, operator, value }: Condition): string | undefined {
  const isText = conditionWords[field].kind === 'words'
  return isText && !isUnary(operator) && String(value ?? '').trim() === ''
    ? 'Enter one or more words'
    : undefined
}
