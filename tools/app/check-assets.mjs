// @ts-check
import { isObject, textOf } from './read-folder.mjs'
import { changedBySanitiser } from './svg.mjs'

/** Kinds of files that Zendesk refuses, by their extension. */
const refused =
  'rar zip gz gzip pdf doc docx avi bin bz bz2 csh sh jar mp3 mpeg odt pptx ppt xls xlsx 7z'.split(' ')

/** And by how they begin, whatever they are called. */
const beginnings = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
]

const logos = [
  { path: 'assets/logo.png', sizes: [[320, 320]] },
  { path: 'assets/logo-small.png', sizes: [[128, 128]] },
]
const bannerSizes = [
  [830, 200],
  [1660, 400],
]

/** Hosts that an address without encryption may name: nothing is sent to them. */
const known = ['www.w3.org', 'localhost', '127.0.0.1', 'fb.me', 'example.com']

/** Locations that show an icon, in each product. */
const withIcon = { support: ['top_bar', 'nav_bar', 'system_top_bar', 'ticket_editor'], sell: ['top_bar'] }

/**
 * Checks the files of the package: kinds, links, logos, icons, and what Zendesk does to an SVG.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {unknown} location the manifest's
 * @param {import('./read-folder.mjs').Report} report
 */
export function checkAssets(app, location, report) {
  for (const path of app.links)
    report.error(path, 'It is a symbolic link, which Zendesk refuses in a package.')
  for (const [path, bytes] of app.files) {
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
    const kind = refused.includes(extension)
      ? extension
      : beginnings.find((known) => known.bytes.every((byte, at) => bytes[at] === byte))?.kind
    if (kind !== undefined) report.error(path, `Files of the kind ${kind} are refused.`)
    if (/^assets\/.*\.svg$/.test(path)) checkSvg(path, textOf(bytes), report)
    if (/\.(js|jsx|html?)$/.test(path)) checkRequests(path, textOf(bytes), report)
  }
  for (const { path, sizes } of logos) {
    if (app.files.has(path)) checkPng(path, app, sizes, report)
    else report.error(path, 'The file is required and missing.')
  }
  if (app.files.has('assets/banner.png')) checkPng('assets/banner.png', app, bannerSizes, report)
  checkIcons(app, location, report)
}

/** @param {string} path @param {string} text @param {import('./read-folder.mjs').Report} report */
function checkSvg(path, text, report) {
  for (const says of changedBySanitiser(text)) report.error(path, says)
  const isSized = /<svg\b[^>]*\bviewBox\s*=/.test(text)
  const symbols = text.match(/<symbol\b[^>]*>/g) ?? []
  const areSymbolsSized = symbols.length > 0 && symbols.every((symbol) => /\bviewBox\s*=/.test(symbol))
  if (/\/icon_[a-z_]+\.svg$/.test(path) && !isSized && !areSymbolsSized) {
    report.error(path, 'An icon needs a viewBox, on the svg or on each symbol.')
  }
}

/**
 * @param {string} path @param {string} text @param {import('./read-folder.mjs').Report} report
 */
function checkRequests(path, text, report) {
  const hosts = [...text.matchAll(/\bhttp:\/\/([\w.-]+)/g)].map((found) => found[1] ?? '')
  const strange = new Set(hosts.filter((host) => !known.includes(host)))
  if (strange.size > 0)
    report.warn(path, `It names addresses without encryption: ${[...strange].join(', ')}.`)
}

/**
 * @param {string} path
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {number[][]} sizes
 * @param {import('./read-folder.mjs').Report} report
 */
function checkPng(path, app, sizes, report) {
  const bytes = app.files.get(path) ?? new Uint8Array()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // A PNG begins with an eight-byte signature and its IHDR: length, name, width, height.
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    report.error(path, 'It is not a PNG image.')
    return
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (!sizes.some(([w, h]) => w === width && h === height)) {
    const wanted = sizes.map((size) => size.join(' x ')).join(' or ')
    report.error(path, `It has ${width} x ${height} pixels and needs ${wanted}.`)
  }
}

/**
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {unknown} location
 * @param {import('./read-folder.mjs').Report} report
 */
function checkIcons(app, location, report) {
  if (!isObject(location)) return
  const products = Object.keys(location)
  for (const [product, places] of Object.entries(location)) {
    const names = withIcon[/** @type {keyof typeof withIcon} */ (product)] ?? []
    for (const name of names.filter((one) => isObject(places) && places[one] !== undefined)) {
      const base = products.length > 1 ? `assets/${product}/icon_${name}` : `assets/icon_${name}`
      if (app.files.has(`${base}.svg`) || app.files.has(`${base}_inactive.png`)) continue
      report.error(`${base}.svg`, `The icon of ${product}.${name} is missing.`)
    }
  }
}
