// @ts-check
import { zipSync } from 'fflate'
import { isObject } from '../../src/zis/json.ts'
import { textOf } from './read-folder.mjs'

const utf8 = new TextEncoder()

/** One date for every file, so that the same files make the same zip on any day. */
const date = new Date(2000, 0, 1)

/**
 * The package that Admin Center takes: manifest.json at the root, assets/ and translations/, and
 * requirements.json when the app brings something.
 * Equal files make an equal zip, byte for byte.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 */
export function zipApp({ files }) {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(
    Object.fromEntries(sorted.map(([path, bytes]) => [path, [bytes, { level: 9, mtime: date }]])),
  )
}

/**
 * Leaves out what nobody reads in a package. The app carries its own words in its script; of
 * translations/ Zendesk reads the texts under `app` only.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @returns {import('./read-folder.mjs').AppFiles}
 */
export function trimApp({ files, links }) {
  const kept = [...files]
    .filter(([path]) => /^(manifest|requirements)\.json$|^(assets|translations)\//.test(path))
    .filter(([path]) => !path.endsWith('.map'))
    .map(
      ([path, bytes]) =>
        /** @type {const} */ ([path, path.startsWith('translations/') ? appWords(bytes) : bytes]),
    )
  return { files: new Map(kept), links }
}

/** @param {Uint8Array} bytes a file of translations; one that is not as expected is left for the validator */
function appWords(bytes) {
  try {
    const words = JSON.parse(textOf(bytes))
    return isObject(words) ? utf8.encode(JSON.stringify({ app: words['app'] })) : bytes
  } catch {
    return bytes
  }
}

/**
 * The app with another catalogue in place of the one that it was built with, and with what its
 * integration requires of the account.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {Array<[file: string, text: string]>} catalogue the catalogue and its words, each language by itself
 * @param {Uint8Array} [requirements] the text of requirements.json, when the integration has one
 * @returns {import('./read-folder.mjs').AppFiles}
 */
export function withCatalogue({ files, links }, catalogue, requirements) {
  const all = new Map(files)
  for (const [file, text] of catalogue) all.set(`assets/${file}`, utf8.encode(text))
  if (requirements !== undefined) all.set('requirements.json', requirements)
  return { files: all, links }
}
