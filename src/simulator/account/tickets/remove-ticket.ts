import { ZisProblem } from '../../../zis/wire/problems'
import type { Bus } from '../../events/bus'
import { below, keyOf } from '../../store/keys'
import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import type { NativeChange } from '../native-events'
import { saveUser } from '../save-user'
import { ticketEvents } from './ticket-events'
import { putTicket, type TicketRow } from './ticket-row'
import { writeAudit } from './audits'
import type { By } from './save-ticket'

const change = (event_type: string): NativeChange => ({ event_type, members: {} })

/** Takes tickets away and brings them back; each step raises its event (zis-events 2.2). */
export function createTicketRemover(world: World, bus: Bus) {
  const { store, changes } = world
  const tickets = store.table('tickets')
  const deleted = store.table('deleted_tickets')

  /** Events of a ticket that is not there any more: nothing in it changed but that. */
  function tell(ticket: TicketRow, more: NativeChange[], did: string, isGone = true): void {
    const status = isGone && world.assume('deletedTicketStatus') === 'deleted' ? 'deleted' : ticket.status
    const shown = { ...ticket, status: status as TicketRow['status'] }
    bus.publish(ticketEvents(world, { before: shown, after: shown, more, did }))
    changes.tell('tickets', String(ticket.id))
  }

  function audit(ticket: TicketRow, { author, channel }: By, value: string, previous_value: string): void {
    const id = store.nextNumber('audits', 600_001)
    const more = [{ type: 'Change', field_name: 'status', value, previous_value }]
    writeAudit(world, { before: ticket, after: ticket }, { id, author, channel, more })
  }

  function remove(id: number, by: By, asSpam = false): void {
    const ticket = tickets.get(keyOf(id))
    if (!ticket) throw new ZisProblem('RecordNotFound')
    const after = { ...ticket, updated_at: stamp(world) }
    tickets.delete(keyOf(id))
    deleted.put(keyOf(id), { ticket: after, actor_id: by.author.id, deleted_at: stamp(world) })
    audit(after, by, 'deleted', ticket.status)
    const spam = asSpam ? [change('ticket.MarkedAsSpam')] : []
    if (asSpam) suspend(after.requester_id)
    tell(after, [...spam, change('ticket.TicketSoftDeleted')], asSpam ? 'marked as spam' : 'deleted')
  }

  /** Whoever sent spam cannot send more; staff is not suspended by a ticket. */
  function suspend(id: number): void {
    const user = store.table('users').get(keyOf(id))
    if (!user?.active || user.suspended || user.role !== 'end-user') return
    saveUser(world, bus, user, { ...user, suspended: true })
  }

  function restore(id: number, by: By): void {
    const row = deletedTicket(id)
    const ticket = { ...row.ticket, updated_at: stamp(world) }
    deleted.delete(keyOf(id))
    putTicket(world, undefined, ticket)
    audit(ticket, by, ticket.status, 'deleted')
    tell(ticket, [change('ticket.TicketUndeleted')], 'restored', false)
  }

  /** Forgets everything about a ticket that was deleted before. */
  function removeForGood(id: number): void {
    const { ticket } = deletedTicket(id)
    deleted.delete(keyOf(id))
    if (ticket.problem_id) store.table('incidents').delete(keyOf(ticket.problem_id, id))
    for (const [key, { attachments }] of store.table('comments').list({ prefix: below(id) })) {
      for (const file of attachments) store.table('attachments').delete(keyOf(file.id))
      store.table('comments').delete(key)
    }
    for (const [key] of store.table('audits').list({ prefix: below(id) })) store.table('audits').delete(key)
    tell(ticket, [change('ticket.TicketPermanentlyDeleted')], 'deleted for good')
  }

  /** @throws {ZisProblem} RecordNotFound */
  function deletedTicket(id: number): Tables['deleted_tickets'] {
    const row = deleted.get(keyOf(id))
    if (!row) throw new ZisProblem('RecordNotFound')
    return row
  }

  return { remove, restore, removeForGood, deletedTicket }
}

export type TicketRemover = ReturnType<typeof createTicketRemover>
