import { isObject, own, type Json, type JsonObject } from '../../../zis/json'
import type { EventRow } from '../../store/tables'
import { keyOf } from '../../store/keys'
import { accountOf, type World } from '../../world'
import type { TicketChange } from './ticket-change'

/** Native events and what webhooks subscribe to instead (zis-events 7.1). */
const types: Record<string, string> = {
  'ticket.TicketCreated': 'ticket.created',
  'ticket.StatusChanged': 'ticket.status_changed',
  'ticket.PriorityChanged': 'ticket.priority_changed',
  'ticket.SubjectChanged': 'ticket.subject_changed',
  'ticket.DescriptionChanged': 'ticket.description_changed',
  'ticket.TicketTypeChanged': 'ticket.type_changed',
  'ticket.AgentAssignmentChanged': 'ticket.agent_assignment_changed',
  'ticket.GroupAssignmentChanged': 'ticket.group_assignment_changed',
  'ticket.RequesterChanged': 'ticket.requester_changed',
  'ticket.SubmitterChanged': 'ticket.submitter_changed',
  'ticket.OrganizationChanged': 'ticket.organization_changed',
  'ticket.BrandChanged': 'ticket.brand_changed',
  'ticket.TicketFormChanged': 'ticket.form_changed',
  'ticket.ExternalIdChanged': 'ticket.external_id_changed',
  'ticket.ProblemLinkChanged': 'ticket.problem_link_changed',
  'ticket.TaskDueAtChanged': 'ticket.task_due_at_changed',
  'ticket.CustomFieldChanged': 'ticket.custom_field_changed',
  'ticket.CommentAdded': 'ticket.comment_added',
  'ticket.CommentMadePrivate': 'ticket.comment_made_private',
  'ticket.CommentRedacted': 'ticket.comment_redacted',
  'ticket.AttachmentLinkedToComment': 'ticket.attachment_linked_to_comment',
  'ticket.AttachmentRedactedFromComment': 'ticket.attachment_redacted_from_comment',
  'ticket.TagsChanged': 'ticket.tags_changed',
  'ticket.CcsChanged': 'ticket.email_ccs_changed',
  'ticket.FollowersChanged': 'ticket.followers_changed',
  'ticket.TicketMerged': 'ticket.merged',
  'ticket.MarkedAsSpam': 'ticket.marked_as_spam',
  'ticket.TicketSoftDeleted': 'ticket.soft_deleted',
  'ticket.TicketUndeleted': 'ticket.undeleted',
  'ticket.TicketPermanentlyDeleted': 'ticket.permanently_deleted',
  'user.UserCreated': 'user.created',
  'user.UserNameChanged': 'user.name_changed',
  'user.UserRoleChanged': 'user.role_changed',
  'user.CustomRoleChanged': 'user.custom_role_changed',
  'user.UserAliasChanged': 'user.alias_changed',
  'user.UserDetailsChanged': 'user.details_changed',
  'user.UserNotesChanged': 'user.notes_changed',
  'user.UserPhotoChanged': 'user.photo_changed',
  'user.ExternalIdChanged': 'user.external_id_changed',
  'user.TimeZoneChanged': 'user.time_zone_changed',
  'user.LastLoginChanged': 'user.last_login_changed',
  'user.OnlyPrivateCommentsChanged': 'user.only_private_comments_changed',
  'user.UserDefaultGroupChanged': 'user.default_group_changed',
  'user.UserIsActiveChanged': 'user.active_changed',
  'user.UserMerged': 'user.merged',
  'user.CustomFieldChanged': 'user.custom_field_changed',
  'user.TagsChanged': 'user.tags_changed',
  'user.UserIdentityCreated': 'user.identity_created',
  'user.UserIdentityChanged': 'user.identity_changed',
  'user.UserIdentityRemoved': 'user.identity_deleted',
  'user.UserGroupAdded': 'user.group_membership_created',
  'user.UserGroupRemoved': 'user.group_membership_deleted',
  'user.UserOrganizationAdded': 'user.organization_membership_created',
  'user.UserOrganizationRemoved': 'user.organization_membership_deleted',
  'organization.OrganizationCreated': 'organization.created',
  'organization.ExternalIdChanged': 'organization.external_id_changed',
  'organization.CustomFieldChanged': 'organization.custom_field_changed',
  'organization.TagsChanged': 'organization.tags_changed',
}

/** Begins the type of every event that a webhook can subscribe to. */
const usualBeginning = 'zen:event-type:'

/** What webhooks have to have subscribed to for an event of this type, however it begins. */
export const subscriptionOf = (type: string): string => type.replace(/^zen:event-type\//, usualBeginning)

/**
 * A native event as a webhook sends it: ids as texts, a ticket's status in capitals; undefined for one that no
 * webhook can subscribe to.
 *
 * @param change of the ticket that the event is about, for events of tickets
 */
export function envelopeOf(
  world: World,
  row: EventRow,
  change: TicketChange | undefined,
): JsonObject | undefined {
  const name = row.event_source === 'support' ? own(types, row.event_type) : undefined
  const domain = row.event_type.split('.')[0]!
  const event = isObject(row.input) ? row.input[`${domain}_event`] : undefined
  if (name === undefined || !isObject(event)) return undefined
  const { meta: _meta, type: _type, [domain]: subject, ...changed } = event
  const { assume } = world
  const what = asWebhooksSay(changed)
  const detail = domain === 'ticket' ? ticketDetail(world, subject, change) : withTextIds(subject ?? null)
  if (!isObject(detail)) return undefined
  return {
    type: `${domain === 'user' ? assume('webhookUserTypes') : usualBeginning}${name}`,
    account_id: accountOf(world).id,
    id: world.ids.uuid(),
    time: row.at,
    zendesk_event_version: assume('webhookEventVersion'),
    subject: `zen:${domain}:${String(detail['id'])}`,
    detail,
    event: assume('webhookEventNumbers') === 'text' ? withTextIds(what) : what,
  }
}

/** What webhooks say in another way than ZIS: the values of custom fields, and files (zis-events 7.1). */
function asWebhooksSay(changed: JsonObject): JsonObject {
  const { custom_field: field, attachment, comment } = changed
  if (isObject(field)) {
    const { id = null, title = null, field_type = null } = field
    const [previous, current] = [changed['previous'] ?? null, changed['current'] ?? null]
    return {
      custom_field: { id, title, type: field_type },
      previous: { value: previous },
      current: { value: current },
    }
  }
  if (attachment !== undefined && isObject(comment)) return { comment: { ...comment, attachment } }
  return changed
}

/** The ticket as it is, or was before it went; of one that is gone for good, what its event says. */
function ticketDetail(
  { store, assume }: World,
  shown: Json | undefined,
  change: TicketChange | undefined,
): JsonObject | undefined {
  if (!isObject(shown) || typeof shown['id'] !== 'number') return undefined
  const ticket = change?.ticket ?? store.table('deleted_tickets').get(keyOf(shown['id']))?.ticket
  const status = String(shown['status']).toUpperCase()
  if (!ticket) return { ...(withTextIds(shown) as JsonObject), status }
  const { id, priority, type, subject, description, external_id, created_at, updated_at } = ticket
  return {
    ...{ id: String(id), subject, description, priority, type, external_id, created_at, updated_at },
    tags: ticket.tags.length === 0 && assume('webhookNoTags') === 'null' ? null : ticket.tags,
    actor_id: text(change?.by?.id),
    assignee_id: text(ticket.assignee_id),
    brand_id: text(ticket.brand_id),
    custom_status: null,
    form_id: text(ticket.ticket_form_id),
    group_id: text(ticket.group_id),
    is_public: ticket.is_public,
    organization_id: text(ticket.organization_id),
    requester_id: text(ticket.requester_id),
    status,
    submitter_id: text(ticket.submitter_id),
    via: { channel: ticket.via.channel },
  }
}

const text = (id: number | null | undefined): string | null =>
  id === null || id === undefined ? null : String(id)

/** Numbers are ids in these events, and webhooks write ids as texts. */
function withTextIds(value: Json): Json {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(withTextIds)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withTextIds(child)]))
}
