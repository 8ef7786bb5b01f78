import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { inRoot } from '../../../tools/root.mjs'

const version = '1.0.1'
const folder = inRoot('.cache/zcli')
const script = inRoot('.cache/zcli/node_modules/@zendesk/zcli/bin/run')

/**
 * Installs the published zcli beside the project, once: it is 500 packages that nothing else needs.
 * @throws {Error} with npm's own words when it cannot be had
 */
export function installZcli(): void {
  if (existsSync(script)) return
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const args = ['install', '--prefix', folder, '--ignore-scripts', ...quiet, `@zendesk/zcli@${version}`]
  const { status, stderr } = spawnSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`@zendesk/zcli ${version} cannot be installed: ${stderr}`)
}

export interface AppServer {
  origin: string
  stop(): Promise<void>
}

/** Serves a built app with `zcli apps:server`, and waits until it says that it does. */
export async function serveWithZcli(app: string): Promise<AppServer> {
  const port = await freePort()
  const child = spawn(process.execPath, [script, 'apps:server', app, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const ended = once(child, 'exit')
  child.stderr.on('data', (bytes: Buffer) => said.push(bytes.toString()))
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      if (/server is running/.test(line)) resolve()
    })
    child.once('exit', () => reject(new Error(`zcli ended: ${said.join('\n')}`)))
  })
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** zcli cannot be asked to choose a port itself. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
