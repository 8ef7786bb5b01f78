// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folders of integrations in a folder, by name.
 *
 * @param {string} folder
 */
export const integrationFolders = (folder) =>
  readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'integration.json')))
    .sort()
    .map((name) => join(folder, name))

/** The files that make an integration, and are checked together. @param {string} folder */
export const filesOf = (folder) => [
  ...['integration.json', 'bundle.json'].map((name) => join(folder, name)).filter((path) => existsSync(path)),
  ...translationsOf(folder),
]

/** Its translations, a file for each language. @param {string} folder */
export function translationsOf(folder) {
  const translations = join(folder, 'translations')
  if (!existsSync(translations)) return []
  return readdirSync(translations)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(translations, name))
}
