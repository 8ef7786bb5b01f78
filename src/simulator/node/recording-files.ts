import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingFiles } from '../partners/recordings'

/** Recorded answers in a folder, one JSON file for each host; readable by its owner only. */
export function recordingFilesIn(folder: string): RecordingFiles {
  // A colon is no part of a file's name everywhere.
  const pathOf = (host: string) => join(folder, `${host.replace(':', '_')}.json`)
  return {
    async read() {
      const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'))
      return Promise.all(
        names.map(async (name) => {
          const path = join(folder, name)
          return { path, text: await readFile(path, 'utf8') }
        }),
      )
    },

    async write(host, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = pathOf(host)
      const handle = await open(`${path}.new`, 'w', 0o600)
      try {
        await handle.writeFile(text)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(`${path}.new`, path)
    },

    remove: (host) => rm(pathOf(host), { force: true }),
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw problem
  }
}
