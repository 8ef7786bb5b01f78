// @ts-check
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { catalogueFiles as filesWith } from '../src/zis/integration/catalogue.ts'
import { translationsOf } from './integration-folders.mjs'

/**
 * The files of the app's catalogue for some integrations.
 *
 * @param {string[]} folders each with integration.json and bundle.json
 * @returns {Array<[file: string, text: string]>}
 * @throws {Error} when a folder lacks one of them, or a file is not JSON
 */
export const catalogueFiles = (folders) =>
  filesWith(folders.map(entryOf)).map(([file, says]) => [file, JSON.stringify(says)])

/** @param {string} folder */
const entryOf = (folder) => ({
  name: basename(resolve(folder)),
  definition: readJson(join(folder, 'integration.json')),
  bundle: readJson(join(folder, 'bundle.json')),
  translations: Object.fromEntries(
    translationsOf(folder).map((path) => [basename(path, '.json'), readJson(path)]),
  ),
})

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
