import type { CatalogueEntry, IntegrationDefinition } from '../../zis/definition'
import { isObject, type Json, type JsonObject } from '../../zis/json'
import { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { readKept, saveConfig, saveRecord, type Kept } from './record'

/** Where the bundle of an imported definition is kept, the key still standing as `{{integration}}`. */
export const importedBundleScope = 'zis_console_bundle'

/** A config is taken to hold 256 KB (zis-api 5); what else is in it needs some of that. */
export const largestKept = 240 * 1024

/** How an imported integration is called in addresses and records: no folder of the catalogue has a colon. */
export const importedName = (key: string): string => `file:${key}`

/** Bytes that a document takes in a config. */
export const bytesOf = (document: unknown): number =>
  new TextEncoder().encode(JSON.stringify(document)).length

/**
 * Keeps an imported definition with the integration, so that every admin sees the same pages. The bundle goes
 * first: a record that speaks of it is never without it.
 * @throws {Problem}
 */
export async function keepImported(
  zis: ZisClient,
  integration: string,
  { definition, bundle }: CatalogueEntry,
): Promise<void> {
  await saveConfig(zis, integration, importedBundleScope, { bundle })
  await saveRecord(zis, integration, (record) => ({
    ...record,
    catalogue: importedName(integration),
    imported: true,
    definition,
  }))
  const kept = await importedIn(await readKept(zis, integration))
  if (JSON.stringify(kept?.definition) !== JSON.stringify(definition)) {
    throw new Problem('not_kept', 0, '')
  }
}

/** What was imported for an integration; undefined when nothing was, or when somebody has broken it since. */
export async function importedIn({ record, configs }: Kept): Promise<CatalogueEntry | undefined> {
  if (record?.imported !== true || record.definition === undefined) return undefined
  const bundle = configs.get(importedBundleScope)?.bundle
  if (!isObject(bundle)) return undefined
  // Anyone may have written to a config. The check is loaded only where there is something to check.
  const { checkDefinition } = await import('../../zis/integration/check')
  const definition: IntegrationDefinition | undefined = checkDefinition(
    record.definition as unknown as Json,
  ).definition
  return definition && { definition, bundle: bundle as JsonObject }
}
