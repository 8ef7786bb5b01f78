// @ts-check
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { compileBare } from './bare-loop.mjs'
import { loadPeer } from './peer.mjs'
import { enginePorts } from './ports.mjs'
import { median } from './table.mjs'
import { longFlow, workloads } from './workloads.mjs'

const rounds = 5
/** How long each runs in a round (ms). */
const roundTime = 400
/** Goals: states a second beside the peer, loading beside the peer, and memory of a waiting run (bytes). */
const memoryGoal = 20_000

/** @typedef {import('./table.mjs').Row} Row */

/**
 * The engine beside the least code that does the same (no check, no history, no limits) and beside another
 * engine of the same language. All run in turns in this one process; definitions are loaded before.
 */
export async function run() {
  const peer = await loadPeer()
  /** @type {Row[]} */
  const rows = []
  for (const workload of workloads) rows.push(...(await compare(workload, peer)))
  return [...rows, ...(await loading(peer)), await waiting()]
}

/**
 * @param {import('./workloads.mjs').Workload} workload
 * @param {import('./peer.mjs').Peer} peer
 * @returns {Promise<Row[]>}
 */
async function compare({ name, flow, input, limits, check }, peer) {
  const { compileFlow } = await import('../../src/simulator/engine/compile.ts')
  const { runAttempt } = await import('../../src/simulator/engine/run.ts')
  const { expand } = await import('../../src/zis/history.ts')
  const compiled = compileFlow(flow, { integration: 'bench', action: () => undefined })
  const context = { ...(await attemptContext()), ...(limits && { limits }) }
  const engine = async () => {
    const attempt = await runAttempt(compiled, input, context)
    if (attempt.outcome.status !== 'succeeded') throw new Error(`${name}: ${attempt.outcome.result}`)
    return attempt
  }
  const bare = compileBare(flow)
  const machine = peer.load(flow)

  const attempt = await engine()
  check(
    expand(attempt)
      .filter(({ within }) => !within)
      .at(-1)?.output,
  )
  check(bare(input))
  check(await machine.run(input).result)

  const [ours = 0, least = 0, theirs = 0] = await inTurns([
    engine,
    async () => bare(input),
    () => machine.run(input).result,
  ])
  const { transitions } = attempt
  const row = (/** @type {string} */ other, /** @type {number} */ runs) => ({
    name,
    ours: rate(ours, transitions),
    peer: `${other} ${rate(runs, transitions)}`,
    ratio: runs / ours,
  })
  return [row('bare loop', least), row(peer.name, theirs)]
}

/**
 * From the JSON of a bundle with 250 states to a flow that can run.
 *
 * @param {import('./peer.mjs').Peer} peer
 * @returns {Promise<Row[]>}
 */
async function loading(peer) {
  const { checkBundle } = await import('../../src/zis/bundle/check.ts')
  const { compileFlow } = await import('../../src/simulator/engine/compile.ts')
  const resources = { long: { type: 'ZIS::Flow', properties: { name: 'long', definition: longFlow } } }
  const text = JSON.stringify({ zis_template_version: '2019-10-14', name: 'bench', resources })
  const flowText = JSON.stringify(longFlow)
  const load = async () => {
    const { bundle } = checkBundle(JSON.parse(text), { integration: 'bench' })
    if (!bundle?.flows[0]) throw new Error('The bundle of the benchmark is refused.')
    compileFlow(bundle.flows[0].definition, { integration: 'bench', action: () => undefined })
  }
  const [ours = 0, theirs = 0] = await inTurns([load, async () => peer.load(JSON.parse(flowText))])
  const milliseconds = (/** @type {number} */ perSecond) => `${(1000 / perSecond).toFixed(2)} ms`
  return [
    {
      name: 'load and check 250 states',
      ours: milliseconds(ours),
      peer: `${peer.name} ${milliseconds(theirs)}`,
      ratio: theirs / ours,
    },
  ]
}

/**
 * Memory of a run that waits, beside its data.
 *
 * @returns {Promise<Row>}
 */
async function waiting() {
  const { compileFlow } = await import('../../src/simulator/engine/compile.ts')
  const { runAttempt } = await import('../../src/simulator/engine/run.ts')
  /** @type {import('./workloads.mjs').Flow} */
  const flow = {
    StartAt: 'Note',
    States: {
      Note: { Type: 'Pass', Result: 'seen', ResultPath: '$.note', Next: 'Wait' },
      Wait: { Type: 'Wait', Seconds: 50, End: true },
    },
  }
  const compiled = compileFlow(flow, { integration: 'bench', action: () => undefined })
  const context = await attemptContext()
  const { clock } = context.ports
  clock.freeze(0)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const count = 5000
  collect()
  const before = process.memoryUsage().heapUsed
  const runs = Array.from({ length: count }, (_, id) => runAttempt(compiled, { input: { id } }, context))
  await new Promise((resolve) => setImmediate(resolve))
  collect()
  const bytes = (process.memoryUsage().heapUsed - before) / count
  clock.advance(50_000)
  await Promise.all(runs)
  return {
    name: 'memory of a waiting run',
    ours: `${(bytes / 1000).toFixed(1)} kB`,
    peer: `goal ${memoryGoal / 1000} kB`,
    ratio: bytes / memoryGoal,
  }
}

const attemptContext = async () => ({
  number: 1,
  runId: 'bench',
  integration: 'bench',
  account: { id: 1, subdomain: 'acme' },
  ports: await enginePorts(),
})

/** @param {number} runs per second @param {number} states in a run */
const rate = (runs, states) => `${Math.round(runs)} runs/s, ${(1e6 / (runs * states)).toFixed(2)} µs a state`

/**
 * How many times a second each of them can be done: medians of rounds, each round with another one first.
 *
 * @param {Array<() => Promise<unknown>>} works
 */
async function inTurns(works) {
  /** @type {number[][]} */
  const rates = works.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < works.length; turn++) {
      const at = (round + turn) % works.length
      const perSecond = await measure(works[at] ?? (async () => {}))
      // The first round warms up.
      if (round > 0) rates[at]?.push(perSecond)
    }
  }
  return rates.map(median)
}

/** @param {() => Promise<unknown>} once */
async function measure(once) {
  const began = performance.now()
  let count = 0
  while (performance.now() - began < roundTime) {
    await once()
    count++
  }
  return (count * 1000) / (performance.now() - began)
}
