// @ts-check
import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/** A program that has not ended by then (ms) hangs. */
const limit = 10 * 60_000

/** A program that writes to us cannot see whether we write to a terminal. */
const colours = process.stdout.isTTY
  ? { FORCE_COLOR: '1', NO_COLOR: undefined }
  : { FORCE_COLOR: undefined, NO_COLOR: '1' }

/**
 * Runs a program to its end with nothing to read, and keeps what it writes.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>} a program that cannot be started has code 127, one
 *   that hung or was killed has code 1
 */
export const run = (program, args, { env = process.env } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, ...colours },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    /** @type {Buffer[]} */
    const output = []
    const say = (/** @type {string} */ text) => output.push(Buffer.from(`${text}\n`))
    const timer = setTimeout(() => {
      say(`${program} was still running after ${limit / 60_000} minutes and was stopped.`)
      child.kill('SIGKILL')
    }, limit)
    child.stdout.on('data', (bytes) => output.push(bytes))
    child.stderr.on('data', (bytes) => output.push(bytes))
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer)
      resolve({ code, output: Buffer.concat(output).toString() })
    }
    child.on('error', (error) => {
      say(error.message)
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })

/**
 * Runs a command of one of our dependencies.
 *
 * @param {string} file its script below node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export const runTool = (file, args, env) => run(process.execPath, [`node_modules/${file}`, ...args], { env })
