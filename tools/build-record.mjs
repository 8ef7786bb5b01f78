// @ts-check
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { root } from './root.mjs'

/**
 * @typedef {object} Recorded
 * @property {number} began ms since 1970
 * @property {string | undefined} mode `production` or `development`
 * @property {string[]} read files, and folders with all that is in them, from the project's folder
 * @property {string[]} first the scripts of the first load, from the output folder
 */

const recordFile = (/** @type {string} */ name, /** @type {string} */ folder) =>
  join(folder, 'dist/.builds', `${name}.json`)

/**
 * @param {string} name
 * @param {string} folder of the project
 * @returns {Recorded | undefined} undefined when there was no such build
 */
export function readRecord(name, folder = root) {
  const file = recordFile(name, folder)
  return isFile(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/**
 * A build leaves a record of itself: when it began, in which mode, and the files that it read. With it,
 * "is this build current?" is a question of a few file times, answered without webpack. The times of the
 * output files would not do: webpack leaves a file alone whose content stays the same.
 */
export class BuildRecord {
  /**
   * @param {string} name
   * @param {string} folder of the project; files outside of it are not recorded
   */
  constructor(name, folder = root) {
    this.name = name
    this.folder = folder
  }

  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    let began = 0
    const begin = () => {
      began = Date.now()
    }
    compiler.hooks.run.tap('BuildRecord', begin)
    compiler.hooks.watchRun.tap('BuildRecord', begin)
    compiler.hooks.done.tap('BuildRecord', ({ compilation }) => {
      if (compilation.errors.length > 0) return
      // Among the files are folders that were only looked into for a package.json.
      const files = [...compilation.fileDependencies].filter((path) => isFile(path))
      const read = new Set([...files, ...compilation.contextDependencies])
      const ours = [...read].map((path) => relative(this.folder, path)).filter(isOurs)
      const file = recordFile(this.name, this.folder)
      /** @type {Recorded} */
      const record = {
        began,
        mode: compiler.options.mode,
        read: ours.sort(),
        first: firstScripts(compilation),
      }
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(record))
    })
  }
}

/**
 * The scripts that are loaded before anything can be seen: those of the entries, and those that the
 * entries themselves import as soon as they run.
 *
 * @param {import('webpack').Compilation} compilation
 */
export function firstScripts({ entrypoints }) {
  const groups = [...entrypoints.values()].flatMap((entry) => [entry, ...entry.getChildren()])
  return [...new Set(groups.flatMap((group) => group.getFiles()))]
    .filter((file) => file.endsWith('.js'))
    .sort()
}

/** @param {string} path */
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** @param {string} path */
const isOurs = (path) =>
  path !== '' && !path.startsWith('..') && !isAbsolute(path) && !/^(node_modules|dist|\.cache)\b/.test(path)
