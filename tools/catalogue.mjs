// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/**
 * The files that the app loads as its catalogue: one JSON per integration folder, and an index of them.
 * They are data beside the app's code, so packaging another integration needs no rebuild.
 *
 * @param {string[]} folders each with integration.json and bundle.json
 * @returns {Array<[name: string, text: string]>}
 * @throws {Error} when a folder lacks one of them, or it is not JSON
 */
export function catalogueOf(folders) {
  const entries = folders.map((folder) => {
    const read = (/** @type {string} */ file) => readJson(join(folder, file))
    return {
      name: basename(resolve(folder)),
      definition: read('integration.json'),
      bundle: read('bundle.json'),
    }
  })
  return [
    ['index.json', JSON.stringify({ integrations: entries.map(({ name }) => name) })],
    ...entries.map(
      ({ name, ...entry }) => /** @type {[string, string]} */ ([`${name}.json`, JSON.stringify(entry)]),
    ),
  ]
}

/**
 * The catalogue of a folder that holds one folder per integration.
 *
 * @param {string} folder
 */
export const catalogueFiles = (folder) => catalogueOf(integrationFolders(folder))

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

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
