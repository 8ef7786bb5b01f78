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
}

export type ConnectionDefinition = OAuthConnectionDefinition

export interface OAuthConnectionDefinition {
  kind: 'oauth'
  /** Name of the connection in ZIS, as flows name it. */
  name: string
  title: string
  /** Why the integration needs it, a sentence. */
  reason: string
  required: boolean
  scopes: Array<{ scope: string; means: string }>
  /**
   * The OAuth client that ZIS uses. `zendesk` is made by ZIS itself; for another system the admin
   * enters the id and secret of an app of that system once, and ZIS keeps them.
   */
  client: { name: 'zendesk' } | OAuthClientDefinition
}

export interface OAuthClientDefinition {
  name: string
  auth_url: string
  token_url: string
  default_scopes: string
  /** Where the admin gets a client id and secret, a sentence. */
  how_to_get: string
}

export interface SettingsDefinition {
  /** Config scope in ZIS. */
  scope: string
  title: string
  /** JSON Schema 2020-12 of the values. */
  schema: JsonObject
  /** Order of the fields in the form. */
  order: string[]
}

/** A file of the app's catalogue: the definition and the bundle, the key standing as `{{integration}}`. */
export interface CatalogueEntry {
  definition: IntegrationDefinition
  bundle: JsonObject
}
