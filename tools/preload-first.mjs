// @ts-check
import HtmlPlugin from 'html-webpack-plugin'
import { firstScripts } from './build-record.mjs'

/**
 * Names the scripts of the first load in the page, so that a browser fetches them together with the entry
 * that asks for them, not after it has run.
 */
export class PreloadFirst {
  /** @param {import('webpack').Compiler} compiler */
  apply(compiler) {
    compiler.hooks.compilation.tap('PreloadFirst', (compilation) => {
      HtmlPlugin.getHooks(compilation).alterAssetTagGroups.tap('PreloadFirst', (page) => {
        const entries = [...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles())
        const later = firstScripts(compilation).filter((file) => !entries.includes(file))
        const links = later.map((href) =>
          HtmlPlugin.createHtmlTagObject('link', { rel: 'preload', as: 'script', href }),
        )
        page.headTags.unshift(...links)
        return page
      })
    })
  }
}
