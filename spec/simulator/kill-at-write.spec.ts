import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../src/simulator'
import { below, keyOf } from '../../src/simulator/store/keys'
import { startSimulator } from '../support/start-simulator'

/** How many of the writes are tried here; `npm run kills` tries every one. */
const sample = process.env['KILLS'] === undefined ? 12 : Infinity

/** Processes at the same time. */
const atOnce = 3

/** Runs the scenario until its process kills itself at a write; answers what it had acknowledged. */
async function runUntilWrite(folder: string, at: number): Promise<string[]> {
  const script = join(__dirname, '../support/killed-at-write.mjs')
  const child = spawn(process.execPath, [script, folder, String(at)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, problem] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  if (problem !== '') throw new Error(problem)
  return out.split('\n').filter((line) => line !== '')
}

describe('killed at a write', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zis-write-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** What is there at the next start, when everything that was under way has run. */
  async function found(place: string) {
    const store = openSqliteStore(place)
    const zis = await startSimulator({ store, key: new Uint8Array(32).fill(7) })
    await zis.settle()
    const runs = store
      .table('runs')
      .list()
      .map(([, run]) => run)
    const specs = store.table('job_specs').list()
    const state = {
      integration: store.table('integrations').has('echo'),
      clients: store.table('support_clients').count(),
      bundles: store.table('bundles').count(),
      specs: specs.length,
      installed: specs.some(([, { installed }]) => installed),
      saw: new Set(runs.map(({ result }) => result)),
      unfinished: runs.filter(({ status }) => status !== 'succeeded').map(({ status }) => status),
      open: store.table('open_runs').count() + store.table('open_events').count(),
      subjects: store
        .table('tickets')
        .list()
        .map(([, { subject }]) => subject),
      comments: store.table('comments').count(),
      nora: store
        .table('identities')
        .list()
        .some(([, { value }]) => value === 'nora@example.net'),
      merged: store.table('users').get(keyOf(9101))?.active === false,
      left: [
        ...store.table('identities').list({ prefix: below(9101) }),
        ...store
          .table('tickets')
          .list()
          .filter(([, { requester_id }]) => requester_id === 9101),
      ].length,
    }
    await zis.stop()
    return state
  }

  it('loses nothing that was acknowledged, and keeps nothing by halves', async () => {
    const whole = await runUntilWrite(mkdtempSync(join(folder, 'whole-')), 0)
    const writes = Number(whole.at(-1)!.replace('writes ', ''))
    expect(writes).toBeGreaterThan(40)
    const step = Math.max(1, writes / sample)

    async function killAt(at: number): Promise<void> {
      const place = mkdtempSync(join(folder, 'killed-'))
      const acknowledged = await runUntilWrite(place, at)
      expect(acknowledged.join()).not.toContain('writes')
      const state = await found(place)
      const lost = acknowledged.filter((line) => {
        switch (line) {
          case 'integration':
            return !state.integration
          case 'bundle':
            return state.bundles !== 1
          case 'installed':
            return !state.installed
          case 'ticket':
            return !state.subjects.includes('Kept?')
          case 'merge':
            return !state.merged
          default:
            return !state.saw.has(line.replace('event', 'saw'))
        }
      })
      expect({ at, lost, unfinished: state.unfinished, open: state.open }).toEqual({
        at,
        lost: [],
        unfinished: [],
        open: 0,
      })
      // An integration comes with its client, a bundle with its job spec, a ticket with its comment and its new
      // requester; with a merged user everything goes.
      expect([state.clients, state.specs]).toEqual([Number(state.integration), state.bundles])
      expect([state.comments, state.nora]).toEqual([state.subjects.length, state.subjects.includes('Kept?')])
      expect(state.left === 0).toBe(state.merged)
      rmSync(place, { recursive: true })
    }
    const points = Array.from({ length: Math.ceil(writes / step) }, (_, at) => 1 + Math.floor(at * step))
    // Some at a time, as each waits for its own disk and its own start.
    for (let at = 0; at < points.length; at += atOnce) {
      await Promise.all(points.slice(at, at + atOnce).map(killAt))
    }
    if (process.env['KILLS'] !== undefined) {
      process.stdout.write(`killed at each of ${points.length} writes: nothing acknowledged was lost\n`)
    }
  }, 600_000)
})
