// @ts-check
import { checkAssets } from './app/check-assets.mjs'
import { checkManifest } from './app/check-manifest.mjs'
import { checkParameters } from './app/check-parameters.mjs'
import { checkRequirements } from './app/check-requirements.mjs'
import { checkSecrets } from './app/check-secrets.mjs'
import { checkTranslations } from './app/check-translations.mjs'
import { productsOf } from './app/products.mjs'
import { reporter } from './app/report.mjs'

/**
 * Checks an app as Zendesk does when it is uploaded, so that a mistake shows before anybody uploads.
 * Where Zendesk only changes a file in silence (an SVG), shows an empty place (an icon), or warns of a
 * word (a secret), what would really be wrong is an error here.
 *
 * @param {import('./app/read-folder.mjs').AppFiles} app
 * @returns {import('./app/report.mjs').Problem[]} errors first
 */
export function validateApp(app) {
  /** @type {import('./app/report.mjs').Problem[]} */
  const problems = []
  const report = reporter(problems)
  const file = checkManifest(app, report)
  const manifest = file?.value
  if (file !== undefined && manifest !== undefined) {
    const parameters = checkParameters(manifest['parameters'], file.told)
    const isPrivate = manifest['private'] !== false
    const { defaultLocale } = manifest
    checkTranslations(app, { isPrivate, defaultLocale, products: productsOf(manifest), parameters }, report)
    checkRequirements(app, manifest, report)
  }
  checkAssets(app, manifest, report)
  checkSecrets(app, report)
  const rank = { error: 0, warning: 1 }
  return problems.sort((a, b) => rank[a.level] - rank[b.level])
}
