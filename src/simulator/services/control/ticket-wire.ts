import Type, { type Static } from 'typebox'
import { ticketStatuses, type Ticket } from '../../../zis/wire/ticket-shapes'
import { control, of } from './endpoint'

/** One row of the page's list of tickets. */
export interface TicketLine {
  id: string
  subject: string
  status: Static<typeof Ticket>['status']
  priority: Static<typeof Ticket>['priority']
  requester: string
  assignee: string | null
  updated_at: string
  /** Null for a ticket that is there. */
  deleted_at: string | null
}

export interface TicketView {
  ticket: Static<typeof Ticket>
  /** When a ticket was deleted, and by whom; null for one that is there. */
  deleted: { at: string; by: string } | null
}

/** Tickets as the pages look for them: also by text at once, and deleted ones. */
export const ticketWire = {
  listTicketLines: control('GET /_sim/tickets', {
    summary: 'Tickets, newest first',
    query: Type.Object({
      limit: Type.Optional(Type.String({ description: '1 to 500, default 50' })),
      after: Type.Optional(Type.String({ description: 'id of the last row of the page before' })),
      status: Type.Optional(Type.Enum([...ticketStatuses, 'deleted'])),
      text: Type.Optional(
        Type.String({
          description: 'in id, subject, description, tags, or the name of requester or assignee',
        }),
      ),
      ids: Type.Optional(Type.String({ description: 'only these, parted by commas' })),
    }),
    answer: of<{ tickets: TicketLine[]; has_more: boolean }>(),
  }),
  showTicketView: control('GET /_sim/tickets/:id', {
    summary: 'A ticket as the Support API shows it, and a deleted one too',
    answer: of<TicketView>(),
  }),
}
