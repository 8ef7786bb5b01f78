/** A change that Zendesk itself raises as an event (zis-events 2 to 6). */
export interface NativeEvent {
  event_source: 'support' | 'sunshine'
  event_type: string
  /** The `type` member inside the event; it differs from `event_type`. */
  display: string
  /** The one member of `$.input` that holds the event. */
  wrapper: string
}

const group = (
  event_source: NativeEvent['event_source'],
  wrapper: string,
  types: Record<string, string>,
): NativeEvent[] =>
  Object.entries(types).map(([event_type, display]) => ({ event_source, event_type, display, wrapper }))

/** Every native event type, by domain. */
export const nativeEvents: readonly NativeEvent[] = [
  ...group('support', 'ticket_event', {
    'ticket.AgentAssignmentChanged': 'Agent Assignment Changed',
    'ticket.AttachmentLinkedToComment': 'Attachment Linked to Comment',
    'ticket.AttachmentRedactedFromComment': 'Attachment Redacted from Comment',
    'ticket.BrandChanged': 'Brand Changed',
    'ticket.CcsChanged': 'Email CCs Changed',
    'ticket.CommentAdded': 'Comment Created',
    'ticket.CommentMadePrivate': 'Comment Made Private',
    'ticket.CommentRedacted': 'Comment Redacted',
    'ticket.CustomFieldChanged': 'Custom Field Changed',
    'ticket.DescriptionChanged': 'Description Changed',
    'ticket.ExternalIdChanged': 'External ID Changed',
    'ticket.FollowersChanged': 'Followers Changed',
    'ticket.GroupAssignmentChanged': 'Group Assignment Changed',
    'ticket.MarkedAsSpam': 'Ticket Marked as Spam',
    'ticket.OrganizationChanged': 'Organization Changed',
    'ticket.PriorityChanged': 'Priority Changed',
    'ticket.ProblemLinkChanged': 'Problem Link Changed',
    'ticket.RequesterChanged': 'Requester Changed',
    'ticket.StatusChanged': 'Status Changed',
    'ticket.SubjectChanged': 'Subject Changed',
    'ticket.SubmitterChanged': 'Submitter Changed',
    'ticket.TagsChanged': 'Tags Changed',
    'ticket.TaskDueAtChanged': 'Task Due At Changed',
    'ticket.TicketCreated': 'Ticket Created',
    'ticket.TicketFormChanged': 'Form Changed',
    'ticket.TicketMerged': 'Ticket Merged',
    'ticket.TicketPermanentlyDeleted': 'Ticket Permanently Deleted',
    'ticket.TicketSoftDeleted': 'Ticket Soft Deleted',
    'ticket.TicketTypeChanged': 'Ticket Type Changed',
    'ticket.TicketUndeleted': 'Ticket Undeleted',
  }),
  ...group('support', 'user_event', {
    'user.CustomFieldChanged': 'Custom Field Changed',
    'user.CustomRoleChanged': 'Custom Role Changed',
    'user.ExternalIdChanged': 'External ID Changed',
    'user.LastLoginChanged': 'Last Login Changed',
    'user.OnlyPrivateCommentsChanged': 'Only Private Comments Changed',
    'user.TagsChanged': 'Tags Changed',
    'user.TimeZoneChanged': 'Time Zone Changed',
    'user.UserAliasChanged': 'Alias Changed',
    'user.UserCreated': 'User Created',
    'user.UserDefaultGroupChanged': 'Default Group Changed',
    'user.UserDetailsChanged': 'Details Changed',
    'user.UserGroupAdded': 'Group Added',
    'user.UserGroupRemoved': 'Group Removed',
    'user.UserIdentityChanged': 'Identity Changed',
    'user.UserIdentityCreated': 'Identity Created',
    'user.UserIdentityRemoved': 'Identity Deleted',
    'user.UserIsActiveChanged': 'Active Status Changed',
    'user.UserMerged': 'User Merged',
    'user.UserNameChanged': 'Name Changed',
    'user.UserNotesChanged': 'Notes Changed',
    'user.UserOrganizationAdded': 'Organization Added',
    'user.UserOrganizationRemoved': 'Organization Removed',
    'user.UserPhotoChanged': 'Photo Changed',
    'user.UserRoleChanged': 'Role Changed',
  }),
  ...group('support', 'organization_event', {
    'organization.CustomFieldChanged': 'Custom Field Changed',
    'organization.ExternalIdChanged': 'External ID Changed',
    'organization.OrganizationCreated': 'Organization Created',
    'organization.TagsChanged': 'Tags Changed',
  }),
  ...group('support', 'custom_object_event', {
    'customobject.CustomObjectRecordCreated': 'Custom Object Record Created',
    'customobject.CustomObjectRecordChanged': 'Custom Object Record Changed',
    'customobject.CustomObjectRecordDeleted': 'Custom Object Record Deleted',
  }),
  ...group('sunshine', 'custom_object_event', {
    'customobject.CustomObjectChanged': 'Custom Object Changed',
    'customobject.CustomObjectDeleted': 'Custom Object Deleted',
  }),
  ...group('sunshine', 'activity_event', {
    'activity.UserActivityCreated': 'User Activity Created',
  }),
]

const byType = new Map(nativeEvents.map((event) => [`${event.event_source} ${event.event_type}`, event]))

/** The native event of a source and type; undefined for anything else, such as an inbound webhook's. */
export const nativeEvent = (source: string, type: string): NativeEvent | undefined =>
  byType.get(`${source} ${type}`)

/** True for a source whose types are all known; any other source is an inbound webhook's. */
export const isNativeSource = (source: string): boolean => source === 'support' || source === 'sunshine'
