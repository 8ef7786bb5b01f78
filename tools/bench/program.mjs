// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inRoot } from '../root.mjs'

/** Fixed, so that a benchmark can use the control paths. */
export const controlToken = 'control-token-of-bench'

/**
 * Starts the built simulator as `npm start` does, on a free port.
 *
 * @param {string} data
 */
export async function startProgram(data) {
  const args = ['--port', '0', '--data', data, '--control-token', controlToken]
  const child = spawn(process.execPath, [inRoot('tools/start.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  /** @type {string} */
  const origin = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error('The simulator did not start.')))
  })
  return {
    origin,
    /** Resident memory in MB; undefined where the system does not tell. */
    megabytes: () => residentMegabytes(child.pid ?? 0),
    /** Time on a processor so far, in ms; undefined where the system does not tell. */
    cpuTime: () => cpuTime(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** @param {number} pid */
function residentMegabytes(pid) {
  if (process.platform !== 'linux') return undefined
  const kB = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return kB === undefined ? undefined : (Number(kB) * 1024) / 1e6
}

/** Of a process's times, in the hundredths of a second that Linux counts in. @param {number} pid */
function cpuTime(pid) {
  if (process.platform !== 'linux') return undefined
  // The name of the program, in brackets, may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
