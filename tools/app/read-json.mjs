// @ts-check
import { readJson } from '../../src/zis/json-text/read-json.ts'
import { isObject } from '../../src/zis/json.ts'
import { textOf } from './read-folder.mjs'

/** Faults that leave a text JSON: it can be checked further. */
const lenient = ['json.duplicate-key', 'json.inexact-number']

/**
 * Reads a JSON file of the app that must hold an object. What is wrong with the text itself is reported.
 *
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {string} path a file that exists
 * @param {import('./report.mjs').Report} report
 * @param {{ isAsWritten: boolean }} how whether its lines are those of the author's own file
 * @returns {JsonFile | undefined} undefined when there is nothing to check further
 */
export function readObject(app, path, report, { isAsWritten }) {
  const text = textOf(app.files.get(path))
  const { value, root, faults } = readJson(text)
  const told = report.of(path, isAsWritten ? { text, root } : undefined)
  for (const { code, offset, message, way_out } of faults) {
    if (code !== 'json.inexact-number') told.fault(offset, message, way_out)
  }
  if (faults.some(({ code }) => !lenient.includes(code))) return undefined
  if (isObject(value)) return { value, told }
  told.fault(0, 'the file holds no JSON object', 'begin it with { and end it with }')
  return undefined
}

/**
 * @typedef {object} JsonFile
 * @property {import('../../src/zis/json.ts').JsonObject} value
 * @property {import('./report.mjs').FileReport} told where to report what is wrong with it
 */
