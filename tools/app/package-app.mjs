// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { catalogueFiles } from '../catalogue.mjs'
import { validateApp } from '../validate-app.mjs'
import { trimApp, withCatalogue, zipApp } from './pack.mjs'
import { readAppFolder, textOf } from './read-folder.mjs'

/** The sizes that a package may have, in bytes. */
export const bars = { zip: 900_000, firstLoad: 170_000 }

/**
 * Packages a built app. Of an app with errors there is no zip, only the problems.
 *
 * @param {string} built the folder of the built app
 * @param {string} [integration] a folder with integration.json and bundle.json, and perhaps requirements.json
 */
export function packageApp(built, integration) {
  const whole = readAppFolder(built)
  const app = trimApp(integration === undefined ? whole : withIntegration(whole, integration))
  const problems = validateApp(app)
  if (problems.some(({ level }) => level === 'error')) return { problems }
  const { version = '0.0.0' } = JSON.parse(textOf(app.files.get('manifest.json')))
  const parts = [
    'zis-console',
    ...(integration === undefined ? [] : [basename(resolve(integration))]),
    version,
  ]
  const zip = zipApp(app)
  return {
    problems,
    name: `${parts.join('-')}.zip`,
    zip,
  }
}

/**
 * @param {import('./read-folder.mjs').AppFiles} app
 * @param {string} integration
 */
function withIntegration(app, integration) {
  const requirements = join(integration, 'requirements.json')
  return withCatalogue(
    app,
    catalogueFiles([integration]),
    existsSync(requirements) ? readFileSync(requirements) : undefined,
  )
}

/**
 * What an admin's browser fetches of script before the first page can be drawn, in bytes.
 *
 * @param {string} built the folder of the built app
 * @param {string[]} scripts their names below assets/
 */
export const gzippedSize = (built, scripts) =>
  scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(built, 'assets', name))).length, 0)
