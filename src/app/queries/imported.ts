import type { CatalogueEntry, IntegrationDefinition, Translations } from '../../zis/definition'
import { isSpoken } from '../../zis/integration/locales'
import { isObject, type Json, type JsonObject } from '../../zis/json'
import { Problem } from '../platform/problem'
import type { ZisClient } from '../platform/zis-client'
import { deleteConfig, readKept, saveConfig, saveRecord, type Kept } from './record'

/** Where the bundle of an imported definition is kept, the key still standing as `{{integration}}`. */
export const importedBundleScope = 'zis_console_bundle'

/** Where its words in other languages are kept; absent while it has none. */
export const importedWordsScope = 'zis_console_translations'

/** A config is taken to hold 256 KB (zis-api 5); what else is in it needs some of that. */
export const largestKept = 240 * 1024

/** How an imported integration is called in addresses and records: no folder of the catalogue has a colon. */
export const importedName = (key: string): string => `file:${key}`

/** Bytes that a document takes in a config. */
export const bytesOf = (document: unknown): number =>
  new TextEncoder().encode(JSON.stringify(document)).length

/**
 * Keeps an imported definition with the integration, so that every admin sees the same pages, each in their own
 * language. The bundle goes first: a record that speaks of it is never without it.
 * @throws {Problem}
 */
export async function keepImported(
  zis: ZisClient,
  integration: string,
  { definition, bundle, translations }: CatalogueEntry,
): Promise<void> {
  await saveConfig(zis, integration, importedBundleScope, { bundle })
  await keepTranslations(zis, integration, translations)
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

/** Those of an earlier version do not stay: they would be of other words. */
async function keepTranslations(zis: ZisClient, integration: string, translations?: Translations) {
  if (translations) return saveConfig(zis, integration, importedWordsScope, { translations })
  const { configs } = await readKept(zis, integration)
  if (configs.has(importedWordsScope)) await deleteConfig(zis, integration, importedWordsScope)
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
  const translations = translationsIn(configs.get(importedWordsScope))
  return definition && { definition, bundle: bundle as JsonObject, ...(translations && { translations }) }
}

/** As far as they are some: a text that is none is shown in English. */
function translationsIn(config: Record<string, unknown> | undefined): Translations | undefined {
  if (!isObject(config?.translations)) return undefined
  const spoken = Object.entries(config.translations).filter(
    ([name, words]) => isSpoken(name) && isObject(words),
  )
  return Object.fromEntries(spoken) as Translations
}
