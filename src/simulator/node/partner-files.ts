import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { placeInModule, type PartnerFile, type PartnerFiles } from '../partners/partner-files'
import { candidatesIn, namesIn, placesFor } from './integration-folders'
import { watchPlaces } from './watch-places'

/**
 * The partners of all integrations of some folders, each of which holds integrations or is one itself:
 * `<integration>/partners/*.json` and `*.mjs`. A folder that is not there has none; one that is named twice is
 * read once.
 */
export function partnerFilesIn(named: string[]): PartnerFiles {
  const modules = new Map<string, { mtime: number; file: PartnerFile }>()
  return {
    async read() {
      const paths = candidatesIn(named).flatMap(partnersOf)
      return Promise.all(
        paths.map((path) => (path.endsWith('.mjs') ? readModule(path, modules) : readText(path))),
      )
    },
    watch: (changed) => watchPlaces(() => placesFor(named, [], ['partners']), changed),
  }
}

function partnersOf(integration: string): string[] {
  const place = join(integration, 'partners')
  return namesIn(place)
    .filter((file) => /\.(json|mjs)$/.test(file))
    .map((file) => join(place, file))
}

function readText(path: string): PartnerFile {
  try {
    return { path, text: readFileSync(path, 'utf8') }
  } catch (problem) {
    return { path, problem: `the file cannot be read: ${reasonOf(problem)}` }
  }
}

/** Runs a module of the user's own; anew when its file has changed. */
async function readModule(
  path: string,
  known: Map<string, { mtime: number; file: PartnerFile }>,
): Promise<PartnerFile> {
  try {
    const mtime = statSync(path).mtimeMs
    const before = known.get(path)
    if (before?.mtime === mtime) return before.file
    const url = `${pathToFileURL(resolve(path)).href}?version=${mtime}`
    const { default: exported } = (await import(/* webpackIgnore: true */ url)) as { default: unknown }
    const file = { path, exported }
    known.set(path, { mtime, file })
    return file
  } catch (problem) {
    const place = placeInModule(problem)
    return {
      path,
      problem: `the module cannot be run: ${reasonOf(problem)}`,
      ...(place && { place }),
      // Of a fault in the grammar only Node itself tells where it is.
      ...(problem instanceof SyntaxError && { way_out: `node --check ${path} shows the line; mend it` }),
    }
  }
}

const reasonOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem))
