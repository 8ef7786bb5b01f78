import { readFileSync, statSync, watch, type FSWatcher } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { placeInModule, type PartnerFile, type PartnerFiles } from '../partners/partner-files'

/** Milliseconds for which changes are gathered: an editor writes a file in several steps. */
const gatherMs = 80

/**
 * The partners of all integrations below some folders: `<folder>/<integration>/partners/*.json` and `*.mjs`.
 * A folder that is not there has none; one that is named twice is read once.
 */
export function partnerFilesIn(named: string[]): PartnerFiles {
  const folders = [...new Map(named.toReversed().map((one) => [resolve(one), one])).values()].toReversed()
  const modules = new Map<string, { mtime: number; file: PartnerFile }>()
  return {
    async read() {
      const paths = (await Promise.all(folders.map(pathsIn))).flat()
      return Promise.all(
        paths.map((path) => (path.endsWith('.mjs') ? readModule(path, modules) : readText(path))),
      )
    },
    watch(changed) {
      let timer: NodeJS.Timeout | undefined
      const soon = () => {
        clearTimeout(timer)
        timer = setTimeout(changed, gatherMs)
      }
      const watchers = folders.flatMap((folder) => watchFolder(folder, soon))
      return () => {
        clearTimeout(timer)
        for (const watcher of watchers) watcher.close()
      }
    },
  }
}

async function pathsIn(folder: string): Promise<string[]> {
  const integrations = await namesIn(folder)
  const lists = await Promise.all(
    integrations.map(async (name) => {
      const place = join(folder, name, 'partners')
      return (await namesIn(place))
        .filter((file) => /\.(json|mjs)$/.test(file))
        .map((file) => join(place, file))
    }),
  )
  return lists.flat()
}

/** In a fixed order, so that the same file always has the same say. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw problem
  }
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

function watchFolder(folder: string, changed: () => void): FSWatcher[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name === null || /(^|[\\/])partners([\\/]|$)/.test(name)) changed()
  })
  // A folder that goes away is read as an empty one.
  watcher.on('error', changed)
  return [watcher]
}
