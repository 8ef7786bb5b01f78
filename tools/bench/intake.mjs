// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countRuns, installFlow, openDoor, sendEvents, settle } from './load.mjs'
import { startProgram } from './program.mjs'

/** Seconds of sending; with a flow, which takes longer to run than an event to accept, fewer. */
const seconds = 8
const secondsWithRuns = 4
/** A hundred times the rated 2,000 events a minute; milliseconds within which 99 of 100 are answered. */
export const bars = { perMinute: 200_000, p99: 50 }

/** How many events a minute are accepted and kept, each on disk before its answer, and how soon. */
export async function run() {
  const data = mkdtempSync(join(tmpdir(), 'bench-intake-'))
  const program = await startProgram(data)
  try {
    const door = await openDoor(program.origin)
    const atStart = program.cpuTime()
    const { times, perMinute } = await sendEvents(program.origin, door, { seconds })
    const cpuTime = cpuOf(times.total, atStart, program.cpuTime())
    const megabytes = program.megabytes()
    await installFlow(program.origin)
    const beforeRuns = program.cpuTime()
    const withRuns = await sendEvents(program.origin, door, { seconds: secondsWithRuns })
    const began = performance.now()
    await settle(program.origin)
    const waited = (performance.now() - began) / 1000
    const cpuTimeWithRuns = cpuOf(withRuns.times.total, beforeRuns, program.cpuTime())
    const { all, succeeded } = await countRuns(program.origin)
    return [
      ...rowsOf('events accepted and kept, a minute', perMinute, times.quantile(0.99)),
      { name: '… half of them within', ours: `${times.quantile(0.5).toFixed(1)} ms`, peer: '' },
      { name: '… processor time for each', ours: cpuTime, peer: '' },
      { name: '… resident memory after them', ours: `${megabytes?.toFixed(0)} MB`, peer: '' },
      { name: 'the same with a run for each, a minute', ours: withRuns.perMinute.toFixed(0), peer: '' },
      {
        name: '… 99 of 100 answered within',
        ours: `${withRuns.times.quantile(0.99).toFixed(1)} ms`,
        peer: '',
      },
      { name: '… processor time for each with its run', ours: cpuTimeWithRuns, peer: '' },
      { name: '… seconds until the last run had ended', ours: waited.toFixed(1), peer: '' },
      {
        name: '… runs that are lost or failed',
        ours: String(Math.max(withRuns.times.total - all, 0) + all - succeeded),
        peer: 'bar 0',
      },
    ]
  } finally {
    await program.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

/** @param {string} name @param {number} perMinute @param {number} p99 */
export const rowsOf = (name, perMinute, p99) => [
  { name, ours: perMinute.toFixed(0), peer: `bar ${bars.perMinute}`, ratio: perMinute / bars.perMinute },
  {
    name: '… 99 of 100 answered within',
    ours: `${p99.toFixed(1)} ms`,
    peer: `bar ${bars.p99} ms`,
    ratio: p99 / bars.p99,
  },
]

/**
 * Time on a processor for one of so many: it depends less than the others on what else the machine does.
 *
 * @param {number} count @param {number | undefined} before in ms @param {number | undefined} after in ms
 */
export const cpuOf = (count, before, after) =>
  before === undefined || after === undefined ? '' : `${(((after - before) * 1000) / count).toFixed(0)} µs`
