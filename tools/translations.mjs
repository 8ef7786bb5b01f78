// @ts-check
// npm run -s translations -- path/to/integration: prints the English texts, key by key, for who translates them.
// With languages behind it (… de fr) it completes those translations instead.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { join } from 'node:path'
import { completed } from './complete-translation.mjs'

register('./ts-loader.mjs', import.meta.url)
const { textsOf } = await import('../src/zis/integration/texts.ts')
const { isSpoken, spokenLocales } = await import('../src/zis/integration/locales.ts')

const json = (/** @type {object} */ value) => `${JSON.stringify(value, null, 2)}\n`

/** @param {string | undefined} folder @param {string[]} locales @returns {string | undefined} what went wrong */
function main(folder, locales) {
  const file = folder === undefined ? undefined : join(folder, 'integration.json')
  if (folder === undefined || file === undefined || !existsSync(file)) {
    return 'Name the folder of an integration: npm run -s translations -- path/to/integration [language …]'
  }
  const unknown = locales.find((locale) => !isSpoken(locale))
  if (unknown !== undefined) {
    return `The app does not speak "${unknown}". It speaks ${spokenLocales.join(', ')}, and English.`
  }
  const texts = textsOf(JSON.parse(readFileSync(file, 'utf8')))
  if (locales.length === 0) {
    process.stdout.write(json(Object.fromEntries(texts.map(({ key, text }) => [key, text]))))
    return undefined
  }
  mkdirSync(join(folder, 'translations'), { recursive: true })
  for (const locale of locales) {
    const path = join(folder, 'translations', `${locale}.json`)
    const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
    const { words, empty, unused } = completed(texts, before)
    writeFileSync(path, json(words))
    console.log(`${path}: ${empty.length} to be translated, ${unused.length} taken out`)
    for (const key of unused) console.log(`  ${key}: ${JSON.stringify(before[key])}`)
  }
  return undefined
}

const [folder, ...locales] = process.argv.slice(2)
const failed = main(folder, locales)
if (failed !== undefined) {
  console.error(failed)
  process.exitCode = 1
}
