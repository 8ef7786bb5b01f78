// @ts-check
import { isObject } from './read-folder.mjs'

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

/**
 * Checks the manifest's settings, which an admin fills in when the app is installed.
 *
 * @param {unknown} parameters
 * @param {import('./read-folder.mjs').Report} report
 * @returns {string[]} their names; each may have a label in the translations
 */
export function checkParameters(parameters, report) {
  const all = 'manifest.json, parameters'
  if (parameters === undefined) return []
  if (!Array.isArray(parameters)) {
    report.error(all, 'It must be an array.')
    return []
  }
  /** @type {string[]} */
  const names = []
  parameters.forEach((parameter, index) => {
    const here = `${all}[${index}]`
    if (!isObject(parameter) || typeof parameter['name'] !== 'string') {
      report.error(here, 'It must be an object with a name.')
      return
    }
    const { name } = parameter
    if (name === 'name') report.error(here, 'A parameter must not be called "name".')
    if (names.includes(name)) report.error(here, `Another parameter is called "${name}" already.`)
    names.push(name)
    checkParameter(here, { ...parameter, name }, report)
  })
  if (parameters.filter((p) => isObject(p) && p['type'] === 'oauth').length > 1) {
    report.error(all, 'Only one parameter may have the type oauth.')
  }
  return names
}

/**
 * @param {string} here
 * @param {Record<string, unknown> & { name: string }} parameter
 * @param {import('./read-folder.mjs').Report} report
 */
function checkParameter(here, parameter, report) {
  const { name, type = 'text', secure, required } = parameter
  if (typeof type !== 'string' || !types.includes(type)) {
    report.error(here, `The type of "${name}" must be one of ${types.join(', ')}.`)
  }
  for (const key of ['required', 'secure']) {
    if (parameter[key] !== undefined && typeof parameter[key] !== 'boolean') {
      report.error(here, `"${key}" of "${name}" must be true or false.`)
    }
  }
  if (type === 'hidden' && required === true)
    report.error(here, `"${name}" is hidden and cannot be required.`)
  if (type === 'oauth' && secure === true)
    report.error(here, `"${name}" has the type oauth and cannot be secure.`)
  checkScopes(here, parameter, report)
  if (type === 'text' && secure !== true && /token|key|pwd|password/i.test(name)) {
    report.warn(here, `"${name}" sounds like a secret and is not secure.`)
  }
  if (parameter['default'] !== undefined && (secure === true || type === 'hidden')) {
    report.warn(
      here,
      `"${name}" is ${secure === true ? 'secure' : 'hidden'} and has a default that everybody can read.`,
    )
  }
}

/**
 * @param {string} here
 * @param {Record<string, unknown> & { name: string }} parameter
 * @param {import('./read-folder.mjs').Report} report
 */
function checkScopes(here, { name, secure, scopes: given }, report) {
  if (given === undefined) {
    if (secure === true) report.warn(here, `"${name}" is secure and names no scopes.`)
  } else if (secure !== true) {
    report.error(here, `"${name}" has scopes, which only a secure parameter may have.`)
  } else if (!Array.isArray(given) || given.length === 0) {
    report.error(here, `The scopes of "${name}" must be an array that is not empty.`)
  } else if (!given.every((scope) => scopes.includes(scope))) {
    report.error(here, `The scopes of "${name}" must be among ${scopes.join(', ')}.`)
  }
}
