// @ts-check
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { filesOf } from './integration-folders.mjs'

/**
 * Judges the definition, the bundle and the translations of each folder, and whether they fit.
 *
 * @param {string[]} folders each with integration.json and bundle.json
 * @returns {Promise<{ lines: string[], hasErrors: boolean }>} a line for each error and warning
 */
export async function checkIntegrations(folders) {
  register('./ts-loader.mjs', import.meta.url)
  const { readIntegration } = await import('../src/zis/integration/read.ts')
  const { findingLine } = await import('../src/zis/findings.ts')
  const found = folders.flatMap((folder) =>
    readIntegration(
      filesOf(folder).map((path) => ({ name: path, text: readFileSync(path, 'utf8') })),
    ).files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding }))),
  )
  return {
    lines: found
      .filter(({ severity }) => severity !== 'note')
      .map(({ file, ...finding }) => findingLine(file, finding)),
    hasErrors: found.some(({ severity }) => severity === 'error'),
  }
}
