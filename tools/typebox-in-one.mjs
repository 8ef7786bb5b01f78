// @ts-check
// Jest loads all that a spec file needs once more for each file. typebox, without which no simulator
// starts, is 683 modules of a few lines each: put in one, it is loaded in a fifth of the time.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inRoot } from './root.mjs'

const parts = ['typebox', 'typebox/compile', 'typebox/schema', 'typebox/value']
const { version } = JSON.parse(readFileSync(inRoot('node_modules/typebox/package.json'), 'utf8'))
const folder = inRoot('.cache/typebox', version)
const fileOf = (/** @type {string} */ part) => `${part.replace('/', '-')}.cjs`

/** For jest's `moduleNameMapper`: each part that is imported, with the file that has it. */
export const typeboxInOne = Object.fromEntries(parts.map((part) => [`^${part}$`, join(folder, fileOf(part))]))

/** Makes the files, once for each version of typebox. Jest calls it before any spec. */
export default async function putTypeboxInOne() {
  if (existsSync(folder)) return
  mkdirSync(inRoot('.cache/typebox'), { recursive: true })
  const made = mkdtempSync(inRoot('.cache/typebox/new-'))
  const entry = parts.map((part, index) => `export * as part${index} from '${part}'`).join('\n')
  writeFileSync(join(made, 'entry.mjs'), entry)
  await pack(made)
  for (const [index, part] of parts.entries()) {
    const own = `Object.getOwnPropertyDescriptors(require('./all.cjs').part${index})`
    const text = `module.exports = Object.defineProperties({}, { ...${own}, __esModule: { value: true } })\n`
    writeFileSync(join(made, fileOf(part)), text)
  }
  try {
    renameSync(made, folder)
  } catch (problem) {
    // Another run that began at the same time was quicker.
    if (!existsSync(folder)) throw problem
    rmSync(made, { recursive: true })
  }
}

/** @param {string} made */
async function pack(made) {
  // It takes long to load, and is seldom needed.
  const { default: webpack } = await import('webpack')
  const packing = webpack({
    mode: 'production',
    target: 'node20',
    entry: join(made, 'entry.mjs'),
    output: { path: made, filename: 'all.cjs', library: { type: 'commonjs2' } },
    optimization: { minimize: false },
    resolve: { modules: [inRoot('node_modules')] },
  })
  const stats = await promisify(packing.run.bind(packing))()
  if (stats?.hasErrors()) throw new Error(stats.toString('errors-only'))
}
