// @ts-check
import { lstatSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A Zendesk app as the files of its package.
 *
 * @typedef {object} AppFiles
 * @property {Map<string, Uint8Array>} files by path below the app's folder, with `/`
 * @property {string[]} links paths that are symbolic links, which Zendesk refuses
 */

/**
 * Reads an app's folder as Zendesk's validator scans it: no dot-files, and no `tmp/`.
 *
 * @param {string} folder the one that directly contains manifest.json
 * @returns {AppFiles}
 */
export function readAppFolder(folder) {
  /** @type {AppFiles} */
  const app = { files: new Map(), links: [] }
  /** @param {string} below */
  const walk = (below) => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      if (name.startsWith('.') || (below === '' && name === 'tmp')) continue
      const path = below === '' ? name : `${below}/${name}`
      const stat = lstatSync(join(folder, path))
      if (stat.isSymbolicLink()) app.links.push(path)
      else if (stat.isDirectory()) walk(path)
      else app.files.set(path, readFileSync(join(folder, path)))
    }
  }
  walk('')
  return app
}

/**
 * @param {Uint8Array | undefined} bytes nothing, of a file that is not there, is an empty text
 */
export const textOf = (bytes) => new TextDecoder().decode(bytes)
