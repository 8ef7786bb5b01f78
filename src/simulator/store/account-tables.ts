import type { Static } from 'typebox'
import type * as activities from '../../zis/wire/activities'
import type * as customObjects from '../../zis/wire/custom-objects'
import type * as legacyObjects from '../../zis/wire/legacy-objects'
import type * as groups from '../../zis/wire/groups'
import type * as ticketFields from '../../zis/wire/ticket-fields'
import type * as memberships from '../../zis/wire/memberships'
import type * as organizations from '../../zis/wire/organizations'
import type * as fields from '../../zis/wire/people-fields'
import type * as shapes from '../../zis/wire/ticket-shapes'
import type * as tickets from '../../zis/wire/tickets'
import type * as userParts from '../../zis/wire/user-parts'
import type * as triggers from '../../zis/wire/triggers'
import type * as users from '../../zis/wire/users'
import type * as zendeskWebhooks from '../../zis/wire/zendesk-webhooks'

/**
 * What is kept of the account around ZIS; part of the tables of the store. Keys are given in brackets.
 */
export interface AccountTables {
  /** One row [account]. */
  account: { subdomain: string; id: number; name: string; made_at: string }
  /** [id, zero-padded] */
  users: Static<typeof users.User> & { id: number }
  /** [user id, id] */
  identities: Static<typeof userParts.Identity>
  /** [id] */
  group_memberships: Static<typeof memberships.GroupMembership>
  /** [id] */
  organization_memberships: Omit<Static<typeof memberships.OrganizationMembership>, 'organization_name'>
  /** [id] */
  organizations: Static<typeof organizations.Organization>
  /** [what has them, id]: `users`, `organizations` or `custom_object:{key}` */
  people_fields: Static<typeof fields.PeopleField>
  /** [key] */
  custom_objects: Static<typeof customObjects.CustomObject>
  /** [key of the object, id] */
  custom_object_records: Static<typeof customObjects.CustomObjectRecord>
  /** [id]: records of legacy custom objects */
  legacy_records: Static<typeof legacyObjects.LegacyRecord>
  /** [source, type, type and value of an identifier]: whom a profile of the Events API is about */
  profiles: { id: string; user_id: number }
  /** [user id, id] */
  activities: Static<typeof activities.Activity>
  /** [id, zero-padded] */
  groups: Static<typeof groups.Group>
  /** [id, zero-padded] */
  brands: Static<typeof groups.Brand>
  /** [id, zero-padded] */
  ticket_fields: Static<typeof ticketFields.TicketField>
  /** [id, zero-padded] */
  ticket_forms: Static<typeof ticketFields.TicketForm>
  /** [id, zero-padded] */
  tickets: TicketRow
  /** [id, zero-padded]: tickets that were deleted and can be restored */
  deleted_tickets: { ticket: TicketRow; actor_id: number; deleted_at: string }
  /** [problem id, incident id] */
  incidents: Record<string, never>
  /** [ticket id, comment id] */
  comments: Static<typeof shapes.Comment>
  /** [ticket id, audit id] */
  audits: Static<typeof shapes.Audit>
  /** [id, zero-padded]: files of comments; the content in base64, null once it was redacted */
  attachments: { shown: Static<typeof shapes.Attachment>; content: string | null }
  /** [token in the file's address]: which file it opens */
  attachment_doors: { id: number }
  /** [hash of the token]: files that were handed in and that no comment has used yet */
  uploads: { attachment_ids: number[]; expires_at: string }
  /** [id] */
  jobs: Static<typeof tickets.JobStatus>
  /** [hash of the session id] */
  sessions: {
    user_id: number
    authenticity_token: string
    created_at: string
    /** To the hour; absent when it was not used after the hour in which it was made. */
    used_at?: string
  }
  /** [hash of the token] */
  api_tokens: { user_id: number }
  /** [id, zero-padded]: OAuth clients of the account itself */
  support_clients: {
    id: number
    identifier: string
    name: string
    kind: 'public' | 'confidential'
    redirect_uri: string[]
    sealed_secret: string
    /** Whom the client acts as on its own; absent for a client that ZIS made. */
    user_id?: number
    company?: string
    description?: string
    /** The integration that the client came with, if one. */
    integration?: string
    created_at: string
    updated_at: string
  }
  /** [hash of the access token]: tokens that the account's own OAuth has given out */
  support_tokens: {
    id: number
    user_id: number
    client_id: number
    shown: string
    scopes: string[]
    created_at: string
    expires_at: string | null
    refresh_hash: string | null
    /** Shared by all tokens that came, by renewals, of one consent: when one of them leaks, all end. */
    family?: string
  }
  /** [hash of the code]: authorization codes of the account's own OAuth */
  support_codes: {
    client_id: number
    user_id: number
    redirect_uri: string
    scopes: string[]
    expires_at: number
    /** PKCE, S256. */
    code_challenge?: string
    /** The tokens that its first use gave out; a second use ends them. */
    used_for?: string
  }
  /** [hash of the refresh token]: those that were used (ms since 1970), so that a second use is noticed */
  spent_refresh_tokens: { family: string; spent_at: number }

  /** [id, zero-padded]: triggers of the account */
  triggers: Static<typeof triggers.Trigger>
  /** [id]: webhooks of the account */
  zendesk_webhooks: Static<typeof zendeskWebhooks.ZendeskWebhook> & {
    /** The username, or the name of the header. */
    open?: string
    sealed_secret?: string
  }
  /** [id]; ids grow with time */
  webhook_invocations: Static<typeof zendeskWebhooks.Invocation> & {
    /** What was rendered for it, and the trigger or event type that it was for. */
    body: string
    why: string
    /** The record of what was sent and answered, once it was. */
    request_id?: string
  }
}

/** A ticket as it is kept: what can be worked out is left out, and custom fields are by their ids. */
export type TicketRow = Static<typeof shapes.KeptTicket> & {
  field_values: Record<string, Static<typeof shapes.FieldValue>>
}
