// @ts-check
// npm test: every check that the project has, to the end even when one fails. What follows `--` narrows
// the specs: `npm test -- spec/zis`. The last line is always `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { findOrInstallBrowser } from './browser.mjs'
import { countSpecs } from './count-specs.mjs'
import { inRoot } from './root.mjs'
import { run, runTool } from './run.mjs'

let passed = 0
let failed = 0
let browser = ''

/** @typedef {{ code: number, output: string }} Ended */

/** @type {Array<{ name: string, check: () => Promise<Ended> }>} */
const stages = [
  { name: 'build', check: () => run(process.execPath, ['tools/build.mjs']) },
  { name: 'lint', check: () => runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'types', check: () => runTool('typescript/bin/tsc', ['--noEmit']) },
  {
    name: 'format',
    check: () => runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  },
  { name: 'browser', check: lookForBrowser },
]

/** @returns {Promise<Ended>} */
async function lookForBrowser() {
  const found = await findOrInstallBrowser()
  if ('problem' in found) return { code: 1, output: found.problem }
  browser = found.browser
  return { code: 0, output: '' }
}

/**
 * @param {string} name
 * @param {() => Promise<Ended>} check
 */
async function stage(name, check) {
  const began = performance.now()
  const { code, output } = await check()
  const isGood = code === 0
  console.log(`${isGood ? '✓' : '✗'} ${name.padEnd(8)} ${((performance.now() - began) / 1000).toFixed(1)} s`)
  if (!isGood) console.log(output.trimEnd())
  return isGood
}

/** Runs the stages, as many at once as there are cores. */
async function runStages() {
  const waiting = [...stages]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (await stage(next.name, next.check)) passed++
      else failed++
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker))
}

/** Runs the specs, without those that need a browser when there is none, and counts each test. */
async function runSpecs() {
  const report = inRoot('.cache/jest.json')
  mkdirSync(inRoot('.cache'), { recursive: true })
  rmSync(report, { force: true })
  const args = ['--ci', '--json', `--outputFile=${report}`, '--maxWorkers=100%', ...process.argv.slice(2)]
  if (browser === '') args.push('--selectProjects', 'node', 'page')
  const isGood = await stage('specs', () =>
    runTool('jest/bin/jest.js', args, { ...process.env, CHROME_PATH: browser }),
  )
  const counted = countSpecs(
    existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined,
    isGood,
  )
  passed += counted.passed
  failed += counted.failed
}

await runStages()
await runSpecs()
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
