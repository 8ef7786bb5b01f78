// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

/** Where the app finds its catalogue: data beside its code, so another integration needs no rebuild. */
export const catalogueFile = 'integrations.json'

/**
 * The catalogue of some integrations. It is one file, because the app needs all of it before it can say
 * which integration of the account is which.
 *
 * @param {string[]} folders each with integration.json and bundle.json
 * @returns {string} JSON
 * @throws {Error} when a folder lacks one of them, or it is not JSON
 */
export function catalogueOf(folders) {
  const integrations = folders.map((folder) => ({
    name: basename(resolve(folder)),
    definition: readJson(join(folder, 'integration.json')),
    bundle: readJson(join(folder, 'bundle.json')),
  }))
  return JSON.stringify({ integrations })
}

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
