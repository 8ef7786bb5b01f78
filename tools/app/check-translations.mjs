// @ts-check
import { isObject, own } from '../../src/zis/json.ts'
import { localeName } from './check-manifest.mjs'
import { products } from './products.mjs'
import { readObject } from './read-json.mjs'

/** What Zendesk shows of an app's name. */
const longestName = 40
const forMarketplace = ['short_description', 'long_description', 'installation_instructions']

/** @typedef {import('../../src/zis/json.ts').JsonObject} JsonObject */
/** @typedef {import('./report.mjs').FileReport} FileReport */

/**
 * What the words have to fit.
 *
 * @typedef {object} Manifest
 * @property {boolean} isPrivate
 * @property {unknown} defaultLocale
 * @property {string[]} products
 * @property {string[]} parameters their names
 */

/**
 * Checks translations/: names of the files, and the words that Zendesk itself reads from them.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {Manifest} manifest
 * @param {import('./report.mjs').Report} report
 */
export function checkTranslations(app, manifest, report) {
  /** @type {Map<string, import('./read-json.mjs').JsonFile>} by locale */
  const files = new Map()
  for (const path of app.files.keys()) {
    if (!path.startsWith('translations/')) continue
    const locale = /^translations\/([^/]+)\.json$/.exec(path)?.[1]
    if (locale === undefined || !localeName.test(locale)) {
      const wayOut = 'call it by a locale, such as en.json, pt-BR.json or es-419.json'
      report.of(path).error([], 'the file is not called by a locale, or is in a folder of its own', wayOut)
      continue
    }
    const file = readObject(app, path, report, { isAsWritten: false })
    if (file) files.set(locale, file)
  }
  // Zendesk takes the name from English, and without it from the language that the app is written in.
  const first = files.has('en') ? 'en' : manifest.defaultLocale
  const english = wordsOf(files.get('en')?.value['app'])
  for (const [locale, { value, told }] of files) {
    if (locale === first) checkNames(value['app'], manifest, told)
    else checkTranslated(value['app'], english, told)
    checkForm(value, told)
    checkLabels(value['app'], { english, parameters: manifest.parameters }, told)
  }
}

/** @param {unknown} words @returns {JsonObject} */
const wordsOf = (words) => (isObject(words) ? words : {})

/** A text is a string, or one with a note for the translator, of which only the value is kept. @param {unknown} node */
const textOf = (node) => {
  if (typeof node === 'string') return node
  return isNoted(node) ? node['value'] : undefined
}

/** @param {unknown} node @returns {node is { title: string, value: string }} */
const isNoted = (node) =>
  isObject(node) &&
  Object.keys(node).sort().join() === 'title,value' &&
  typeof node['title'] === 'string' &&
  typeof node['value'] === 'string'

/**
 * The name, and what the marketplace shows: for the app, or for each of its products.
 *
 * @param {unknown} words
 * @param {Manifest} manifest
 * @param {FileReport} told
 */
function checkNames(words, manifest, told) {
  if (!isObject(words)) {
    told.error(['app'], 'the name of the app is missing', 'write { "app": { "name": … } }')
    return
  }
  const named = Object.keys(words).filter((key) => own(products, key) !== undefined)
  if (named.length === 0) checkTexts(['app'], words, manifest.isPrivate, told)
  for (const product of named) {
    if (!manifest.products.includes(product))
      told.error(
        ['app', product],
        'the manifest has no location in this product',
        'take it out, or add a location',
      )
    checkTexts(['app', product], wordsOf(words[product]), manifest.isPrivate, told)
  }
}

/** @param {string[]} at @param {JsonObject} words @param {boolean} isPrivate @param {FileReport} told */
function checkTexts(at, words, isPrivate, told) {
  const name = textOf(words['name'])
  if (name === undefined || name === '')
    told.error([...at, 'name'], 'the name of the app is missing', 'add it')
  else if (name.length > longestName) {
    const says = `the name has ${name.length} characters, and Zendesk shows at most ${longestName}`
    told.warn([...at, 'name'], says, 'shorten it')
  }
  if (isPrivate) return
  for (const key of forMarketplace) {
    const text = words[key] ?? (key === 'short_description' ? words['description'] : undefined)
    if (textOf(text) === undefined)
      told.error(
        [...at, key],
        'an app that is not private needs this text',
        'add it, or make the app private',
      )
  }
}

/**
 * Admin Center shows English for whatever another language leaves out.
 *
 * @param {unknown} words
 * @param {JsonObject} english
 * @param {FileReport} told
 */
function checkTranslated(words, english, told) {
  for (const [name, text] of Object.entries(english)) {
    // The product drops the name of any language but the default one; `package` is no text.
    if (name === 'name' || name === 'package' || textOf(text) === undefined) continue
    if (Object.hasOwn(wordsOf(words), name)) continue
    told.warn(['app', name], 'the text is not translated; an admin would see it in English', 'translate it')
  }
}

/**
 * `app.package` switches on the form of Zendesk's own translation packages, in which every text has a note
 * for the translator and plain texts are refused. Without it, what stands beside the name is a text.
 *
 * @param {JsonObject} file
 * @param {FileReport} told
 */
function checkForm(file, told) {
  const words = file['app']
  if (!isObject(words)) return
  if (words['package']) {
    const { package: _name, ...rest } = words
    const plain = plainIn({ ...file, app: rest })
    if (plain)
      told.error(
        plain,
        'with app.package no text may be plain',
        'write { "title": …, "value": … }, or take app.package out',
      )
    return
  }
  for (const [name, text] of Object.entries(words)) {
    if (name !== 'package' && typeof text !== 'string' && !isObject(text))
      told.error(['app', name], 'the value is not a text', 'write it in quotes')
  }
}

/**
 * Where the first text without a note stands.
 *
 * @param {JsonObject} node
 * @param {string[]} [at]
 * @returns {string[] | undefined}
 */
function plainIn(node, at = []) {
  for (const [key, inner] of Object.entries(node)) {
    if (isNoted(inner)) continue
    const plain = isObject(inner) ? plainIn(inner, [...at, key]) : [...at, key]
    if (plain) return plain
  }
  return undefined
}

/**
 * @param {unknown} words
 * @param {{ english: JsonObject, parameters: string[] }} app
 * @param {FileReport} told
 */
function checkLabels(words, { english, parameters }, told) {
  const given = wordsOf(words)['parameters']
  if (given !== undefined && !isObject(given)) {
    told.error(['app', 'parameters'], 'the value is not an object', 'write { "name": { "label": … } }')
    return
  }
  const labels = wordsOf(given)
  const inEnglish = wordsOf(english['parameters'])
  const helps = (/** @type {unknown} */ label) => textOf(wordsOf(label)['helpText']) !== undefined
  for (const [name, label] of Object.entries(labels)) {
    if (!isObject(label) || textOf(label['label']) === undefined)
      told.error(['app', 'parameters', name], 'the parameter has no label', 'write { "label": … }')
    else if (helps(inEnglish[name]) && !helps(label)) {
      const says = 'the text is not translated; an admin would see it in English'
      told.warn(['app', 'parameters', name, 'helpText'], says, 'translate it')
    }
  }
  for (const name of parameters.filter((one) => !Object.hasOwn(labels, one))) {
    const says = 'the parameter has no label; an admin would see its bare name'
    told.warn(['app', 'parameters', name], says, 'add { "label": … }')
  }
}
