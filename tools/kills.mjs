// @ts-check
// npm run kills [N]: kills the running simulator N times (200) in the middle of events, and at every single write
// of a scenario; then looks whether anything that was acknowledged is gone. npm test does the same with fewer.
import { spawn } from 'node:child_process'
import { build, staleBuilds } from './builds.mjs'
import { root } from './root.mjs'

const rounds = process.argv[2] ?? '200'
if (!/^[1-9]\d{0,4}$/.test(rounds)) {
  console.error(`"${rounds}" is no number of kills; give one from 1 to 99999.`)
  process.exit(1)
}
const stale = staleBuilds(['simulator'])
const problem = stale.length > 0 ? await build(stale) : undefined
if (problem !== undefined) {
  console.error(problem)
  process.exit(1)
}
const specs = ['spec/simulator/kill-restart.spec.ts', 'spec/simulator/kill-at-write.spec.ts']
const jest = [
  'node_modules/jest/bin/jest.js',
  '--ci',
  // One processor for each of the two.
  '--maxWorkers=2',
  '--selectProjects',
  'node',
  '--',
  ...specs,
]
const child = spawn(process.execPath, jest, {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, KILLS: rounds },
})
child.once('exit', (code) => process.exit(code ?? 1))
