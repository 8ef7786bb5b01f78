// @ts-check
// Builds what is named, or what is stale when nothing is named: `node tools/build.mjs [app] [host] [simulator]`.
import { build, staleBuilds } from './builds.mjs'

const named = /** @type {import('./builds.mjs').BuildName[]} */ (process.argv.slice(2))
const problem = await build(named.length > 0 ? named : staleBuilds())
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 1
}
