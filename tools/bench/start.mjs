// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inRoot } from '../root.mjs'
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
  const child = spawn(process.execPath, [inRoot('tools/start.mjs'), '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const origin = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error('The simulator did not start.')))
  })
  const answer = await fetch(`${origin}/`)
  await answer.arrayBuffer()
  const ms = performance.now() - began
  const megabytes = residentMegabytes(child.pid ?? 0)
  child.kill('SIGTERM')
  await ended
  return { ms, megabytes }
}

/** @param {number} pid */
function residentMegabytes(pid) {
  if (process.platform !== 'linux') return undefined
  const kB = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return kB === undefined ? undefined : (Number(kB) * 1024) / 1e6
}
