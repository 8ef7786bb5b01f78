import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isOutOfReach, type Place } from './watch-places'

/** The files that make a folder the folder of an integration. */
export const integrationFiles = ['bundle.json', 'integration.json'] as const

/** A folder that is named twice counts once, by the name that it had first. */
export function onlyOnce(named: string[]): string[] {
  const seen = new Map<string, string>()
  for (const one of named) if (!seen.has(resolve(one))) seen.set(resolve(one), one)
  return [...seen.values()]
}

/** Whether a folder is an integration itself; any other may hold some. */
export const isIntegration = (folder: string): boolean =>
  integrationFiles.some((name) => existsSync(join(folder, name)))

/**
 * The folders in which an integration may be: those that were named, where they are one themselves, else the
 * folders in them. A folder that is not there holds none.
 */
export const candidatesIn = (named: string[]): string[] =>
  onlyOnce(
    onlyOnce(named).flatMap((folder) =>
      isIntegration(folder)
        ? [folder]
        : namesIn(folder)
            .filter((name) => !isForeign(name))
            .map((name) => join(folder, name))
            .filter(isFolder),
    ),
  )

/** Folders of tools, in which much changes that is nobody's integration. */
const isForeign = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** In a fixed order, so that the same file always has the same say. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (problem) {
    if (isOutOfReach(problem)) return []
    throw problem
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (problem) {
    if (isOutOfReach(problem)) return false
    throw problem
  }
}

/**
 * The places to watch for integrations that come and go, and for some of what they hold.
 *
 * @param files names of files in the folder of an integration
 * @param folders names of folders there, whose files are all of interest
 */
export const placesFor = (named: string[], files: readonly string[], folders: readonly string[]): Place[] => [
  ...onlyOnce(named).flatMap(aroundFolder),
  ...candidatesIn(named).flatMap((folder): Place[] => [
    { folder, isWanted: (name) => files.includes(name) || folders.includes(name) || isOwnFile(name) },
    ...folders
      .map((name) => join(folder, name))
      .filter(isFolder)
      .map((inner) => ({ folder: inner, isWanted: () => true })),
    ...files.flatMap((name) => behindLink(join(folder, name))),
  ]),
]

/** Which of the files are there decides whether a folder is an integration. */
const isOwnFile = (name: string): boolean => integrationFiles.some((one) => one === name)

/** Where it shows that a folder comes or goes, and what is in it where it holds integrations. */
function aroundFolder(named: string): Place[] {
  const folder = resolve(named)
  const above = dirname(folder)
  if (!isFolder(folder) && !isFolder(above) && above !== folder) return aroundFolder(above)
  return [
    { folder: above, isWanted: (name) => name === basename(folder) },
    ...(isFolder(folder) && !isIntegration(folder)
      ? [{ folder, isWanted: (name: string) => !isForeign(name) }]
      : []),
  ]
}

/** A file that is a link changes where it leads to. */
function behindLink(path: string): Place[] {
  try {
    const target = realpathSync(path)
    if (target === resolve(path)) return []
    return [{ folder: dirname(target), isWanted: (name) => name === basename(target) }]
  } catch (problem) {
    if (isOutOfReach(problem)) return []
    throw problem
  }
}
