import { readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Places } from '../../zis/json-text/places'
import type { IntegrationFile, IntegrationFiles, IntegrationFolder } from '../folders/integration-files'
import { candidatesIn, integrationFiles, isIntegration, namesIn, placesFor } from './integration-folders'
import { watchPlaces } from './watch-places'

/** Bytes of a file: as many as the largest body of an upload may be made to have. */
const largestFile = 5_242_880

/**
 * The integrations of some folders, each of which holds integrations or is one itself.
 *
 * @param offered those that are set up in the app
 * @param deployed those that are brought into the account by themselves
 */
export function integrationFilesIn(offered: string[], deployed: string[] = []): IntegrationFiles {
  const named = [...offered, ...deployed]
  return {
    read() {
      const toDeploy = new Set(candidatesIn(deployed).map((one) => resolve(one)))
      const folders = candidatesIn(named).filter(isIntegration)
      return Promise.resolve(folders.map((path) => readFolder(path, toDeploy.has(resolve(path)))))
    },
    watch: (changed) => watchPlaces(() => placesFor(named, integrationFiles, ['translations']), changed),
  }
}

function readFolder(path: string, isDeployed: boolean): IntegrationFolder {
  const bundle = readFile(join(path, 'bundle.json'))
  const definition = readFile(join(path, 'integration.json'))
  return {
    path,
    name: basename(resolve(path)),
    isDeployed,
    ...(bundle && { bundle }),
    ...(definition && { definition }),
    translations: namesIn(join(path, 'translations'))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => readFile(join(path, 'translations', name)) ?? []),
  }
}

/** Undefined when there is none. */
function readFile(path: string): IntegrationFile | undefined {
  let bytes: Buffer
  try {
    const stats = statSync(path)
    if (!stats.isFile()) return { path, problem: 'it is no file', way_out: 'put a file of JSON in its place' }
    if (stats.size > largestFile) {
      const problem = `it has ${stats.size} bytes; ${largestFile} are read`
      return { path, problem, way_out: 'make several bundles of it' }
    }
    bytes = readFileSync(path)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    const reason = problem instanceof Error ? problem.message : String(problem)
    return { path, problem: `it cannot be read: ${reason}`, way_out: 'let it be read' }
  }
  return decode(path, bytes)
}

/** A byte order mark is kept: whoever reads the text has something to say of it. */
function decode(path: string, bytes: Buffer): IntegrationFile {
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    const text = bytes.toString('utf8')
    const place = new Places(text).at(text.indexOf('\ufffd'))
    return { path, place, problem: 'it is no UTF-8 from here on', way_out: 'save it as UTF-8' }
  }
}
