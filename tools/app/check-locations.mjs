// @ts-check
import { isObject, own } from '../../src/zis/json.ts'
import { productOf, products } from './products.mjs'

/** @typedef {import('./report.mjs').FileReport} FileReport */

const shape = 'write { "support": { "nav_bar": { "url": "assets/iframe.html" } } }'

/**
 * Checks where the app shows itself: product, then location, then the address of its page.
 *
 * @param {unknown} location
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {FileReport} told
 */
export function checkLocations(location, app, told) {
  if (location === undefined || location === null) {
    told.error(['location'], 'the key is missing', shape)
    return
  }
  if (!isObject(location)) {
    told.error(['location'], 'the value is not an object', shape)
    return
  }
  let isAnywhere = false
  for (const [product, places] of Object.entries(location)) {
    const known = productOf(product)
    if (known === undefined) {
      told.error(
        ['location', product],
        'no product is called so',
        `name one of ${Object.keys(products).join(', ')}`,
      )
    } else if (!isObject(places)) {
      told.error(['location', product], 'the value is not an object', shape)
    } else {
      isAnywhere ||= Object.keys(places).length > 0
      for (const [name, value] of Object.entries(places)) {
        checkLocation([product, name], value, own(products, known) ?? [], app, told)
      }
    }
  }
  if (!isAnywhere && Object.keys(location).every((name) => productOf(name) !== undefined))
    told.error(['location'], 'the app is in no location', shape)
}

/**
 * @param {[product: string, name: string]} at
 * @param {unknown} value a url, or options with one
 * @param {string[]} allowed
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {FileReport} told
 */
function checkLocation([product, name], value, allowed, app, told) {
  const steps = ['location', product, name]
  if (!allowed.includes(name)) {
    told.error(steps, `${product} has no such location`, `name one of ${allowed.join(', ')}`)
    return
  }
  const options = isObject(value) ? value : { url: value }
  const { url, autoLoad, flexible } = /** @type {Record<string, unknown>} */ (options)
  if (flexible !== undefined && flexible !== null && typeof flexible !== 'boolean')
    told.error([...steps, 'flexible'], 'the value is neither true nor false', 'write one of them')
  if (typeof url !== 'string' || url === '') {
    if (autoLoad !== false)
      told.error(steps, 'the url is missing', 'name a page below assets/, or write "autoLoad": false')
    return
  }
  if (url.includes('{{setting.')) return
  const problem = problemOfUrl(url, app)
  if (problem) told.error(steps, `the url "${url}" ${problem.says}`, problem.wayOut)
}

/** @param {string} url @param {import('./read-folder.mjs').AppFiles} app */
function problemOfUrl(url, app) {
  if (/\s/.test(url)) return { says: 'has a space in it', wayOut: 'rename the file' }
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    const parsed = URL.canParse(url) ? new URL(url) : undefined
    const isAllowed = parsed?.protocol === 'https:' || parsed?.hostname === 'localhost'
    return isAllowed
      ? undefined
      : { says: 'is not encrypted', wayOut: 'begin it with https://, or use localhost' }
  }
  if (!url.startsWith('assets/'))
    return {
      says: 'does not lead into assets/',
      wayOut: 'put the page there, and begin the url with assets/',
    }
  return app.files.has(url.replace(/[?#].*$/, ''))
    ? undefined
    : { says: 'leads to a file that does not exist', wayOut: 'add the file, or correct the url' }
}
