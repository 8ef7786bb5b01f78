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
 * @typedef {object} Problem
 * @property {'error' | 'warning'} level Zendesk refuses an app for an error and only mentions a warning
 * @property {string} place the file, and the key in it
 * @property {string} says one sentence
 */

/**
 * Makes the reporter that the checks share.
 *
 * @param {Problem[]} problems
 */
export const reporter = (problems) => ({
  /** @param {string} place @param {string} says */
  error: (place, says) => void problems.push({ level: 'error', place, says }),
  /** @param {string} place @param {string} says */
  warn: (place, says) => void problems.push({ level: 'warning', place, says }),
})
/** @typedef {ReturnType<typeof reporter>} Report */

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
 * @param {Uint8Array} bytes
 */
export const textOf = (bytes) => new TextDecoder().decode(bytes)

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The JSON of a file of the app; undefined, and reported, when it is not JSON.
 *
 * @param {AppFiles} app
 * @param {string} path a file that exists
 * @param {Report} report
 * @returns {unknown}
 */
export function readJson(app, path, report) {
  try {
    return JSON.parse(textOf(app.files.get(path) ?? new Uint8Array()))
  } catch (error) {
    report.error(path, `It is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`)
    return undefined
  }
}
