// @ts-check
import { isObject } from './read-folder.mjs'
import { repeatedKeys } from './repeated-keys.mjs'
import { textOf, readJson } from './read-folder.mjs'

/** Names of locales as Zendesk takes them in file names and in `defaultLocale`. */
export const localeName = /^[a-z]{2,3}(-\w{2,3})?$/

const locations = {
  support: [
    'top_bar',
    'nav_bar',
    'ticket_sidebar',
    'new_ticket_sidebar',
    'user_sidebar',
    'organization_sidebar',
    'background',
    'modal',
    'ticket_editor',
    'system_top_bar',
  ],
  sell: [
    'deal_card',
    'person_card',
    'company_card',
    'lead_card',
    'background',
    'modal',
    'dashboard',
    'note_editor',
    'call_log_editor',
    'email_editor',
    'top_bar',
    'visit_editor',
  ],
  chat: ['chat_sidebar', 'background'],
  standalone_chat: ['nav_bar', 'system_top_bar'],
}
/** Names that Zendesk still accepts for the products. */
const aliases = { zendesk: 'support', lotus_box: 'support', zopim: 'chat' }

const booleans = ['requirementsOnly', 'marketingOnly', 'singleInstall', 'signedUrls', 'private']
const strings = [
  'defaultLocale',
  'version',
  'frameworkVersion',
  'remoteInstallationURL',
  'termsConditionsURL',
  'gaID',
]
const place = (/** @type {string[]} */ ...keys) => `manifest.json, ${keys.join('.')}`

/**
 * Checks manifest.json by the rules of Zendesk's validator (frameworkVersion 2.0).
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {import('./read-folder.mjs').Report} report
 * @returns {Record<string, unknown> | undefined} the manifest, when there is one to read
 */
export function checkManifest(app, report) {
  if (!app.files.has('manifest.json')) {
    const nested = [...app.files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path))
    if (nested === undefined) report.error('manifest.json', 'The app has no manifest.json at its root.')
    else report.error(nested, 'The manifest must be at the root of the app, not one folder down.')
    return undefined
  }
  const manifest = readJson(app, 'manifest.json', report)
  if (manifest === undefined) return undefined
  if (!isObject(manifest)) {
    report.error('manifest.json', 'It must hold a JSON object.')
    return undefined
  }
  for (const key of repeatedKeys(textOf(app.files.get('manifest.json') ?? new Uint8Array()))) {
    report.error(`manifest.json, ${key}`, 'The key stands twice in the same object.')
  }
  checkKeys(manifest, report)
  checkLocale(manifest, app, report)
  checkLocations(manifest['location'], app, report)
  checkUrls(manifest, report)
  return manifest
}

/** @param {Record<string, unknown>} manifest @param {import('./read-folder.mjs').Report} report */
function checkKeys(manifest, report) {
  for (const key of ['author', 'defaultLocale', 'location', 'frameworkVersion']) {
    if (manifest[key] === undefined) report.error(place(key), 'The key is required and missing.')
  }
  for (const key of booleans) {
    if (manifest[key] !== undefined && typeof manifest[key] !== 'boolean') {
      report.error(place(key), 'It must be true or false.')
    }
  }
  for (const key of strings) {
    if (manifest[key] !== undefined && typeof manifest[key] !== 'string') {
      report.error(place(key), 'It must be a string.')
    }
  }
  const author = manifest['author']
  if (author !== undefined && !isObject(author)) report.error(place('author'), 'It must be an object.')
  for (const key of ['name', 'email', 'url']) {
    if (isObject(author) && author[key] !== undefined && typeof author[key] !== 'string') {
      report.error(place('author', key), 'It must be a string.')
    }
  }
  if (manifest['frameworkVersion'] !== undefined && manifest['frameworkVersion'] !== '2.0') {
    report.error(place('frameworkVersion'), 'It must be the string "2.0".')
  }
  if (manifest['noTemplate'] !== undefined) {
    report.error(place('noTemplate'), 'The key is not allowed with frameworkVersion 2.0.')
  }
  const whitelist = manifest['domainWhitelist']
  if (
    whitelist !== undefined &&
    !(Array.isArray(whitelist) && whitelist.every((w) => typeof w === 'string'))
  ) {
    report.error(place('domainWhitelist'), 'It must be an array of strings.')
  }
}

/**
 * @param {Record<string, unknown>} manifest
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {import('./read-folder.mjs').Report} report
 */
function checkLocale({ defaultLocale }, app, report) {
  if (typeof defaultLocale !== 'string') return
  if (!localeName.test(defaultLocale)) {
    report.error(place('defaultLocale'), `"${defaultLocale}" is not a locale such as en, pt-BR or es-419.`)
  } else if (!app.files.has(`translations/${defaultLocale}.json`)) {
    report.error(place('defaultLocale'), `The file translations/${defaultLocale}.json does not exist.`)
  }
}

/**
 * @param {unknown} location
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {import('./read-folder.mjs').Report} report
 */
function checkLocations(location, app, report) {
  if (location === undefined) return
  if (!isObject(location)) {
    report.error(place('location'), 'It must be an object: product, then location, then url.')
    return
  }
  for (const [product, places] of Object.entries(location)) {
    const known = Object.hasOwn(aliases, product)
      ? aliases[/** @type {keyof typeof aliases} */ (product)]
      : product
    if (!Object.hasOwn(locations, known)) {
      report.error(place('location', product), `"${product}" is not a product with apps.`)
    } else if (!isObject(places)) {
      report.error(place('location', product), 'It must be an object: a url for each location.')
    } else {
      const allowed = locations[/** @type {keyof typeof locations} */ (known)]
      for (const [name, value] of Object.entries(places)) {
        const here = place('location', product, name)
        if (!allowed.includes(name)) report.error(here, `${product} has no location "${name}".`)
        else checkLocation(here, value, app, report)
      }
    }
  }
}

/**
 * @param {string} here
 * @param {unknown} value a url, or options with one
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {import('./read-folder.mjs').Report} report
 */
function checkLocation(here, value, app, report) {
  const options = isObject(value) ? value : { url: value }
  if (options['flexible'] !== undefined && typeof options['flexible'] !== 'boolean') {
    report.error(`${here}.flexible`, 'It must be true or false.')
  }
  const url = options['url']
  if (url === undefined || url === '') {
    if (options['autoLoad'] !== false)
      report.error(here, 'It has no url; only with autoLoad false may it be absent.')
  } else if (typeof url !== 'string') {
    report.error(here, 'The url must be a string.')
  } else if (!url.includes('{{setting.')) {
    const says = problemOfUrl(url, app)
    if (says !== undefined) report.error(here, says)
  }
}

/** @param {string} url @param {import('./read-folder.mjs').AppFiles} app */
function problemOfUrl(url, app) {
  if (/\s/.test(url)) return `The url "${url}" has a space in it.`
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined
    const isAllowed = parsed?.protocol === 'https:' || parsed?.hostname === 'localhost'
    return isAllowed ? undefined : `The url "${url}" must begin with https:// or have the host localhost.`
  }
  if (!url.startsWith('assets/')) return `The url "${url}" must begin with assets/.`
  const file = url.replace(/[?#].*$/, '')
  return app.files.has(file) ? undefined : `The file ${file} does not exist.`
}

/** @param {Record<string, unknown>} manifest @param {import('./read-folder.mjs').Report} report */
function checkUrls(manifest, report) {
  const author = isObject(manifest['author']) ? manifest['author']['url'] : undefined
  for (const [key, url] of [
    ['author.url', author],
    ['termsConditionsURL', manifest['termsConditionsURL']],
  ]) {
    if (typeof url !== 'string') continue
    const parsed = URL.canParse(url) ? new URL(url) : undefined
    if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') {
      report.error(`manifest.json, ${key}`, `"${url}" is not an http or https address with a host.`)
    }
  }
}
