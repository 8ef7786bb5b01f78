// @ts-check
// npm run package: writes the zip that an admin uploads in Admin Center.
// `npm run package -- path/to/integration` puts that folder's integration in it, without a rebuild.
import { existsSync, writeFileSync } from 'node:fs'
import { register } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { readRecord } from './build-record.mjs'
import { build, staleBuilds } from './builds.mjs'
import { checkIntegrations } from './check-integrations.mjs'
import { inRoot } from './root.mjs'

register('./ts-loader.mjs', import.meta.url)
const { bars, gzippedSize, packageApp } = await import('./app/package-app.mjs')
const { lineOf } = await import('./app/report.mjs')

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`

/** @param {string | undefined} integration */
async function main(integration) {
  const missing = ['integration.json', 'bundle.json'].find(
    (file) => integration !== undefined && !existsSync(join(integration, file)),
  )
  if (missing !== undefined) {
    return `${integration} is not the folder of an integration: it has no ${missing}.`
  }
  // The folder's name stands in addresses of the app.
  const folder = integration === undefined ? 'default' : basename(resolve(integration))
  if (!/^[\w.-]+$/.test(folder)) {
    return `The integration cannot be called "${folder}": rename the folder, with letters, digits, - and _ only.`
  }
  const { lines, hasErrors } = await checkIntegrations(integration === undefined ? [] : [integration])
  for (const line of lines) console.error(line)
  if (hasErrors) return 'No package was written: the integration has errors. docs/findings.md lists them all.'
  if (staleBuilds(['app']).length > 0) {
    console.log('Building the app …')
    const failed = await build(['app'])
    if (failed !== undefined) return failed
  }
  const { problems, name, zip } = packageApp(inRoot('dist/app'), integration)
  for (const problem of problems) console.error(lineOf(problem))
  if (name === undefined) return 'No package was written.'
  writeFileSync(inRoot('dist', name), zip)
  const first = gzippedSize(inRoot('dist/app'), readRecord('app')?.first ?? [])
  console.log(`dist/${name}  ${kB(zip.length)}  first load ${kB(first)} of script, gzipped`)
  if (zip.length > bars.zip) return `The package is over its bar of ${kB(bars.zip)}.`
  if (first > bars.firstLoad) return `The first load is over its bar of ${kB(bars.firstLoad)}.`
  return undefined
}

const failed = await main(process.argv[2])
if (failed !== undefined) {
  console.error(failed)
  process.exitCode = 1
}
