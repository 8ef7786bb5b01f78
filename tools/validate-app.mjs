// @ts-check
import { checkAssets } from './app/check-assets.mjs'
import { checkManifest } from './app/check-manifest.mjs'
import { checkParameters } from './app/check-parameters.mjs'
import { checkTranslations } from './app/check-translations.mjs'
import { reporter } from './app/read-folder.mjs'

/**
 * Checks an app as Zendesk does when it is uploaded, so that a mistake shows before anybody uploads.
 * Where Zendesk only changes a file in silence (an SVG), that is an error here.
 *
 * @param {import('./app/read-folder.mjs').AppFiles} app
 * @returns {import('./app/read-folder.mjs').Problem[]} errors first
 */
export function validateApp(app) {
  /** @type {import('./app/read-folder.mjs').Problem[]} */
  const problems = []
  const report = reporter(problems)
  const manifest = checkManifest(app, report)
  const parameters = checkParameters(manifest?.['parameters'], report)
  checkTranslations(app, { isPrivate: manifest?.['private'] !== false, parameters }, report)
  checkAssets(app, manifest?.['location'], report)
  const rank = { error: 0, warning: 1 }
  return problems.sort((a, b) => rank[a.level] - rank[b.level])
}
