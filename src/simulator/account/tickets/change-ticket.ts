import type { Static } from 'typebox'
import type { ChangedTicket, NewTicket } from '../../../zis/wire/tickets'
import { keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import { findUserByEmail, type Newcomers } from '../make-user'
import { refuse } from './refuse'
import { setFieldValues } from './set-fields'
import { tagsAfter } from './tags'
import { readersAfter } from './readers'
import type { TicketRow } from './ticket-row'

export type TicketInput = Static<typeof NewTicket> & Static<typeof ChangedTicket>

/**
 * The ticket as a change leaves it: what is set is checked against what the account has, and what follows by
 * Zendesk's own rules is done too. Members that are not given stay.
 *
 * @param newcomers people who are not known yet, to be made when nothing can be refused any more
 * @throws {ZisProblem} RecordInvalid with the field and what is wrong with it
 */
export function changeTicket(
  world: World,
  newcomers: Newcomers,
  row: TicketRow,
  input: TicketInput,
): TicketRow {
  const { subject = row.subject, priority = row.priority, type = row.type } = input
  const { assignee_id, group_id } = assignmentOf(world, row, input)
  const brand_id = known(world, 'brands', 'brand_id', 'Brand', input.brand_id) ?? row.brand_id
  const ticket_form_id =
    known(world, 'ticket_forms', 'ticket_form_id', 'Ticket form', input.ticket_form_id) ?? row.ticket_form_id
  const tagged = tagsAfter(row.tags, input)
  const { tags, field_values } = setFieldValues(world, row, tagged, input.custom_fields ?? [])
  const problem_id = type === 'incident' ? problemOf(world, row, input) : null
  const due_at = type === 'task' ? dueOf(world, row, input) : null
  // The requester first, who may come with a name; a copy goes to an address alone.
  const requester = requesterOf(world, newcomers, row, input)
  const readers = readersAfter(world, newcomers, row, input)
  // A new requester brings the organization along; a new ticket's is the requester's.
  const isRequesterNew = row.id === 0 || requester.id !== row.requester_id
  const given = known(world, 'organizations', 'organization_id', 'Organization', input.organization_id)
  const organization_id =
    given !== undefined ? given : isRequesterNew ? requester.organization_id : row.organization_id
  return {
    ...row,
    ...{ subject, priority, type, requester_id: requester.id, assignee_id, group_id, organization_id },
    ...{ brand_id, ticket_form_id, tags, field_values },
    status: statusOf(row, input, assignee_id),
    external_id: input.external_id === undefined ? row.external_id : input.external_id,
    ...{ problem_id, due_at },
    ...readers,
  }
}

/** A new ticket that gets an assignee is open; a status that was asked for is that one. */
function statusOf(row: TicketRow, { status }: TicketInput, assignee: number | null): TicketRow['status'] {
  if (status !== undefined && !(status === 'new' && assignee !== null)) return status
  return row.status === 'new' && assignee !== null ? 'open' : row.status
}

function requesterOf(
  world: World,
  newcomers: Newcomers,
  row: TicketRow,
  input: TicketInput,
): Tables['users'] {
  const { requester, requester_id: id = row.requester_id } = input
  if (requester) {
    const { email, name } = requester
    if (email !== undefined && !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email)) {
      refuse('requester', `Requester: Email: ${email} is not properly formatted`)
    }
    const user = email === undefined ? undefined : findUserByEmail(world, email)
    if (user) return user
    if (!name?.trim()) refuse('requester', 'Requester: Name: is too short (minimum one character)')
    return newcomers.find({ name, ...(email !== undefined && { email }) })
  }
  const user = world.store.table('users').get(keyOf(id))
  return user ?? refuse('requester_id', `Requester: ${id} is not a user`)
}

/** An assignee works in a group: the one that was asked for, the ticket's, or the agent's own. */
function assignmentOf(world: World, row: TicketRow, input: TicketInput) {
  const { assignee_email: email } = input
  let { assignee_id: wanted } = input
  if (email !== undefined) {
    wanted = findUserByEmail(world, email)?.id ?? refuse('assignee_email', `Assignee: ${email} is not a user`)
  }
  const group = known(world, 'groups', 'group_id', 'Group', input.group_id)
  if (wanted === undefined || wanted === null) {
    // Another group takes the ticket from its assignee, who may not be in it.
    const isMoved = typeof group === 'number' && group !== row.group_id
    const assignee_id = wanted === null || isMoved ? null : row.assignee_id
    return { assignee_id, group_id: group === undefined ? row.group_id : group }
  }
  const agent = world.store.table('users').get(keyOf(wanted))
  if (!agent || agent.role === 'end-user') return refuse('assignee_id', `Assignee: ${wanted} is not an agent`)
  return { assignee_id: wanted, group_id: group ?? row.group_id ?? agent.default_group_id }
}

function known<Id extends number | null | undefined>(
  { store }: World,
  table: 'groups' | 'brands' | 'ticket_forms' | 'organizations',
  field: string,
  title: string,
  id: Id,
): Id {
  if (typeof id === 'number' && !store.table(table).has(keyOf(id)))
    refuse(field, `${title}: ${id} is not found`)
  return id
}

function problemOf({ store }: World, row: TicketRow, { problem_id: id }: TicketInput): number | null {
  if (id === undefined) return row.problem_id
  if (id === null) return null
  const problem = store.table('tickets').get(keyOf(id))
  if (!problem || problem.type !== 'problem' || problem.id === row.id) {
    refuse('problem_id', `Problem: ${id} is not a ticket of the type problem`)
  }
  return id
}

function dueOf(world: World, row: TicketRow, { due_at: text }: TicketInput): string | null {
  if (text === undefined) return row.due_at
  if (text === null || text === '') return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? refuse('due_at', `Due at: ${text} is not a time`) : stamp(world, at)
}
