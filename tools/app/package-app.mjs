// @ts-check
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { catalogueOf } from '../catalogue.mjs'
import { validateApp } from '../validate-app.mjs'
import { trimApp, withCatalogue, zipApp } from './pack.mjs'
import { readAppFolder, textOf } from './read-folder.mjs'

/** The sizes that a package may have, in bytes. */
export const bars = { zip: 900_000, firstLoad: 170_000 }

/**
 * Packages a built app.
 *
 * @param {string} built the folder of the built app
 * @param {string} [integration] a folder with integration.json and bundle.json
 */
export function packageApp(built, integration) {
  const whole = readAppFolder(built)
  const app = trimApp(integration === undefined ? whole : withCatalogue(whole, catalogueOf([integration])))
  const problems = validateApp(app)
  if (problems.some(({ level }) => level === 'error')) return { problems }
  const { version = '0.0.0' } = JSON.parse(textOf(app.files.get('manifest.json') ?? new Uint8Array()))
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
 * What an admin's browser fetches of script before the first page can be drawn, in bytes.
 *
 * @param {string} built the folder of the built app
 * @param {string[]} scripts their names below assets/
 */
export const gzippedSize = (built, scripts) =>
  scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(built, 'assets', name))).length, 0)
