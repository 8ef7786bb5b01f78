import type { Static } from 'typebox'
import type { Exchange } from '../../zis/history'
import type { Json, JsonObject } from '../../zis/json'
import type { PackedHistory } from '../../zis/packed-history'
import type * as activities from '../../zis/wire/activities'
import type * as connections from '../../zis/wire/connections'
import type * as configs from '../../zis/wire/configs'
import type * as customObjects from '../../zis/wire/custom-objects'
import type * as legacyObjects from '../../zis/wire/legacy-objects'
import type * as links from '../../zis/wire/links'
import type * as groups from '../../zis/wire/groups'
import type * as ticketFields from '../../zis/wire/ticket-fields'
import type * as memberships from '../../zis/wire/memberships'
import type * as organizations from '../../zis/wire/organizations'
import type * as fields from '../../zis/wire/people-fields'
import type * as shapes from '../../zis/wire/ticket-shapes'
import type * as tickets from '../../zis/wire/tickets'
import type { TypedKind } from '../../zis/wire/typed-connections'
import type * as userParts from '../../zis/wire/user-parts'
import type * as triggers from '../../zis/wire/triggers'
import type * as users from '../../zis/wire/users'
import type * as webhooks from '../../zis/wire/webhooks'
import type * as zendeskWebhooks from '../../zis/wire/zendesk-webhooks'

/**
 * Everything that is kept, by table. A text named `sealed…` is encrypted by the vault; nothing else here
 * may hold a secret. Keys are given in brackets; parts are joined by `keyOf`.
 */
export interface Tables {
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
  sessions: { user_id: number; authenticity_token: string; created_at: string }
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
  /** [hash of the refresh token]: those that were used, so that a second use is noticed */
  spent_refresh_tokens: { family: string }

  /** [name] */
  integrations: {
    name: string
    description: string
    jwt_public_key: string
    sealed_jwt_private_key: string
    support_client_id: number
    created_at: string
  }
  /** [integration, uuid] */
  bundles: {
    uuid: string
    name: string
    integration: string
    description: string
    zis_template_version: string
    resources: JsonObject
    /** Grows with every upload: the newest definition of a name wins. */
    upload: number
  }
  /** [integration, name] */
  job_specs: {
    uuid: string
    name: string
    integration: string
    description: string
    event_source: string
    event_type: string
    flow_name: string
    installed: boolean
  }
  /** [integration, uuid] */
  oauth_clients: Omit<Static<typeof connections.OAuthClient>, 'client_secret'> & {
    sealed_client_secret: string
  }
  /** [integration, name] */
  oauth_connections: Omit<
    Static<typeof connections.OAuthConnection>,
    'access_token' | 'refresh_token' | 'oauth_access_token_response_body'
  > & {
    sealed_tokens: string
    /** How the tokens were got, and so how they are renewed; a sign-in unless it says otherwise. */
    grant_type?: 'client_credentials'
  }
  /** [integration, name]: connections with a credential as it was given */
  typed_connections: {
    integration: string
    name: string
    kind: TypedKind
    allowed_domain: string
    /** The username or the name of the header; a bearer token has none. */
    open: string
    sealed_secret: string
    created_at: string
    updated_at: string
  }
  /** [hash of the state]: sign-ins under way */
  oauth_flows: OAuthFlow
  /** [hash of the verification token] */
  verification_codes: {
    integration: string
    connection: string
    expires_at: number
    /** The grant by the client's own credentials that the first use of the code makes (zis-api 4.8). */
    pending?: OAuthFlow
    /** The provider's code that the first use exchanges, where a sign-in makes its connection only then. */
    sealed_code?: string
  }
  /** [integration, scope] */
  configs: Static<typeof configs.Config>
  /** [integration, link type, left name, right name] */
  links: Static<typeof links.Link>
  /** [integration, uuid] */
  inbound_webhooks: Static<typeof webhooks.InboundWebhook>
  /** [last part of the webhook's path]: the webhook behind it, and the hash of `username:password` */
  webhook_doors: { integration: string; uuid: string; credential_hash: string }

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

  /** [id]; ids grow with time */
  events: EventRow
  /** [id]; ids grow with time */
  runs: RunRow
  /** [id] of runs that are not at their end, so that a start finds them without reading all */
  open_runs: { event_id: string }
  /** [id] of events that have not been handed to job specs yet */
  open_events: Record<string, never>
  /** One row [queue]: whether new runs start. */
  queue: { paused_at: string | null; stalled_until: string | null }
  /** [run id] */
  histories: PackedHistory
  /** [id] */
  log: LogRow
  /** [id] */
  outbound: OutboundRow
  /** [path, method, who]: calls to the account that nothing here answers */
  unanswered: UnansweredRow
  /** [name] */
  assumptions: { value: string | number | boolean }
  /** [name of the parameter]: settings of the app that were changed from what its manifest says */
  app_settings: { value: boolean }
  /** [host, key] */
  partners: JsonObject
}

/** A sign-in, or a grant by a client's own credentials, that is under way. */
export interface OAuthFlow {
  integration: string
  connection: string
  client_uuid: string
  oauth_url_subdomain: string
  permission_scope: string
  origin_oauth_redirect_url: string
  created_by: string
  expires_at: number
  /** The PKCE verifier, where ZIS sends a challenge. */
  sealed_verifier?: string
}

/** A ticket as it is kept: what can be worked out is left out, and custom fields are by their ids. */
export type TicketRow = Static<typeof shapes.KeptTicket> & {
  field_values: Record<string, Static<typeof shapes.FieldValue>>
}

export interface EventRow {
  id: string
  at: string
  event_source: string
  event_type: string
  input: Json
  /** The first integer beyond 2^53 of what was sent, of which `input` has lost digits; absent as a rule. */
  inexact?: string
  /** What raised it, in words: "Ticket 3 was changed", "Published by hand". */
  origin: string
  runs: string[]
}

export interface RunRow {
  id: string
  event_id: string
  integration: string
  job_spec: string
  flow: string
  event_source: string
  event_type: string
  /** What started it, in words. */
  origin: string
  status: 'queued' | 'running' | 'retrying' | 'succeeded' | 'failed'
  attempts: number
  queued_at: string
  started_at: string | null
  ended_at: string | null
  /** When the next attempt is due, for a run that waits to be retried. */
  due_at: string | null
  /** The result in words, as the integration log describes it. */
  result: string | null
  transitions: number
  duration_ms: number | null
  /** Kept so that runs can be found by ticket. */
  ticket_id: number | null
}

/** A row of the integration log (zis-flows 11). */
export interface LogRow {
  id: string
  at: string
  product: string
  status: 'info' | 'warning' | 'error' | 'debug'
  description: string
  run_id: string | null
  details: Json
}

/** A call that the simulator does not know, as often as it came. */
export interface UnansweredRow {
  method: string
  /** With `:id` in place of what differs from call to call. */
  path: string
  /** A flow, the app in the page's frame, or any program. */
  who: 'flow' | 'app' | 'program'
  count: number
  last_at: string
}

export interface OutboundRow extends Exchange {
  integration: string | null
  run_id: string | null
  /** Who answered: a partner's host, the account itself, the network, or nobody. */
  answered_by: string
}
