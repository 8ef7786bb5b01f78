// @ts-check
import { Places } from '../../src/zis/json-text/places.ts'
import { offsetAt, pointerOf } from '../../src/zis/json-text/source-node.ts'

/**
 * @typedef {object} Problem
 * @property {'error' | 'warning'} level an error keeps the package from being written
 * @property {string} file
 * @property {import('../../src/zis/json-text/places.ts').Place} [place] in the file as its author wrote it
 * @property {string} [key] of the value that is wrong, such as `location.support.nav_bar`
 * @property {string} says what is wrong
 * @property {string} way_out what to do about it
 */

/** @typedef {Array<string | number>} Steps from the root of a JSON file to a value in it */

/**
 * A JSON text with where its values stand.
 *
 * @typedef {object} Located
 * @property {string} text
 * @property {import('../../src/zis/json-text/source-node.ts').SourceNode} root
 */

/**
 * Makes the reporter that the checks share; each file has its own face of it.
 *
 * @param {Problem[]} problems
 */
export const reporter = (problems) => ({
  /**
   * @param {string} file
   * @param {Located} [located] when the file is JSON and as its author wrote it
   */
  of(file, located) {
    const places = located && new Places(located.text)
    /** @param {Problem['level']} level */
    const report =
      (level) =>
      /** @param {Steps} steps @param {string} says @param {string} wayOut */
      (steps, says, wayOut) => {
        const at = located && steps.length > 0 ? offsetAt(located.root, pointerOf(steps), 'key') : undefined
        problems.push({
          level,
          file,
          ...(places !== undefined && at !== undefined && { place: places.at(at) }),
          ...(steps.length > 0 && { key: keyOf(steps) }),
          says,
          way_out: wayOut,
        })
      }
    return {
      error: report('error'),
      warn: report('warning'),
      /** Something is wrong with the text itself. @param {number} offset @param {string} says @param {string} wayOut */
      fault: (offset, says, wayOut) =>
        void problems.push({
          level: 'error',
          file,
          ...(places && { place: places.at(offset) }),
          says,
          way_out: wayOut,
        }),
    }
  },
})
/** @typedef {ReturnType<typeof reporter>} Report */
/** @typedef {ReturnType<Report['of']>} FileReport */

/** @param {Steps} steps */
const keyOf = (steps) =>
  steps.reduce(
    (/** @type {string} */ before, step) =>
      typeof step === 'number' ? `${before}[${step}]` : before === '' ? step : `${before}.${step}`,
    '',
  )

/**
 * The line that is printed for a problem.
 *
 * @param {Problem} problem
 */
export const lineOf = ({ level, file, place, key, says, way_out }) =>
  `${file}${place ? `:${place.line}:${place.column}` : ''}: ${level}: ${key ? `${key}: ` : ''}${says}; ${way_out}`
