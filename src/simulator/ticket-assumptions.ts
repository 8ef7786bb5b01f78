import { assume } from './assumption'

/** Where the sources are silent about tickets and their events. */
export const ticketAssumptions = {
  ticketCreationEvents: assume({
    decides:
      'Creating a ticket raises a Changed event for every property that is not empty, or only TicketCreated and CommentAdded.',
    default: 'all',
    choices: ['all', 'created'],
    mark: 'assumed',
    source: 'zis-events 2.2',
  }),
  deletedTicketStatus: assume({
    decides: 'The ticket in events of its deletion has the status deleted, or the last one that it had.',
    default: 'deleted',
    choices: ['deleted', 'last'],
    mark: 'assumed',
    source: 'zis-events 2.1',
  }),
}
