// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram } from './program.mjs'
import { median } from './table.mjs'

const rounds = 5
/** The bars, in milliseconds and megabytes. */
const bars = { start: 500, memory: 150 }

/**
 * Starts the built simulator as `npm start` does, from the start of the process to the first answered
 * request, each time on the data of the time before.
 */
export async function run() {
  const data = mkdtempSync(join(tmpdir(), 'bench-'))
  /** @type {Array<{ ms: number, megabytes: number | undefined }>} */
  const measured = []
  try {
    // The first one makes the account; it is measured apart.
    for (let round = 0; round <= rounds; round++) measured.push(await startOnce(data))
  } finally {
    rmSync(data, { recursive: true })
  }
  const [first, ...later] = measured
  const start = median(later.map(({ ms }) => ms))
  const megabytes = later.flatMap(({ megabytes: one }) => one ?? [])
  const memory = median(megabytes)
  return [
    { name: 'first start to first answer', ours: `${first?.ms.toFixed(0)} ms`, peer: '' },
    {
      name: 'start to first answer',
      ours: `${start.toFixed(0)} ms`,
      peer: `bar ${bars.start} ms`,
      ratio: start / bars.start,
    },
    ...(megabytes.length === 0
      ? []
      : [
          {
            name: 'resident memory after start',
            ours: `${memory.toFixed(0)} MB`,
            peer: `bar ${bars.memory} MB`,
            ratio: memory / bars.memory,
          },
        ]),
  ]
}

/** @param {string} data */
async function startOnce(data) {
  const began = performance.now()
  const program = await startProgram(data)
  const answer = await fetch(`${program.origin}/`)
  await answer.arrayBuffer()
  const ms = performance.now() - began
  const megabytes = program.megabytes()
  await program.stop()
  return { ms, megabytes }
}
