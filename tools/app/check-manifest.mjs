// @ts-check
import { isObject, own } from '../../src/zis/json.ts'
import { checkLocations } from './check-locations.mjs'
import { checkOauth } from './check-oauth.mjs'
import { readObject } from './read-json.mjs'

/** Names of locales as Zendesk takes them in file names and in `defaultLocale`. */
export const localeName = /^[a-z]{2,3}(-\w{2,3})?$/

/** `private` is the only one that must not be null: null does not mean its default, true. */
const booleans = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private']
const strings = [
  'name',
  'defaultLocale',
  'version',
  'frameworkVersion',
  'remoteInstallationURL',
  'termsConditionsURL',
  'gaID',
]
/** What an app may switch on of Zendesk's experiments. */
const experiments = ['hashParams', 'newCssCompiler']

/** @typedef {import('../../src/zis/json.ts').JsonObject} JsonObject */
/** @typedef {import('./report.mjs').FileReport} FileReport */

/**
 * Checks manifest.json by the rules of Zendesk's validator (frameworkVersion 2.0).
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {import('./report.mjs').Report} report
 * @returns {import('./read-json.mjs').JsonFile | undefined} the manifest, when there is one to read
 */
export function checkManifest(app, report) {
  if (!app.files.has('manifest.json')) {
    const nested = [...app.files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path))
    const wayOut = 'put it at the root of the package'
    if (nested === undefined) report.of('manifest.json').error([], 'the app has no manifest.json', wayOut)
    else report.of(nested).error([], 'the manifest is one folder down', wayOut)
    return undefined
  }
  const file = readObject(app, 'manifest.json', report, { isAsWritten: true })
  if (file === undefined) return undefined
  const { value: manifest, told } = file
  checkTypes(manifest, told)
  checkAuthor(manifest['author'], told)
  checkLocale(manifest, app, told)
  checkOauth(manifest, told)
  if (manifest['requirementsOnly'] === true || manifest['marketingOnly'] === true) {
    checkWithoutFrame(manifest, app, told)
  } else {
    checkVersion(manifest['frameworkVersion'], told)
    checkLocations(manifest['location'], app, told)
  }
  checkUrl(['termsConditionsURL'], manifest['termsConditionsURL'], told)
  return file
}

/** @param {JsonObject} manifest @param {FileReport} told */
function checkTypes(manifest, told) {
  for (const key of ['author', 'defaultLocale']) {
    if ((manifest[key] ?? undefined) === undefined) told.error([key], 'the key is missing', 'add it')
  }
  for (const key of booleans) {
    const value = key === 'private' ? manifest[key] : (manifest[key] ?? undefined)
    if (value !== undefined && typeof value !== 'boolean')
      told.error([key], 'the value is neither true nor false', 'write one of them, or take the key out')
  }
  for (const key of strings) {
    const value = manifest[key] ?? undefined
    if (value !== undefined && typeof value !== 'string')
      told.error([key], 'the value is not a string', 'write it in quotes')
  }
  const { domainWhitelist, noTemplate } = manifest
  const hosts = domainWhitelist ?? []
  if (!Array.isArray(hosts) || !hosts.every((host) => typeof host === 'string'))
    told.error(['domainWhitelist'], 'the value is not an array of strings', 'write ["api.example.com"]')
  const isTemplateless = Array.isArray(noTemplate) ? noTemplate.length > 0 : Boolean(noTemplate)
  if (isTemplateless)
    told.error(['noTemplate'], 'the key does not go with frameworkVersion 2.0', 'take it out')
  checkExperiments(manifest['experiments'] ?? {}, told)
}

/** @param {unknown} value @param {FileReport} told */
function checkExperiments(value, told) {
  if (!isObject(value)) {
    told.error(
      ['experiments'],
      'the value is not an object',
      'write { "hashParams": true }, or take the key out',
    )
    return
  }
  const enabled = Object.keys(value).filter((name) => value[name] !== false && value[name] !== null)
  for (const name of enabled.filter((one) => !experiments.includes(one))) {
    told.error(
      ['experiments', name],
      'Zendesk knows no such experiment',
      `take it out; there are ${experiments.join(' and ')}`,
    )
  }
}

/** @param {unknown} author @param {FileReport} told */
function checkAuthor(author, told) {
  if ((author ?? undefined) === undefined) return
  if (!isObject(author)) {
    told.error(['author'], 'the value is not an object', 'write { "name": …, "email": … }')
    return
  }
  for (const key of ['name', 'email', 'url']) {
    const value = own(author, key) ?? undefined
    if (value !== undefined && typeof value !== 'string')
      told.error(['author', key], 'the value is not a string', 'write it in quotes')
  }
  checkUrl(['author', 'url'], own(author, 'url'), told)
}

/**
 * @param {JsonObject} manifest
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {FileReport} told
 */
function checkLocale({ defaultLocale }, app, told) {
  if (typeof defaultLocale !== 'string') return
  const file = `translations/${defaultLocale}.json`
  if (!localeName.test(defaultLocale)) {
    told.error(
      ['defaultLocale'],
      `"${defaultLocale}" is not a locale`,
      'write one such as en, pt-BR or es-419',
    )
  } else if (!app.files.has(file)) {
    told.error(
      ['defaultLocale'],
      `the file ${file} does not exist`,
      'add it, or name a locale that has a file',
    )
  }
}

/** @param {unknown} version @param {FileReport} told */
function checkVersion(version, told) {
  if (version !== '2.0')
    told.error(['frameworkVersion'], 'the version of the framework is not "2.0"', 'write the string "2.0"')
}

/**
 * An app that only brings requirements, or only a page in the marketplace, has no frame and no code.
 *
 * @param {JsonObject} manifest
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {FileReport} told
 */
function checkWithoutFrame(manifest, app, told) {
  const kind = manifest['marketingOnly'] === true ? 'marketingOnly' : 'requirementsOnly'
  const { location, parameters } = manifest
  const wayOut = `take it out, or the key ${kind}`
  if (manifest['requirementsOnly'] === true && manifest['marketingOnly'] === true)
    told.error(
      ['marketingOnly'],
      'an app is either requirementsOnly or marketingOnly',
      'take one of them out',
    )
  const hasPlace = isObject(location) ? Object.values(location).some(hasSome) : Boolean(location)
  if (hasPlace) told.error(['location'], `an app that is ${kind} has no location`, wayOut)
  if ((manifest['frameworkVersion'] ?? undefined) !== undefined)
    told.error(['frameworkVersion'], `an app that is ${kind} names no version of the framework`, wayOut)
  if (kind === 'marketingOnly') {
    if (Array.isArray(parameters) && parameters.length > 0)
      told.error(['parameters'], 'an app that is marketingOnly has no parameters', wayOut)
    if (manifest['private'] !== false)
      told.error([kind], 'an app that is marketingOnly cannot be private', 'write "private": false')
  }
  const code = [...app.files.keys()].filter((path) => /\.jsx?$|^templates\/.*\.hdbs$|^app\.s?css$/.test(path))
  if (code.length > 0) told.error([kind], `the app has code: ${code.join(', ')}`, 'take the files out')
}

/** @param {unknown} value */
const hasSome = (value) =>
  isObject(value) || Array.isArray(value) ? Object.keys(value).length > 0 : Boolean(value)

/** @param {string[]} steps @param {unknown} url @param {FileReport} told */
function checkUrl(steps, url, told) {
  if (typeof url !== 'string') return
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '')
    told.error(steps, `"${url}" is no address of a page`, 'begin it with https:// and a host')
}
