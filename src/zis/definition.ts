import type { SpokenLocale } from './integration/locales'
import type { JsonObject } from './json'

/**
 * What the app must know about an integration that its bundle does not say (integration.json).
 * Secrets never live here.
 */
export interface IntegrationDefinition {
  title: string
  /** One sentence: what it does for the team. */
  summary: string
  description: string
  version: string
  /** Integration key that is proposed at install. */
  default_key: string
  /** What it reads and writes, a sentence each. */
  reads_and_writes: string[]
  connections: ConnectionDefinition[]
  settings: SettingsDefinition[]
  /** Doors for other systems; absent where the integration has none. */
  webhooks?: WebhookDefinition[]
  /** How an install ends with proof that the integration works; absent where nobody has said how. */
  check?: CheckDefinition
}

/**
 * What is done to see an integration work: a sample is posted to one of its webhooks, or the admin causes an
 * event. Where a flow writes `{ at, ok, detail }` to a config, the outcome is read from there.
 */
export type CheckDefinition = ({ webhook: string; sample: JsonObject } | { event: string }) & {
  expects?: { scope: string; key?: string }
}

export type ConnectionDefinition = OAuthConnectionDefinition | TypedConnectionDefinition

interface AnyConnectionDefinition {
  /**
   * Name of the connection in ZIS, as flows name it. Where there may be several, the beginning of their
   * names: `store` stands for `store_berlin` and `store_paris`.
   */
  name: string
  title: string
  /** Why the integration needs it, a sentence. */
  reason: string
  required: boolean
  /** Several accounts of the system may be connected side by side, a connection each. */
  several?: boolean
}

export interface OAuthConnectionDefinition extends AnyConnectionDefinition {
  kind: 'oauth'
  scopes: Array<{ scope: string; means: string }>
  /**
   * `authorization_code`, where a person signs in, unless named otherwise. With `client_credentials` the
   * client signs in by itself and no window opens.
   */
  grant_type?: 'authorization_code' | 'client_credentials'
  /**
   * The OAuth client that ZIS uses. `zendesk` is made by ZIS itself; for another system the admin
   * enters the id and secret of an app of that system once, and ZIS keeps them.
   */
  client: { name: 'zendesk' } | OAuthClientDefinition
}

export interface OAuthClientDefinition {
  name: string
  /** Where a person gives consent; none with `client_credentials`. */
  auth_url?: string
  token_url: string
  default_scopes: string
  /** Where the admin gets a client id and secret, a sentence. */
  how_to_get: string
}

/** A connection that holds a credential as it was given. */
export type TypedConnectionDefinition =
  | CredentialDefinition<'bearer_token'>
  | CredentialDefinition<'basic_auth'>
  | (CredentialDefinition<'api_key'> & {
      /** The header that carries the key, such as `x-api-key`. */
      header_name: string
    })

interface CredentialDefinition<Kind extends string> extends AnyConnectionDefinition {
  kind: Kind
  /** The one host that the credential is sent to; where it is left out, the admin enters theirs. */
  allowed_domain?: string
  /** Where the admin gets the credential, a sentence. */
  how_to_get: string
}

/** A door through which another system starts flows (zis-api 7). */
export interface WebhookDefinition {
  /** Name within the definition. */
  name: string
  title: string
  /** The pair that the integration's job specs listen to. */
  source_system: string
  event_type: string
  /** What has to be set in the other system, a sentence. */
  tell_sender: string
  /** A body such as the other system sends, to try the webhook with. */
  sample?: JsonObject
}

export interface SettingsDefinition {
  /** Config scope in ZIS. */
  scope: string
  title: string
  /**
   * JSON Schema 2020-12 of the values. `x-widget` and `x-options` in it are hints for the form, see
   * `widgets.ts` and docs/definitions.md.
   */
  schema: JsonObject
  /** Order of the fields in the form. */
  order: string[]
}

/** Texts of a definition in another language, by the key of `textsOf` (docs/definitions.md). */
export type DefinitionWords = { readonly [key: string]: string }

/** The definition and the bundle of an integration, the key standing as `{{integration}}`. */
export interface CatalogueEntry {
  definition: IntegrationDefinition
  bundle: JsonObject
  /** The words of the definition in other languages; absent where there are none. */
  translations?: Translations
}

export type Translations = { readonly [L in SpokenLocale]?: DefinitionWords }
