// @ts-check
import { compileBare } from './bare-loop.mjs'
import { median } from './table.mjs'
import { workloads } from './workloads.mjs'

const rounds = 5
/** How long each of the two runs in a round (ms). */
const roundTime = 400

/**
 * The engine beside the least code that does the same: no check, no history, no copy of the data. What
 * the engine takes more is what it does more. Both run in turns in this one process.
 */
export async function run() {
  const { compileFlow } = await import('../../src/simulator/engine/compile.ts')
  const { runAttempt } = await import('../../src/simulator/engine/run.ts')
  const { expand } = await import('../../src/zis/history.ts')
  const context = {
    number: 1,
    runId: 'bench',
    integration: 'bench',
    account: { id: 1, subdomain: 'acme' },
    ports: await ports(),
  }

  const rows = []
  for (const { name, flow, input, check } of workloads) {
    const compiled = compileFlow(flow, { integration: 'bench', action: () => undefined })
    const bare = compileBare(flow)
    const engine = async () => {
      const attempt = await runAttempt(compiled, input, context)
      if (attempt.outcome.status !== 'succeeded') throw new Error(`${name}: ${attempt.outcome.result}`)
      return attempt
    }
    check(bare(input))
    const attempt = await engine()
    check(expand(attempt).at(-1)?.output)
    const { transitions } = attempt

    /** @type {number[]} */
    const ours = []
    /** @type {number[]} */
    const least = []
    for (let round = 0; round <= rounds; round++) {
      const [a, b] = [await perSecond(engine), await perSecond(async () => bare(input))]
      // The first round warms up.
      if (round > 0) {
        ours.push(a)
        least.push(b)
      }
    }
    const [a, b] = [median(ours), median(least)]
    rows.push({
      name,
      ours: `${rate(a, transitions)}`,
      peer: `bare loop ${rate(b, transitions)}`,
      ratio: b / a,
    })
  }
  return rows
}

/** @param {number} runs per second @param {number} states in a run */
const rate = (runs, states) => `${Math.round(runs)} runs/s, ${(1e6 / (runs * states)).toFixed(2)} µs a state`

/** @param {() => Promise<unknown>} once */
async function perSecond(once) {
  const began = performance.now()
  let count = 0
  while (performance.now() - began < roundTime) {
    await once()
    count++
  }
  return (count * 1000) / (performance.now() - began)
}

/**
 * What the engine asks for; the workloads send nothing and evaluate no jq.
 *
 * @returns {Promise<import('../../src/simulator/engine/ports.ts').EnginePorts>}
 */
async function ports() {
  const { createClock } = await import('../../src/simulator/clock.ts')
  const { assumptions } = await import('../../src/simulator/assumptions.ts')
  const unused = () => {
    throw new Error('A workload of the benchmark has no actions.')
  }
  return {
    clock: createClock(),
    jq: { evaluate: unused, close: async () => {} },
    send: unused,
    loadConfig: unused,
    mask: (value) => value,
    assume: (name) => assumptions[name].default,
  }
}
