// @ts-check
import { isObject } from '../../src/zis/json.ts'

/** `mtls` is none of them yet: Zendesk refuses it in an upload (zaf 8). */
const types = ['text', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth']
const scopes = [
  'header',
  'body',
  'url',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
]

/** @typedef {import('../../src/zis/json.ts').JsonObject} JsonObject */
/** @typedef {import('./report.mjs').FileReport} FileReport */

/**
 * Checks the manifest's settings, which an admin fills in when the app is installed.
 *
 * @param {unknown} parameters
 * @param {FileReport} told
 * @returns {string[]} their names; each may have a label in the translations
 */
export function checkParameters(parameters, told) {
  if (parameters === undefined || parameters === null) return []
  if (!Array.isArray(parameters)) {
    told.error(['parameters'], 'the value is not an array', 'write [{ "name": …, "type": … }]')
    return []
  }
  /** @type {string[]} */
  const names = []
  parameters.forEach((parameter, index) => {
    const steps = ['parameters', index]
    if (!isObject(parameter) || typeof parameter['name'] !== 'string' || parameter['name'] === '') {
      told.error(steps, 'the parameter has no name', 'write { "name": …, "type": … }')
      return
    }
    const { name } = parameter
    if (name === 'name') told.error(steps, '"name" is taken: it is the name of the app', 'rename it')
    if (names.includes(name)) told.error(steps, `another parameter is called "${name}" already`, 'rename one')
    names.push(name)
    checkParameter(steps, name, parameter, told)
  })
  if (parameters.filter((one) => isObject(one) && one['type'] === 'oauth').length > 1)
    told.error(['parameters'], 'more than one parameter has the type oauth', 'keep one of them')
  return names
}

/**
 * @param {import('./report.mjs').Steps} steps
 * @param {string} name
 * @param {JsonObject} parameter
 * @param {FileReport} told
 */
function checkParameter(steps, name, parameter, told) {
  const type = parameter['type'] ?? 'text'
  const { secure, required } = parameter
  if (typeof type !== 'string' || !types.includes(type))
    told.error(steps, `"${name}" has a type that Zendesk does not take`, `write one of ${types.join(', ')}`)
  for (const key of ['required', 'secure']) {
    if (typeof (parameter[key] ?? false) !== 'boolean')
      told.error([...steps, key], `"${key}" of "${name}" is neither true nor false`, 'write one of them')
  }
  if (type === 'hidden' && required === true)
    told.error(steps, `"${name}" is hidden, and nobody can fill it in`, 'take "required" out')
  if (type === 'oauth' && secure === true)
    told.error(steps, `"${name}" has the type oauth, which is kept safe as it is`, 'take "secure" out')
  checkScopes(steps, name, parameter, told)
  if (type === 'text' && secure !== true && /token|key|pwd|password/i.test(name))
    told.warn(steps, `"${name}" sounds like a secret and is not secure`, 'write "secure": true, or rename it')
  if (parameter['default'] !== undefined && (secure === true || type === 'hidden')) {
    const how = secure === true ? 'secure' : 'hidden'
    told.warn(steps, `"${name}" is ${how} and has a default that everybody can read`, 'take "default" out')
  }
}

/**
 * @param {import('./report.mjs').Steps} steps
 * @param {string} name
 * @param {JsonObject} parameter
 * @param {FileReport} told
 */
function checkScopes(steps, name, { secure, scopes: given }, told) {
  const some = `name some of ${scopes.join(', ')}`
  if (given === undefined || given === null) {
    if (secure === true)
      told.warn(steps, `"${name}" is secure and may be used anywhere in a request`, `write "scopes": ${some}`)
  } else if (secure !== true) {
    told.error(steps, `"${name}" has scopes and is not secure`, 'write "secure": true, or take "scopes" out')
  } else if (!Array.isArray(given) || given.length === 0) {
    told.error(steps, `the scopes of "${name}" are not an array, or an empty one`, some)
  } else if (!given.every((scope) => typeof scope === 'string' && scopes.includes(scope))) {
    told.error(steps, `"${name}" has scopes that Zendesk does not know`, some)
  }
}
