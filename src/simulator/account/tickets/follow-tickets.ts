import type { Tables } from '../../store/tables'
import { stamp, type World } from '../../world'
import type { By, TicketSaver } from './save-ticket'

type Ticket = Tables['tickets']

/**
 * Changes tickets for something that happened to whom they are about: a user who was merged, an organization
 * that ended. Closed tickets follow as well. Each is a save of its own, with an audit and events, unless the
 * switch says that they change in silence.
 *
 * @param change what becomes of a ticket; undefined for one that it does not touch
 */
export function followTickets(
  world: World,
  saver: TicketSaver,
  by: By,
  change: (ticket: Ticket) => Ticket | undefined,
): void {
  const { store, changes } = world
  const isTold = world.assume('ticketsFollowPeople') === 'events'
  for (const [key, before] of store.table('tickets').list()) {
    const after = change(before)
    if (!after) continue
    if (isTold) {
      saver.keep({ before, after: { ...after, updated_at: stamp(world) } }, by)
    } else {
      store.table('tickets').put(key, after)
      changes.tell('tickets', String(before.id))
    }
  }
}
