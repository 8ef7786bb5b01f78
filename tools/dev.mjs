// @ts-check
// npm run dev: builds on every save, and starts the simulator anew when its own program changed. The
// pages see a new build by themselves: with --dev the simulator watches dist/app and dist/host.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import webpack from 'webpack'
import configure from '../webpack.config.mjs'
import { program } from './builds.mjs'

const configurations = /** @type {import('webpack').Configuration[]} */ (
  configure({}, { mode: 'development' })
)
for (const { cache } of configurations) {
  // While webpack writes its cache it builds nothing, so it waits until nothing was saved for a minute.
  if (typeof cache === 'object' && cache.type === 'filesystem') {
    Object.assign(cache, { idleTimeoutForInitialStore: 60_000, idleTimeoutAfterLargeChanges: 60_000 })
  }
}
const compiler = webpack(configurations)
if (!compiler) throw new Error('webpack made no compiler')

/** @type {import('node:child_process').ChildProcess | undefined} */
let simulator
/** What the running simulator was built as. */
let running = ''
/** Restarts follow one another; two at once would meet at the port. */
let restarting = Promise.resolve()
let isEnding = false

/** Ends the simulator and waits until its port is free again. */
async function stopSimulator() {
  if (simulator === undefined || simulator.exitCode !== null || simulator.signalCode !== null) return
  const ended = once(simulator, 'exit')
  simulator.kill('SIGTERM')
  await ended
}

async function restartSimulator() {
  const built = createHash('sha1').update(readFileSync(program)).digest('hex')
  if (built === running || isEnding) return
  running = built
  await stopSimulator()
  simulator = spawn(process.execPath, [program, ...process.argv.slice(2), '--dev'], {
    stdio: 'inherit',
  })
  simulator.on('exit', (code) => {
    // It ended by itself: a taken port, or a mistake in what was just saved. The next save tries again.
    if (code !== null && code !== 0) running = ''
  })
}

const watching = compiler.watch({ aggregateTimeout: 30 }, (error, stats) => {
  if (error) return console.error(error.message)
  if (stats?.hasErrors())
    return console.error(stats.toString({ preset: 'errors-only', colors: process.stdout.isTTY }))
  restarting = restarting.then(restartSimulator)
})

for (const built of compiler.compilers) {
  built.hooks.done.tap('dev', ({ startTime = 0, endTime = 0, compilation }) => {
    if (compilation.errors.length === 0) console.log(`${built.name} built in ${endTime - startTime} ms`)
  })
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    isEnding = true
    await Promise.all([stopSimulator(), new Promise((resolve) => watching?.close(resolve))])
    // Writes the cache, for a quick start the next time.
    await new Promise((resolve) => compiler.close(resolve))
    process.exit(0)
  })
}
