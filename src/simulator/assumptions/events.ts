import { assume } from './assumption'

/** What is open about the events of tickets and people (zis-events). */
export const eventAssumptions = {
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
  ticketsFollowPeople: assume({
    decides:
      'Tickets whose requester was merged into another user, or whose organization was deleted, raise the event of that change and have an audit, or change in silence.',
    default: 'events',
    choices: ['events', 'silence'],
    mark: 'assumed',
    source: 'zis-events 2.2',
  }),
  peopleCreationRaises: assume({
    decides:
      'Creating a user or an organization raises an event for each property, identity and membership that is set, or its creation alone.',
    default: 'everything',
    choices: ['everything', 'creation'],
    mark: 'assumed',
    source: 'zis-events 3.2',
  }),
  peopleTagsForm: assume({
    decides:
      'TagsChanged of users and organizations says what was added and removed, or all tags before and after.',
    default: 'added_removed',
    choices: ['added_removed', 'previous_current'],
    mark: 'assumed',
    source: 'zis-events 3.2',
  }),
  activityMakesUser: assume({
    decides:
      'Tracking an activity of a person whom no user fits makes an end user; otherwise it is refused with 404.',
    default: true,
    choices: [true, false],
    mark: 'assumed',
    source: 'zis-events 6',
  }),
}
