import type { IntegrationDefinition } from '../../zis/definition'
import type { JsonObject } from '../../zis/json'
import type { ZisClient } from '../platform/zis-client'
import { orNone } from './read-all'

/**
 * What this app keeps about an integration, in a config scope of its own in that integration, so that
 * any admin on any machine sees the same later. Nothing secret.
 */
export interface ConsoleRecord {
  /** Name of the entry in the catalogue that it was set up from; absent for one made without this app. */
  catalogue?: string
  definition?: IntegrationDefinition
  /** The definition came from a file; its bundle is kept in a scope of its own. */
  imported?: true
  /** The job specs that were on when everything was paused; absent while nothing is paused. */
  paused?: { job_specs: string[]; at: string; by: string }
  /** SHA-256 of the bundle as it was uploaded; absent until the first upload. */
  bundle_checksum?: string
  uploaded_at?: string
  uploaded_by?: string
  /** What admins call the accounts of a system that has several. */
  labels?: Array<{ name: string; label: string }>
  /** The inbound webhooks made with this app; ZIS need not be able to list them. */
  webhooks?: KeptWebhook[]
}

/** What is kept of a webhook: enough to find it again, and nothing that opens it. */
export interface KeptWebhook {
  uuid: string
  at: string
  by: string
  /** The uuid of the one whose place it takes. */
  replaces?: string
}

export const recordScope = 'zis_console'

/** Scopes in which this app keeps what it knows, beside those of the settings. */
export const isOurScope = (scope: string): boolean =>
  scope === recordScope || scope.startsWith(`${recordScope}_`)

/** Reads our record of an integration; null when there is none. */
export async function readRecord(zis: ZisClient, integration: string): Promise<ConsoleRecord | null> {
  const found = await orNone(
    zis.call('GET /api/services/zis/integrations/:integration/configs', {
      params: { integration },
      query: { 'filter[scope]': recordScope },
    }),
  )
  return recordIn(found?.configs[0])
}

/** The record in a config; null where there is none, or something else. */
function recordIn(stored: { config: object } | undefined): ConsoleRecord | null {
  return stored !== undefined && isRecord(stored.config) ? stored.config : null
}

/** All that this app keeps about an integration, read at once. */
export interface Kept {
  record: ConsoleRecord | null
  /** What stands in the scopes beside the record, by scope. */
  configs: Map<string, Record<string, unknown>>
}

/** Reads our record together with what we keep beside it: one request for each integration at the start. */
export async function readKept(zis: ZisClient, integration: string): Promise<Kept> {
  const found = await orNone(
    zis.call('GET /api/services/zis/integrations/:integration/configs', {
      params: { integration },
      query: { 'filter[scope]': `${recordScope}*`, 'page[size]': '100' },
    }),
  )
  const configs = found?.configs ?? []
  return {
    record: recordIn(configs.find(({ scope }) => scope === recordScope)),
    configs: new Map(configs.map(({ scope, config }) => [scope, config])),
  }
}

/** A config that anyone may have written is believed only where it has our shape. */
function isRecord(config: object): config is ConsoleRecord {
  const { catalogue, paused, webhooks, labels } = config as Record<string, unknown>
  const parts = [
    [catalogue, typeof catalogue === 'string'],
    [paused, isPause(paused)],
    [webhooks, isWebhooks(webhooks)],
    [labels, isLabels(labels)],
  ]
  const given = parts.filter(([value]) => value !== undefined)
  return given.length > 0 && given.every(([, isRight]) => isRight === true)
}

const isLabels = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one) => {
    const { name, label } = Object(one) as Record<string, unknown>
    return typeof name === 'string' && typeof label === 'string'
  })

const isWebhooks = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one) => {
    const { uuid, at, by, replaces } = Object(one) as Record<string, unknown>
    return (
      [uuid, at, by].every((text) => typeof text === 'string') &&
      (replaces === undefined || typeof replaces === 'string')
    )
  })

function isPause(value: unknown): value is ConsoleRecord['paused'] {
  const { job_specs } = Object(value) as { job_specs?: unknown }
  return Array.isArray(job_specs) && job_specs.every((name) => typeof name === 'string')
}

/** Writes our record, whether there was one or not. */
export async function writeRecord(zis: ZisClient, integration: string, record: ConsoleRecord): Promise<void> {
  await saveConfig(zis, integration, recordScope, { ...record })
}

/** Changes our record; what has nothing left in it is removed. */
export async function saveRecord(
  zis: ZisClient,
  integration: string,
  change: (record: ConsoleRecord) => ConsoleRecord,
): Promise<void> {
  const record = change((await readRecord(zis, integration)) ?? {})
  if (Object.keys(record).length === 0) await deleteConfig(zis, integration, recordScope)
  else await writeRecord(zis, integration, record)
}

/** Removes a config, whether it is there or not. */
export async function deleteConfig(zis: ZisClient, integration: string, scope: string): Promise<void> {
  await orNone(
    zis.call('DELETE /api/services/zis/integrations/:integration/configs/:scope', {
      params: { integration, scope },
    }),
  )
}

/** Finds a config, then creates or replaces it: each call does only the one (zis-api 5). */
export async function saveConfig(
  zis: ZisClient,
  integration: string,
  scope: string,
  config: Record<string, unknown>,
): Promise<void> {
  const found = await orNone(
    zis.call('GET /api/services/zis/integrations/:integration/configs', {
      params: { integration },
      query: { 'filter[scope]': scope },
    }),
  )
  if (found === null || found.configs.length === 0) {
    await zis.call('POST /api/services/zis/integrations/:integration/configs', {
      params: { integration },
      body: { scope, config },
    })
  } else {
    await zis.call('PUT /api/services/zis/integrations/:integration/configs/:scope', {
      params: { integration, scope },
      body: { scope, config },
    })
  }
}

/** SHA-256 of a JSON document, in hex; the order of its keys does not matter. */
export async function checksum(document: JsonObject): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(document)))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  // Pairs rather than an object: a key such as __proto__ is data.
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}
