// @ts-check
// npm start: builds what is missing or out of date, then is the simulator.
// Only Node's own modules are loaded before that, so that a start with nothing to build is quick.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { program, staleBuilds } from './builds.mjs'
import { inRoot } from './root.mjs'

/** @param {string} sentence */
function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (!existsSync(inRoot('node_modules'))) giveUp('The dependencies are not installed yet: run `npm ci` first.')

const stale = staleBuilds()
if (stale.length > 0) {
  const list = new Intl.ListFormat('en').format(stale)
  console.log(`Building the ${list} …`)
  // In a process of its own: what webpack takes of memory is given back before the simulator begins.
  const built = spawnSync(process.execPath, [inRoot('tools/build.mjs'), ...stale], { stdio: 'inherit' })
  if (built.status !== 0) giveUp('The build failed; nothing was started.')
}

// In this process: the terminal, the signals and the exit code are the simulator's own.
process.argv = [process.execPath, program, ...process.argv.slice(2)]
createRequire(import.meta.url)(program)
