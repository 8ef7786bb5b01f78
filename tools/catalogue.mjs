// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { inRoot } from './root.mjs'

/** Where the app finds its catalogue: data beside its code, so another integration needs no rebuild. */
export const catalogueFile = 'integrations.json'

/**
 * The languages that the app speaks beside English: those that it has words of its own in.
 */
export const spokenLocales = readdirSync(inRoot('translations'))
  .map((name) => name.replace('.json', ''))
  .filter((name) => name !== 'en')
  .sort()

/**
 * The catalogue of some integrations, and what they are called in each language. A language is a file of its
 * own, because a user speaks one; it is there also when it is empty, so that nothing is asked for in vain.
 *
 * @param {string[]} folders each with integration.json and bundle.json
 * @returns {Array<[file: string, text: string]>}
 * @throws {Error} when a folder lacks one of them, or a file is not JSON
 */
export const catalogueFiles = (folders) => [
  [catalogueFile, catalogueOf(folders)],
  ...spokenLocales.map(
    (locale) => /** @type {[string, string]} */ ([wordsFile(locale), wordsOf(folders, locale)]),
  ),
]

/** @param {string} locale */
const wordsFile = (locale) => catalogueFile.replace('.json', `.${locale}.json`)

/**
 * @param {string[]} folders
 * @param {string} locale
 */
function wordsOf(folders, locale) {
  const translated = folders.flatMap((folder) => {
    const file = join(folder, 'translations', `${locale}.json`)
    return existsSync(file) ? [[basename(resolve(folder)), readJson(file)]] : []
  })
  return JSON.stringify(Object.fromEntries(translated))
}

/** The files that make an integration, and are checked together. @param {string} folder */
export function filesOf(folder) {
  const translations = join(folder, 'translations')
  const words = existsSync(translations)
    ? readdirSync(translations).filter((name) => name.endsWith('.json'))
    : []
  return [
    ...['integration.json', 'bundle.json']
      .map((name) => join(folder, name))
      .filter((path) => existsSync(path)),
    ...words.sort().map((name) => join(translations, name)),
  ]
}

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
