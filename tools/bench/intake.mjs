// @ts-check
import { Agent, request } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { controlToken, startProgram } from './program.mjs'

/** Seconds of sending, and how many requests are under way at once. */
const seconds = 8
const senders = 32
/** A hundred times the rated 2,000 events a minute; milliseconds within which 99 of 100 are answered. */
const bars = { perMinute: 200_000, p99: 50 }

const body = JSON.stringify({
  event_source: 'bench',
  event_type: 'thing.happened',
  input: { text: 'x'.repeat(500) },
})

/** How many events a minute are accepted and kept, each on disk before its answer, and how soon. */
export async function run() {
  const data = mkdtempSync(join(tmpdir(), 'bench-intake-'))
  const program = await startProgram(data)
  const agent = new Agent({ keepAlive: true, maxSockets: senders })
  const { port } = new URL(program.origin)
  /** @type {number[]} */
  const times = []

  /** @returns {Promise<void>} */
  const sendOne = () =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const headers = {
        authorization: `Bearer ${controlToken}`,
        'content-type': 'application/json',
        'content-length': body.length,
      }
      const sending = request(
        { host: '127.0.0.1', port, method: 'POST', path: '/_sim/events', agent, headers },
        (response) => {
          response.resume()
          response.once('end', () => {
            times.push(performance.now() - began)
            if (response.statusCode === 202) resolve()
            else reject(new Error(`An event was answered with ${response.statusCode}.`))
          })
        },
      )
      sending.once('error', reject)
      sending.end(body)
    })

  const end = performance.now() + seconds * 1000
  const sender = async () => {
    while (performance.now() < end) await sendOne()
  }
  try {
    await Promise.all(Array.from({ length: senders }, sender))
    const perMinute = (times.length / seconds) * 60
    times.sort((a, b) => a - b)
    const p99 = times[Math.floor(times.length * 0.99)] ?? 0
    return [
      {
        name: 'events accepted and kept, a minute',
        ours: perMinute.toFixed(0),
        peer: `bar ${bars.perMinute}`,
        ratio: perMinute / bars.perMinute,
      },
      {
        name: '… 99 of 100 answered within',
        ours: `${p99.toFixed(1)} ms`,
        peer: `bar ${bars.p99} ms`,
        ratio: p99 / bars.p99,
      },
      { name: '… resident memory after them', ours: `${program.megabytes()?.toFixed(0)} MB`, peer: '' },
    ]
  } finally {
    agent.destroy()
    await program.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
