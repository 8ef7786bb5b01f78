import { isObject, type Json, type JsonObject } from '../../zis/json'
import type { ReadAssumption } from '../assumptions'

/** Says members of an event as the switches have them. */
type Form = (assume: ReadAssumption, members: JsonObject) => JsonObject

/** What is open about the members of events, by type (zis-events 2.2, 2.3, 3.2). */
const forms: Record<string, Form> = {
  'ticket.AttachmentLinkedToComment': attachmentForm,
  'ticket.AttachmentRedactedFromComment': attachmentForm,
  'ticket.CommentMadePrivate': commentForm,
  'ticket.CommentRedacted': commentForm,
  'ticket.CustomFieldChanged': fieldForm,
  'user.CustomFieldChanged': fieldForm,
  'organization.CustomFieldChanged': fieldForm,
  'user.UserGroupAdded': membershipForm('group'),
  'user.UserGroupRemoved': membershipForm('group'),
  'user.UserOrganizationAdded': membershipForm('organization'),
  'user.UserOrganizationRemoved': membershipForm('organization'),
  'user.UserIdentityCreated': identityForm,
  'user.UserIdentityChanged': identityForm,
  'user.UserIdentityRemoved': identityForm,
}

export const membersInForm = (assume: ReadAssumption, type: string, members: JsonObject): JsonObject =>
  forms[type]?.(assume, members) ?? members

/** The object that an event is about: of one that is gone there may be less (zis-events 2.2, 5.1). */
export function subjectInForm(assume: ReadAssumption, type: string, subject: JsonObject): JsonObject {
  if (type === 'ticket.TicketPermanentlyDeleted' && assume('permanentlyDeletedTicket') === 'id') {
    return pick(subject, 'ticket', ['id'])
  }
  if (type === 'customobject.CustomObjectRecordDeleted' && assume('deletedRecord') === 'reference') {
    return pick(subject, 'custom_object_record', ['account_id', 'custom_object_key', 'id'])
  }
  return subject
}

function pick(subject: JsonObject, name: string, members: string[]): JsonObject {
  const object = isObject(subject[name]) ? subject[name] : {}
  return { [name]: Object.fromEntries(members.map((one) => [one, object[one] ?? null])) }
}

function attachmentForm(assume: ReadAssumption, members: JsonObject): JsonObject {
  const { attachment = null, comment } = members
  if (assume('attachmentEvents') === 'beside' || !isObject(comment)) return members
  return { comment: { ...comment, attachment } }
}

function commentForm(assume: ReadAssumption, members: JsonObject): JsonObject {
  return assume('commentChangeEvents') === 'whole' ? members : pick(members, 'comment', ['id', 'is_public'])
}

function membershipForm(name: 'group' | 'organization'): Form {
  return (assume, members) => {
    const object = members[name]
    if (assume('membershipEvents') === 'object' || !isObject(object)) return members
    return { [`${name}_id`]: object['id'] ?? null }
  }
}

function identityForm(assume: ReadAssumption, members: JsonObject): JsonObject {
  if (assume('identityEvents') === 'identity') return members
  const valueOf = (one: Json) => (isObject(one) ? (one['value'] ?? null) : one)
  return Object.fromEntries(Object.entries(members).map(([name, one]) => [name, valueOf(one)]))
}

/** Kinds of fields of which no example of an event is known, in the words of the documentation. */
const documentedKinds: Record<string, string> = {
  regexp: 'regex',
  textarea: 'text area',
  partialcreditcard: 'credit card',
}

function fieldForm(assume: ReadAssumption, members: JsonObject): JsonObject {
  const { custom_field: field, previous = null, current = null } = members
  if (!isObject(field)) return members
  const kind = String(field['field_type'])
  const value = (one: Json) => fieldValueInForm(assume, kind, one)
  const field_type = assume('fieldTypeNames') === 'api' ? kind : (documentedKinds[kind] ?? kind)
  return { custom_field: { ...field, field_type }, previous: value(previous), current: value(current) }
}

function fieldValueInForm(assume: ReadAssumption, kind: string, value: Json): Json {
  switch (kind) {
    case 'integer':
    case 'decimal':
      return value !== null && assume('numbersInEvents') === 'text' ? String(value) : value
    case 'multi-select':
      return Array.isArray(value) && assume('multiselectInEvents') === 'text' ? value.join(' ') : value
    case 'tagger':
      return value === null && assume('clearedDropdown') === 'empty' ? '' : value
    default:
      return value
  }
}
