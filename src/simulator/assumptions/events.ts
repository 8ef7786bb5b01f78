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
  attachmentEvents: assume({
    decides:
      'Events of the files of a comment have the file beside the comment, or inside of it as webhooks do.',
    default: 'beside',
    choices: ['beside', 'inside'],
    mark: 'assumed',
    source: 'zis-events 2.2',
  }),
  commentChangeEvents: assume({
    decides: 'CommentMadePrivate and CommentRedacted have the whole comment, or its id and is_public alone.',
    default: 'whole',
    choices: ['whole', 'reference'],
    mark: 'assumed',
    source: 'zis-events 2.2',
  }),
  permanentlyDeletedTicket: assume({
    decides: 'TicketPermanentlyDeleted has the whole ticket, or its id alone.',
    default: 'whole',
    choices: ['whole', 'id'],
    mark: 'assumed',
    source: 'zis-events 2.2',
  }),
  numbersInEvents: assume({
    decides: 'Values of integer and decimal fields in events are numbers, or texts.',
    default: 'number',
    choices: ['number', 'text'],
    mark: 'assumed',
    source: 'zis-events 2.3',
  }),
  multiselectInEvents: assume({
    decides:
      'Values of multiselect fields in events are lists of tags, or one text with blanks between them.',
    default: 'list',
    choices: ['list', 'text'],
    mark: 'assumed',
    source: 'zis-events 2.3',
  }),
  clearedDropdown: assume({
    decides: 'The value of a drop-down field without a choice in events: null, or an empty text.',
    default: 'null',
    choices: ['null', 'empty'],
    mark: 'observed',
    source: 'zis-events 2.3',
  }),
  fieldTypeNames: assume({
    decides:
      'How events spell the field_type of kinds that no example shows: as the API of fields (regexp, textarea), or as the documentation (regex, text area).',
    default: 'api',
    choices: ['api', 'documentation'],
    mark: 'assumed',
    source: 'zis-events 2.3',
  }),
  membershipEvents: assume({
    decides:
      'Events of groups and organizations of users name them as {id}, or by group_id and organization_id.',
    default: 'object',
    choices: ['object', 'id'],
    mark: 'assumed',
    source: 'zis-events 3.2',
  }),
  identityEvents: assume({
    decides: 'Events of identities of users have the whole identity, or its value alone.',
    default: 'identity',
    choices: ['identity', 'value'],
    mark: 'assumed',
    source: 'zis-events 3.2',
  }),
  deletedRecord: assume({
    decides: 'CustomObjectRecordDeleted has the record as it was, or its id and key alone.',
    default: 'whole',
    choices: ['whole', 'reference'],
    mark: 'assumed',
    source: 'zis-events 5.1',
  }),
}
