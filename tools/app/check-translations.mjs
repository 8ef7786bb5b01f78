// @ts-check
import { localeName } from './check-manifest.mjs'
import { isObject, readJson } from './read-folder.mjs'

/** What Zendesk shows of an app's name. */
const longestName = 40

/**
 * Checks translations/: names of the files, and the words that Zendesk itself reads from them.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {{ isPrivate: boolean, parameters: string[] }} manifest
 * @param {import('./read-folder.mjs').Report} report
 */
export function checkTranslations(app, { isPrivate, parameters }, report) {
  for (const path of app.files.keys()) {
    if (!path.startsWith('translations/')) continue
    const locale = /^translations\/([^/]+)\.json$/.exec(path)?.[1]
    if (locale === undefined || !localeName.test(locale)) {
      report.error(path, 'The name must be a locale and .json, such as en.json, pt-BR.json or es-419.json.')
      continue
    }
    const words = readJson(app, path, report)
    if (words === undefined) continue
    if (!isObject(words)) {
      report.error(path, 'It must hold a JSON object.')
      continue
    }
    if (locale === 'en') checkName(path, words['app'], isPrivate, report)
    else checkTranslated(path, words['app'], english(app), report)
    checkPlain(path, words['app'], report)
    checkLabels(path, words['app'], parameters, report)
  }
}

/**
 * What Zendesk reads of the English file; a fault of that file itself is told where it is checked.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @returns {Record<string, unknown>}
 */
function english(app) {
  const words = readJson(app, 'translations/en.json', { error: () => undefined, warn: () => undefined })
  return isObject(words) && isObject(words['app']) ? words['app'] : {}
}

/**
 * Admin Center shows English for whatever another language leaves out.
 *
 * @param {string} path
 * @param {unknown} words
 * @param {Record<string, unknown>} english
 * @param {import('./read-folder.mjs').Report} report
 */
function checkTranslated(path, words, english, report) {
  const translated = isObject(words) ? words : {}
  for (const [name, text] of Object.entries(english)) {
    // The product drops the name of any language but the default one, and parameters are checked below.
    if (name === 'name' || typeof text !== 'string' || Object.hasOwn(translated, name)) continue
    report.warn(`${path}, app.${name}`, 'The text is not translated; an admin would see it in English.')
  }
}

/**
 * @param {string} path
 * @param {unknown} words
 * @param {import('./read-folder.mjs').Report} report
 */
function checkPlain(path, words, report) {
  if (!isObject(words)) return
  // It switches on another format, in which plain texts are refused (zaf 9).
  if (Object.hasOwn(words, 'package'))
    report.error(`${path}, app.package`, 'Take it out: with it, Zendesk accepts no plain text.')
  for (const [name, text] of Object.entries(words)) {
    if (name === 'package' || name === 'parameters' || typeof text === 'string' || isObject(text)) continue
    report.error(`${path}, app.${name}`, 'It must be a text.')
  }
}

/**
 * @param {string} path
 * @param {unknown} words
 * @param {boolean} isPrivate
 * @param {import('./read-folder.mjs').Report} report
 */
function checkName(path, words, isPrivate, report) {
  if (!isObject(words)) {
    report.error(`${path}, app`, 'It must be an object with the name of the app.')
    return
  }
  const { name } = words
  if (typeof name !== 'string' || name === '')
    report.error(`${path}, app.name`, 'The name of the app is missing.')
  else if (name.length > longestName) {
    report.warn(
      `${path}, app.name`,
      `It has ${name.length} characters; Zendesk shows at most ${longestName}.`,
    )
  }
  if (isPrivate) return
  for (const key of ['short_description', 'long_description', 'installation_instructions']) {
    const text = words[key] ?? (key === 'short_description' ? words['description'] : undefined)
    if (typeof text !== 'string')
      report.error(`${path}, app.${key}`, 'An app that is not private needs this text.')
  }
}

/**
 * @param {string} path
 * @param {unknown} words
 * @param {string[]} parameters
 * @param {import('./read-folder.mjs').Report} report
 */
function checkLabels(path, words, parameters, report) {
  const labels = isObject(words) && isObject(words['parameters']) ? words['parameters'] : {}
  for (const [name, label] of Object.entries(labels)) {
    if (!isObject(label) || typeof label['label'] !== 'string') {
      report.error(`${path}, app.parameters.${name}`, 'It must be an object with a label.')
    }
  }
  for (const name of parameters) {
    if (!Object.hasOwn(labels, name)) {
      report.warn(
        `${path}, app.parameters.${name}`,
        'The parameter has no label; an admin would see its bare name.',
      )
    }
  }
}
