import { assume } from './assumption'

/** What is not known of users, organizations, search and activities; part of the list in assumptions.ts. */
export const peopleAssumptions = {
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
  emailUpdate: assume({
    decides: 'A new email in the update of a user is added beside the primary one, or takes its place.',
    default: 'adds',
    choices: ['adds', 'replaces'],
    mark: 'assumed',
    source: 'zis-api 10',
  }),
  searchLag: assume({
    decides: 'Seconds, by the clock of the simulator, until the search finds a change.',
    default: 0,
    choices: [0, 30, 120, 600],
    mark: 'assumed',
    source: 'zis-api 10',
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
