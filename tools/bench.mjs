// @ts-check
// npm run bench: prints a table of measurements. `npm run bench -- engine start` runs some of them only;
// sizes (which app has too), cold-build, jq-leaks and intake-10min run when they are named.
import { spawnSync } from 'node:child_process'
import { register } from 'node:module'
import { build, staleBuilds } from './builds.mjs'
import { table } from './bench/table.mjs'

/** A benchmark is a module with `run`, which gives the rows of the table. */
const benchmarks = ['start', 'app', 'intake', 'storm', 'engine', 'jq']
const onlyWhenNamed = ['sizes', 'cold-build', 'jq-leaks', 'intake-10min']

const named = process.argv.slice(2)
const unknown = named.find((name) => ![...benchmarks, ...onlyWhenNamed].includes(name))
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}": ${[...benchmarks, ...onlyWhenNamed].join(', ')}.`)
  process.exit(1)
}

const stale = staleBuilds()
const problem = stale.length > 0 ? await build(stale) : undefined
if (problem !== undefined) {
  console.error(problem)
  process.exit(1)
}

// A process that has built holds memory which is none of what is measured.
if (stale.length > 0) {
  process.exit(spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1)
}

register('./ts-loader.mjs', import.meta.url)
/** @type {import('./bench/table.mjs').Row[]} */
const rows = []
for (const name of named.length > 0 ? named : benchmarks) {
  const { run } = await import(`./bench/${name}.mjs`)
  rows.push(...(await run()))
}
console.log(table(rows))
