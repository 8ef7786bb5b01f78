// @ts-check
import { checkIcons, checkLogos } from './check-images.mjs'
import { textOf } from './read-folder.mjs'
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
  { kind: 'mpeg', bytes: [0x49, 0x44, 0x33] },
]

/** What the documentation lists for assets/. Others pass the validator, and may be refused later. */
const listed = 'png jpg jpeg gif svg js htm html css map eot woff woff2 otf ttf json xml hbs hdbs'.split(' ')

/** Hosts that an address without encryption may name: nothing is sent to them. */
const known = ['www.w3.org', 'localhost', '127.0.0.1', 'fb.me', 'example.com']

/**
 * Checks the files of the package: kinds, links, logos, icons, and what Zendesk does to an SVG.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {import('../../src/zis/json.ts').JsonObject | undefined} manifest
 * @param {import('./report.mjs').Report} report
 */
export function checkAssets(app, manifest, report) {
  for (const path of app.links)
    report
      .of(path)
      .error([], 'the file is a symbolic link, which Zendesk refuses', 'put the file itself there')
  for (const [path, bytes] of app.files) {
    const told = report.of(path)
    checkKind(path, bytes, told)
    if (/^assets\/.*\.svg$/.test(path)) checkSvg(path, textOf(bytes), told)
    if (/\.(js|jsx|html?)$/.test(path)) checkRequests(textOf(bytes), told)
  }
  checkLogos(app, manifest, report)
  checkIcons(app, manifest, report)
}

/** @param {string} path @param {Uint8Array} bytes @param {import('./report.mjs').FileReport} told */
function checkKind(path, bytes, told) {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const kind = refused.includes(extension)
    ? extension
    : beginnings.find((known) => known.bytes.every((byte, at) => bytes[at] === byte))?.kind
  if (kind !== undefined) {
    told.error([], `Zendesk refuses files of the kind ${kind}`, 'take it out, and link to it instead')
  } else if (path.startsWith('assets/') && !listed.includes(extension)) {
    const says = 'the documentation lists no files of this kind for an app'
    told.warn([], says, `use one of ${listed.join(', ')}`)
  }
}

/** @param {string} path @param {string} text @param {import('./report.mjs').FileReport} told */
function checkSvg(path, text, told) {
  for (const { says, wayOut } of changedBySanitiser(text)) told.error([], says, wayOut)
  if (!/\/icon_[a-z_]+\.svg$/.test(path)) return
  const isSized = /<svg\b[^>]*\bviewBox\s*=/.test(text)
  const symbols = text.match(/<symbol\b[^>]*>/g) ?? []
  const areSymbolsSized = symbols.length > 0 && symbols.every((symbol) => /\bviewBox\s*=/.test(symbol))
  if (!isSized && !areSymbolsSized)
    told.error([], 'the icon has no viewBox', 'add viewBox="0 0 18 18" to the svg, or to each symbol')
  if (symbols.length > 0 && !symbols.some((symbol) => /\bid\s*=\s*["']default["']/.test(symbol)))
    told.error([], 'no symbol of the icon is shown at the start', 'give one of them id="default"')
}

/** @param {string} text @param {import('./report.mjs').FileReport} told */
function checkRequests(text, told) {
  const hosts = [...text.matchAll(/\bhttp:\/\/([\w.-]+)/g)].map((found) => found[1] ?? '')
  const strange = [...new Set(hosts.filter((host) => !known.includes(host)))]
  if (strange.length > 0)
    told.warn(
      [],
      `the file names addresses without encryption: ${strange.join(', ')}`,
      'begin them with https://',
    )
}
