import { watch, type FSWatcher } from 'node:fs'

/** A folder to watch, itself and not what is below it. */
export interface Place {
  folder: string
  /** Whether a change of the file or folder of this name in it is of interest. */
  isWanted(name: string): boolean
}

/** Milliseconds for which changes are gathered: an editor writes a file in several steps. */
const gatherMs = 80

/**
 * Calls whenever something of interest has changed in some folders. Which folders those are is asked anew after
 * every change, and all are opened anew: a watcher stays with a folder that was deleted, whatever stands in its
 * place later.
 *
 * @returns what ends it
 */
export function watchPlaces(placesNow: () => Place[], changed: () => void): () => void {
  let watchers: FSWatcher[] = []
  let timer: NodeJS.Timeout | undefined

  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      openAnew()
      changed()
    }, gatherMs)
  }

  function openAnew(): void {
    for (const watcher of watchers) watcher.close()
    watchers = []
    let places = placesNow()
    // A folder that comes up while others are opened would be seen by nobody.
    for (let tries = 0; tries < 3; tries += 1) {
      watchers.push(...places.flatMap((place) => open(place, soon)))
      const seen = new Set(places.map(({ folder }) => folder))
      places = placesNow().filter(({ folder }) => !seen.has(folder))
      if (places.length === 0) return
    }
  }

  openAnew()
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

function open({ folder, isWanted }: Place, soon: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, (_, name) => {
      if (name === null || isWanted(name)) soon()
    })
    watcher.on('error', soon)
    return [watcher]
  } catch (problem) {
    // It went away just now, and the folder above tells of it; or it is closed to us.
    if (!isOutOfReach(problem)) process.emitWarning(problem instanceof Error ? problem : String(problem))
    return []
  }
}

/** Whether there is nothing under a name, or nothing that we may see. */
export const isOutOfReach = (problem: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP'].includes((problem as NodeJS.ErrnoException).code ?? '')
