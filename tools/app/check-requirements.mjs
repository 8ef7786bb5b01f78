// @ts-check
import { isObject } from '../../src/zis/json.ts'
import { checkCustomObjects } from './check-custom-objects.mjs'
import { productsOf } from './products.mjs'
import { readObject } from './read-json.mjs'

/** @typedef {import('../../src/zis/json.ts').JsonObject} JsonObject */
/** @typedef {import('../../src/zis/json.ts').Json} Json */
/** @typedef {import('./report.mjs').FileReport} FileReport */

const path = 'requirements.json'

/** How many things an app may bring, and how many of them may be custom objects of the old kind. */
const most = { all: 5000, customObjects: 50 }

/** The keys that an entry of each type must have. @type {{ [type: string]: string[] }} */
const keysOf = {
  automations: ['title'],
  channel_integrations: ['manifest_url'],
  custom_objects: [],
  custom_objects_v2: [],
  macros: ['title'],
  organization_fields: ['title', 'key'],
  targets: ['title'],
  ticket_fields: ['title'],
  triggers: ['title'],
  user_fields: ['title', 'key'],
  views: ['title'],
  webhooks: ['name', 'status', 'endpoint', 'http_method', 'request_format'],
}
const oldObjects = {
  custom_object_types: ['key', 'schema'],
  custom_object_relationship_types: ['key', 'source', 'target'],
}

/**
 * Checks requirements.json: what Zendesk makes in the account when the app is installed.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {JsonObject} manifest
 * @param {import('./report.mjs').Report} report
 */
export function checkRequirements(app, manifest, report) {
  if (!app.files.has(path)) {
    if (manifest['requirementsOnly'] === true)
      report.of(path).error([], 'an app that is requirementsOnly has none', 'add the file')
    return
  }
  const isForChatOnly = productsOf(manifest).join() === 'chat'
  if (manifest['marketingOnly'] === true || isForChatOnly) {
    const kind = isForChatOnly ? 'for chat only' : 'marketingOnly'
    report.of(path).error([], `an app that is ${kind} brings no requirements`, 'take the file out')
    return
  }
  const file = readObject(app, path, report, { isAsWritten: true })
  if (file === undefined) return
  for (const [type, entries] of Object.entries(file.value)) checkType(type, entries, file.told)
  const count = Object.values(file.value).reduce((/** @type {number} */ sum, one) => sum + countOf(one), 0)
  if (count > most.all) file.told.error([], `the app brings ${count} things`, `bring at most ${most.all}`)
}

/** Zendesk counts each entry, and where entries are in a list, what is in it. @param {Json} entries @returns {number} */
function countOf(entries) {
  const rows = isObject(entries) ? Object.values(entries) : [entries]
  return rows.reduce((/** @type {number} */ sum, row) => sum + (Array.isArray(row) ? row.length : 1), 0)
}

/** @param {string} type @param {Json} entries @param {FileReport} told */
function checkType(type, entries, told) {
  if (!Object.hasOwn(keysOf, type)) {
    told.error(
      [type],
      'an app cannot bring things of this type',
      `use one of ${Object.keys(keysOf).join(', ')}`,
    )
    return
  }
  if (type === 'custom_objects_v2') {
    checkCustomObjects(entries, told)
    return
  }
  if (!isObject(entries)) {
    told.error([type], 'the value is not an object', 'write { "identifier": { … } }')
    return
  }
  if (type === 'custom_objects') checkOldObjects(entries, told)
  else for (const [name, entry] of Object.entries(entries)) checkEntry(type, name, entry, told)
  if (type === 'channel_integrations' && Object.keys(entries).length > 1)
    told.error([type], 'an app can bring one channel integration', 'keep one of them')
}

/** @param {string} type @param {string} name @param {Json} entry @param {FileReport} told */
function checkEntry(type, name, entry, told) {
  if (!isObject(entry)) {
    told.error([type, name], 'the value is not an object', 'write { "title": … }')
    return
  }
  checkKeys([type, name], entry, keysOf[type] ?? [], told)
  if (type === 'targets' && (entry['type'] === 'http_target' || entry['type'] === 'url_target_v2'))
    told.error([type, name, 'type'], `Zendesk takes no ${entry['type']} any more`, 'bring a webhook instead')
}

/** @param {JsonObject} entries @param {FileReport} told */
function checkOldObjects(entries, told) {
  const type = 'custom_objects'
  if (!Object.hasOwn(entries, 'custom_object_types'))
    told.error([type, 'custom_object_types'], 'the key is missing', 'add it')
  const count = countOf(entries)
  if (count > most.customObjects)
    told.error([type], `the app brings ${count} custom objects`, `bring at most ${most.customObjects}`)
  for (const [list, keys] of Object.entries(oldObjects)) {
    const items = entries[list] ?? []
    if (!Array.isArray(items)) {
      told.error([type, list], 'the value is not an array', `write [{ "${keys.join('": …, "')}": … }]`)
      continue
    }
    items.forEach((item, index) => checkKeys([type, list, index], isObject(item) ? item : {}, keys, told))
  }
}

/** @param {import('./report.mjs').Steps} steps @param {JsonObject} entry @param {string[]} keys @param {FileReport} told */
function checkKeys(steps, entry, keys, told) {
  const missing = keys.filter((key) => !Object.hasOwn(entry, key))
  if (missing.length > 0)
    told.error(
      steps,
      `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing`,
      'add what is missing',
    )
}
