import { eventSample } from '../../src/zis/event-samples'
import { nativeEvents } from '../../src/zis/events'

/** The members of a type beside those that every event of its domain has. */
function ownMembers(type: string, source = 'support'): string[] {
  const event = nativeEvents.find((one) => one.event_type === type && one.event_source === source)!
  const subjects = ['ticket', 'user', 'organization', 'custom_object_record', 'custom_object']
  const members = Object.keys(Object(eventSample(event)[event.wrapper]) as object)
  return members.filter((member) => !['meta', 'type', 'user_activity', ...subjects].includes(member))
}

it.each([
  ['ticket.TicketCreated', []],
  ['ticket.MarkedAsSpam', []],
  ['ticket.StatusChanged', ['previous', 'current']],
  ['ticket.CommentAdded', ['comment']],
  ['ticket.CustomFieldChanged', ['custom_field', 'previous', 'current']],
  ['ticket.CcsChanged', ['users_added', 'users_removed']],
  ['ticket.TagsChanged', ['tags_added', 'tags_removed']],
  ['ticket.TicketMerged', ['target_ticket_id']],
  ['ticket.AttachmentLinkedToComment', ['attachment', 'comment']],
  ['user.UserCreated', []],
  ['user.UserGroupAdded', ['group']],
  ['organization.TagsChanged', ['tags_added', 'tags_removed']],
])('%s has the members %j', (type, members) => {
  expect(ownMembers(type)).toEqual(members)
})

it('has what a type changed, for every type that says so', () => {
  const changes = nativeEvents.filter(
    ({ event_type }) => /Changed$/.test(event_type) && !event_type.startsWith('customobject.'),
  )
  const lists = ['users_added', 'tags_added']
  for (const { event_type } of changes) {
    const members = ownMembers(event_type)
    expect({
      event_type,
      says: members.includes('current') || lists.some((list) => members.includes(list)),
    }).toEqual({
      event_type,
      says: true,
    })
  }
})

it('says of a legacy object that is gone only which one it was', () => {
  expect(ownMembers('customobject.CustomObjectDeleted', 'sunshine')).toEqual(['object_id'])
})
