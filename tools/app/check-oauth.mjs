// @ts-check
import { isObject, own } from '../../src/zis/json.ts'

const required = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri']

/**
 * Checks the sign-in that Zendesk itself does for an app, and the setting that keeps its token.
 *
 * @param {import('../../src/zis/json.ts').JsonObject} manifest
 * @param {import('./report.mjs').FileReport} told
 */
export function checkOauth({ oauth, parameters }, told) {
  if (oauth === undefined || oauth === null || oauth === false) return
  if (!isObject(oauth)) {
    told.error(['oauth'], 'the value is not an object', `write one with ${required.join(', ')}`)
    return
  }
  for (const key of required) {
    const value = own(oauth, key)
    if (typeof value !== 'string' || value === '')
      told.error(['oauth', key], 'the text is missing', 'add it, or take oauth out')
  }
  const list = Array.isArray(parameters) ? parameters : []
  if (!list.some((one) => isObject(one) && one['type'] === 'oauth'))
    told.error(['oauth'], 'no parameter keeps the token', 'add a parameter of the type oauth')
}
