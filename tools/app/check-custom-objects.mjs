// @ts-check
import { isObject, own } from '../../src/zis/json.ts'

/** @typedef {import('../../src/zis/json.ts').JsonObject} JsonObject */
/** @typedef {import('../../src/zis/json.ts').Json} Json */
/** @typedef {import('./report.mjs').FileReport} FileReport */
/** @typedef {{ entry: JsonObject, steps: import('./report.mjs').Steps }} Placed an entry and where it stands */

const type = 'custom_objects_v2'

/** What Zendesk takes of custom objects that an app brings. */
const most = {
  bytes: 1024 * 1024,
  objects: 50,
  fieldsOfObject: 20,
  triggersOfObject: 10,
  conditionsOfTrigger: 50,
  actionsOfTrigger: 25,
  conditionsOfFilter: 20,
  fieldsOfKind: 5,
  optionsOfField: 10,
}

/** The lists, and the keys that an entry of each must have. */
const lists = {
  objects: ['key', 'title', 'title_pluralized', 'include_in_list_view'],
  object_fields: ['key', 'title', 'type', 'object_key'],
  object_triggers: ['key', 'object_key', 'title', 'actions', 'conditions'],
}

/**
 * Checks the custom objects of requirements.json: objects, their fields and triggers, and that these belong
 * to an object that is there.
 *
 * @param {Json} value
 * @param {FileReport} told
 */
export function checkCustomObjects(value, told) {
  if (!isObject(value)) {
    told.error(
      [type],
      'the value is not an object',
      `write { "${Object.keys(lists).join('": [ … ], "')}": [ … ] }`,
    )
    return
  }
  if (Object.values(value).every((list) => Array.isArray(list) && list.length === 0)) {
    told.error([type], 'nothing is in it', 'add an object, or take the key out')
    return
  }
  const text = JSON.stringify(value)
  const bytes = Buffer.byteLength(text)
  if (bytes > most.bytes)
    told.error([type], `the custom objects take ${bytes} bytes`, `take at most ${most.bytes}`)
  if (/\{\{\s*setting\.[\w.-]+\s*\}\}/.test(text))
    told.error(
      [type],
      'a placeholder {{setting. …}} is in it, which nothing fills in',
      'write the value itself',
    )
  const objects = entriesOf('objects', value, told)
  const fields = entriesOf('object_fields', value, told)
  const triggers = entriesOf('object_triggers', value, told)
  if (objects.length > most.objects)
    told.error([type, 'objects'], `the app brings ${objects.length} objects`, `bring at most ${most.objects}`)
  checkPerObject(fields, 'fields', most.fieldsOfObject, told)
  checkPerObject(triggers, 'triggers', most.triggersOfObject, told)
  for (const kind of ['dropdown', 'multiselect']) {
    const ofKind = fields.filter(({ entry }) => entry['type'] === kind)
    checkPerObject(ofKind, `fields of the type ${kind}`, most.fieldsOfKind, told)
    for (const { entry, steps } of ofKind) checkOptions(entry['custom_field_options'], steps, told)
  }
  for (const { entry, steps } of fields) {
    const count = conditionsIn(entry['relationship_filter'])
    checkCount(count, most.conditionsOfFilter, 'conditions', [...steps, 'relationship_filter'], told)
  }
  for (const trigger of triggers) checkTrigger(trigger, told)
  if (value['objects'] !== undefined && !Array.isArray(value['objects'])) return
  const keys = new Set(objects.map(({ entry }) => entry['key']))
  for (const { entry, steps } of [...fields, ...triggers]) {
    if (Object.hasOwn(entry, 'object_key') && !keys.has(own(entry, 'object_key') ?? null))
      told.error(
        [...steps, 'object_key'],
        'no object has this key',
        'name the key of an object that the app brings',
      )
  }
}

/**
 * The entries of one of the lists; what is wrong with their shape is reported.
 *
 * @param {keyof typeof lists} list
 * @param {JsonObject} value
 * @param {FileReport} told
 * @returns {Placed[]}
 */
function entriesOf(list, value, told) {
  const items = value[list] ?? []
  if (!Array.isArray(items)) {
    told.error([type, list], 'the value is not an array', 'write [ … ]')
    return []
  }
  return items.flatMap((entry, index) => {
    const steps = [type, list, index]
    const missing = lists[list].filter((key) => !isObject(entry) || !Object.hasOwn(entry, key))
    if (missing.length > 0)
      told.error(
        steps,
        `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing`,
        'add what is missing',
      )
    return isObject(entry) ? [{ entry, steps }] : []
  })
}

/** @param {Placed} trigger @param {FileReport} told */
function checkTrigger({ entry: { conditions, actions }, steps }, told) {
  if (conditions !== undefined) {
    const isShaped =
      isObject(conditions) &&
      Object.keys(conditions).every((key) => key === 'all' || key === 'any') &&
      Object.values(conditions).some((list) => Array.isArray(list))
    const at = [...steps, 'conditions']
    if (!isShaped) told.error(at, 'the conditions have another shape', 'write { "all": [ … ], "any": [ … ] }')
    else if (conditionsIn(conditions) === 0) told.error(at, 'the trigger has no condition', 'add one')
    checkCount(conditionsIn(conditions), most.conditionsOfTrigger, 'conditions', at, told)
  }
  if (actions !== undefined) {
    const at = [...steps, 'actions']
    if (!Array.isArray(actions)) told.error(at, 'the value is not an array', 'write [ … ]')
    else if (actions.length === 0) told.error(at, 'the trigger does nothing', 'add an action')
    else checkCount(actions.length, most.actionsOfTrigger, 'actions', at, told)
  }
}

/** @param {Json | undefined} options @param {import('./report.mjs').Steps} steps @param {FileReport} told */
function checkOptions(options, steps, told) {
  if (Array.isArray(options))
    checkCount(options.length, most.optionsOfField, 'options', [...steps, 'custom_field_options'], told)
}

/** @param {Json | undefined} conditions */
function conditionsIn(conditions) {
  if (!isObject(conditions)) return 0
  return [conditions['all'], conditions['any']].reduce(
    (/** @type {number} */ sum, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  )
}

/**
 * @param {number} count @param {number} limit @param {string} what
 * @param {import('./report.mjs').Steps} steps @param {FileReport} told
 */
function checkCount(count, limit, what, steps, told) {
  if (count > limit) told.error(steps, `there are ${count} ${what}`, `have at most ${limit}`)
}

/** @param {Placed[]} entries @param {string} what @param {number} limit @param {FileReport} told */
function checkPerObject(entries, what, limit, told) {
  /** @type {Map<Json, number>} */
  const counts = new Map()
  for (const { entry } of entries) {
    const key = own(entry, 'object_key') ?? ''
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const [key, count] of counts)
    checkCount(count, limit, `${what} of the object ${JSON.stringify(key)}`, [type], told)
}
