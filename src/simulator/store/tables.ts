import type { Static } from 'typebox'
import type { Exchange } from '../../zis/history'
import type { Json, JsonObject } from '../../zis/json'
import type { PackedHistory } from '../../zis/packed-history'
import type * as connections from '../../zis/wire/connections'
import type * as configs from '../../zis/wire/configs'
import type * as links from '../../zis/wire/links'
import type { TypedKind } from '../../zis/wire/typed-connections'
import type * as webhooks from '../../zis/wire/webhooks'
import type { AccountTables } from './account-tables'

/**
 * Everything that is kept, by table. A text named `sealed…` is encrypted by the vault; nothing else here
 * may hold a secret. Keys are given in brackets; parts are joined by `keyOf`.
 */
export interface Tables extends AccountTables {
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
