import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Files } from '../server/site'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/** The built pages below a folder that holds `host/` and `app/`. */
export const builtFiles = (folder: string): Files => ({
  host: (path) => serve(join(folder, 'host'), path),
  app: (path) => serve(join(folder, 'app'), path),
})

/** What the system says of a name under which there is no file. */
const noFile = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'])

async function serve(root: string, path: string): Promise<Response | undefined> {
  const file = normalize(join(root, path))
  // Nothing above the folder, whatever the address says.
  if (!file.startsWith(root + sep) || file.includes('\0')) return undefined
  let content: Buffer
  try {
    content = await readFile(file)
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    if (code !== undefined && noFile.has(code)) return undefined
    throw problem
  }
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  })
}
