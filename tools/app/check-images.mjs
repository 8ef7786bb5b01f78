// @ts-check
import { isObject } from '../../src/zis/json.ts'
import { productOf, productsOf } from './products.mjs'

/** @typedef {import('./read-folder.mjs').AppFiles} AppFiles */
/** @typedef {import('../../src/zis/json.ts').JsonObject} JsonObject */

const logos = [
  { name: 'logo.png', sizes: [[320, 320]] },
  { name: 'logo-small.png', sizes: [[128, 128]] },
]
const bannerSizes = [
  [830, 200],
  [1660, 400],
]

/** Locations that show an icon, in each product. @type {{ [product: string]: string[] }} */
const withIcon = { support: ['top_bar', 'nav_bar', 'system_top_bar', 'ticket_editor'], sell: ['top_bar'] }

/**
 * Checks the logos, of each product when the app is for several, and the banner for the marketplace.
 *
 * @param {AppFiles} app
 * @param {JsonObject | undefined} manifest
 * @param {import('./report.mjs').Report} report
 */
export function checkLogos(app, manifest, report) {
  const products = manifest ? productsOf(manifest) : []
  for (const folder of products.length > 1 ? products.map((product) => `${product}/`) : ['']) {
    for (const { name, sizes } of logos) {
      const path = `assets/${folder}${name}`
      const measures = sizes.map((size) => size.join(' x ')).join(' or ')
      if (app.files.has(path)) checkPng(path, app, sizes, report.of(path))
      else report.of(path).error([], 'the logo is missing', `add a PNG of ${measures} pixels`)
    }
  }
  const banner = 'assets/banner.png'
  if (app.files.has(banner)) checkPng(banner, app, bannerSizes, report.of(banner))
}

/**
 * @param {string} path
 * @param {AppFiles} app
 * @param {number[][]} sizes
 * @param {import('./report.mjs').FileReport} told
 */
function checkPng(path, app, sizes, told) {
  const bytes = app.files.get(path) ?? new Uint8Array()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const wayOut = `save it as a PNG of ${sizes.map((size) => size.join(' x ')).join(' or ')} pixels`
  // A PNG begins with an eight-byte signature and its IHDR: length, name, width, height.
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    told.error([], 'the file is not a PNG image', wayOut)
    return
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (!sizes.some(([w, h]) => w === width && h === height))
    told.error([], `the image has ${width} x ${height} pixels`, wayOut)
}

/**
 * Checks that a location that shows an icon has one. Zendesk would show an empty place.
 *
 * @param {AppFiles} app
 * @param {JsonObject | undefined} manifest
 * @param {import('./report.mjs').Report} report
 */
export function checkIcons(app, manifest, report) {
  const location = manifest?.['location']
  if (!manifest || !isObject(location)) return
  const isForSeveral = productsOf(manifest).length > 1
  for (const [name, places] of Object.entries(location)) {
    const product = productOf(name)
    if (product === undefined || !isObject(places)) continue
    for (const place of (withIcon[product] ?? []).filter((one) => Object.hasOwn(places, one))) {
      const base = isForSeveral ? `assets/${product}/icon_${place}` : `assets/icon_${place}`
      if (app.files.has(`${base}.svg`) || app.files.has(`${base}_inactive.png`)) continue
      report
        .of(`${base}.svg`)
        .error([], `the icon of ${name}.${place} is missing`, 'add an SVG with a viewBox')
    }
  }
}
