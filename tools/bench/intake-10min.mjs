// @ts-check
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bars, cpuOf, rowsOf } from './intake.mjs'
import { countRuns, installFlow, openDoor, sendEvents, settle } from './load.mjs'
import { startProgram } from './program.mjs'

/** Minutes of sending; MINUTES in the environment makes it shorter. */
const minutes = Number(process.env['MINUTES'] ?? 10)

/** Events a minute that start a run each, after the load that starts none. */
const perMinuteWithRuns = 20_000

/** Ten minutes at the bar's pace: is every event kept, how soon is it answered, and does memory stay flat? */
export async function run() {
  const data = mkdtempSync(join(tmpdir(), 'bench-soak-'))
  const program = await startProgram(data)
  /** @type {number[]} */
  const samples = []
  const sample = () => samples.push(program.megabytes() ?? 0)
  let second = 0
  try {
    const door = await openDoor(program.origin)
    const atStart = program.cpuTime()
    const { times, perMinute } = await sendEvents(program.origin, door, {
      seconds: minutes * 60,
      perMinute: bars.perMinute * 1.01,
      onSecond(sent) {
        second += 1
        if (second % 15 !== 0) return
        sample()
        console.error(`${second} s: ${sent} events, ${samples.at(-1)?.toFixed(0)} MB`)
      },
    })
    const cpuTime = cpuOf(times.total, atStart, program.cpuTime())
    await installFlow(program.origin)
    const withRuns = await sendEvents(program.origin, door, { seconds: 60, perMinute: perMinuteWithRuns })
    const began = performance.now()
    await settle(program.origin)
    const waited = (performance.now() - began) / 1000
    const { all, succeeded } = await countRuns(program.origin)
    const [early, late] = [
      median(samples.slice(0, samples.length / 3)),
      median(samples.slice(-samples.length / 3)),
    ]
    const size = statSync(join(data, 'data.sqlite')).size / 1e6
    return [
      ...rowsOf(
        `events accepted and kept, a minute, over ${minutes} minutes`,
        perMinute,
        times.quantile(0.99),
      ),
      { name: '… 999 of 1000 within', ours: `${times.quantile(0.999).toFixed(1)} ms`, peer: '' },
      { name: '… processor time for each', ours: cpuTime, peer: '' },
      { name: '… memory, median of the first third', ours: `${early.toFixed(0)} MB`, peer: '' },
      {
        name: '… memory, median of the last third',
        ours: `${late.toFixed(0)} MB`,
        peer: `${early.toFixed(0)} MB`,
        ratio: late / early,
      },
      { name: '… memory at most', ours: `${Math.max(...samples).toFixed(0)} MB`, peer: '' },
      { name: '… size of the data file', ours: `${size.toFixed(0)} MB`, peer: '' },
      {
        name: `a minute of ${perMinuteWithRuns} events with a run each`,
        ours: String(withRuns.times.total),
        peer: '',
      },
      {
        name: '… 99 of 100 answered within',
        ours: `${withRuns.times.quantile(0.99).toFixed(1)} ms`,
        peer: '',
      },
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

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
