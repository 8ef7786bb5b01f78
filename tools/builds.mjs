// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readRecord } from './build-record.mjs'
import { inRoot, root } from './root.mjs'

/** The three builds, each with a file that is there once it is built. */
const outputs = {
  app: 'dist/app/assets/iframe.html',
  host: 'dist/host/index.html',
  simulator: 'dist/simulator/main.js',
}
/** @typedef {keyof typeof outputs} BuildName */

/** The simulator as a program, once it is built. */
export const program = inRoot(outputs.simulator)

/** Files that no build reads as a source and every build depends on. */
export const always = [
  'package-lock.json',
  'webpack.config.mjs',
  'tools/catalogue.mjs',
  'tools/integration-folders.mjs',
  'tools/check-integrations.mjs',
  'tools/preload-first.mjs',
  '.swcrc',
]

/**
 * The builds that are missing, older than something that they read, or not made for production.
 *
 * @param {BuildName[]} names
 * @param {string} folder of the project
 */
export const staleBuilds = (names = ['app', 'host', 'simulator'], folder = root) =>
  names.filter((name) => !isCurrent(name, folder))

/** @param {BuildName} name @param {string} folder */
function isCurrent(name, folder) {
  const record = readRecord(name, folder)
  if (record?.mode !== 'production' || !existsSync(join(folder, outputs[name]))) return false
  return [...always, ...record.read].every((path) => isUnchanged(join(folder, path), record.began))
}

/**
 * A folder is unchanged when nothing was put in or taken out and nothing below it changed.
 *
 * @param {string} path
 * @param {number} since ms since 1970
 * @returns {boolean}
 */
function isUnchanged(path, since) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || stat.mtimeMs > since) return false
  return !stat.isDirectory() || readdirSync(path).every((name) => isUnchanged(join(path, name), since))
}

/**
 * Builds for production, through the same configuration as `npm run build`.
 *
 * @param {BuildName[]} names
 * @returns {Promise<string | undefined>} what went wrong, in webpack's words
 */
export async function build(names) {
  const { default: webpack } = await import('webpack')
  const { default: configure } = await import('../webpack.config.mjs')
  const wanted = configure({}, { mode: 'production' }).filter(({ name }) => names.some((one) => one === name))
  const compiler = webpack(/** @type {import('webpack').Configuration[]} */ (wanted))
  if (!compiler) throw new Error('webpack made no compiler')
  const problem = await new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error)
      else resolve(stats?.hasErrors() ? stats.toString({ preset: 'errors-only', colors: false }) : undefined)
    })
  })
  // Writes the cache; without it the next build begins from nothing.
  await new Promise((resolve) => compiler.close(resolve))
  return problem
}
