export { changeTicket, type TicketInput } from './change-ticket'
export { createTicketRemover, type TicketRemover } from './remove-ticket'
export { createTicketSaver, refuseOutdated, type By, type SavedTicket, type TicketSaver } from './save-ticket'
export { presentTicket, type TicketRow } from './ticket-row'
