import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files that the app loads as its catalogue: one JSON per integration folder, and an index of them.
 * They are data beside the app's code, so packaging another integration needs no rebuild.
 *
 * @param {string} folder holds one folder per integration, each with integration.json and bundle.json
 * @returns {Array<[name: string, text: string]>}
 */
export function catalogueFiles(folder) {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'integration.json')))
  const files = names.map((name) => {
    const read = (file) => JSON.parse(readFileSync(join(folder, name, file), 'utf8'))
    return [`${name}.json`, JSON.stringify({ definition: read('integration.json'), bundle: read('bundle.json') })]
  })
  return [['index.json', JSON.stringify({ integrations: names })], ...files]
}
