import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCallers, type Callers, type Send } from '../support/callers'
import { startProgram } from '../support/program'
import { startSimulator } from '../support/start-simulator'

const controlToken = 'control-token-of-specs'

/** A simulator, however it runs, with what a spec of the wire needs of it. */
export interface RunningZis extends Callers {
  origin: string
  /** An integration of a new name, with a ZIS token for it. */
  integration(scopes?: string[]): Promise<{ name: string; zisToken: Send }>
  /** Turns switches; they are turned back after the test. */
  turn(switches: Record<string, unknown>): Promise<void>
  /** Moves the clock, which stands still, forward. */
  advance(seconds: number): Promise<void>
}

/**
 * Describes ZIS twice: as an object in this process, and as the program that `npm start` starts, over the
 * network. What is true of one must be true of the other.
 */
export function describeZis(name: string, suite: (zis: RunningZis) => void): void {
  describe.each([
    ['in this process', inThisProcess],
    ['as a program', asProgram],
  ])(`${name}, %s`, (_, start) => {
    const zis = {} as RunningZis
    let stop = async () => {}
    const turned = new Set<string>()

    beforeAll(async () => {
      const { callers, origin, end } = await start()
      stop = end
      let count = 0
      Object.assign(zis, callers, {
        origin,
        async integration(scopes = ['read', 'write']) {
          const name = `acme_${(count += 1)}`
          const made = await callers.admin(`POST /api/services/zis/registry/${name}`, {})
          const { id } = made.body['zendesk_oauth_client'] as { id: number }
          const { body } = await callers.admin('POST /api/v2/oauth/tokens.json', {
            token: { client_id: id, scopes },
          })
          return { name, zisToken: callers.bearer((body['token'] as { full_token: string }).full_token) }
        },
        async turn(switches) {
          for (const one of Object.keys(switches)) turned.add(one)
          const { status, text } = await callers.control('PUT /_sim/assumptions', switches)
          if (status !== 200) throw new Error(text)
        },
        async advance(seconds) {
          await callers.control('POST /_sim/clock', { advance_seconds: seconds })
        },
      } satisfies Omit<RunningZis, keyof Callers>)
      await callers.control('POST /_sim/clock', { freeze: true })
    })
    afterEach(async () => {
      if (turned.size === 0) return
      await zis.control('PUT /_sim/assumptions', Object.fromEntries([...turned].map((one) => [one, null])))
      turned.clear()
    })
    afterAll(() => stop())

    suite(zis)
  })
}

async function inThisProcess() {
  const { simulator, stop, clock: _, settle: __, ...callers } = await startSimulator({ controlToken })
  return { callers: callers as Callers, origin: simulator.origin, end: stop }
}

async function asProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'zis-conformance-'))
  const program = await startProgram('--port', '0', '--data', folder, '--control-token', controlToken)
  return {
    callers: await createCallers((request) => fetch(request), program.origin, controlToken),
    origin: program.origin,
    async end() {
      await program.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
