// @ts-check
import { inRoot } from '../root.mjs'

/** How long each program is measured (ms). */
const roundTime = 2000

const rows = Array.from({ length: 6000 }, (_, id) => ({ id, name: `item ${id}`, tags: ['a', 'b'] }))
/** @type {Array<{ name: string, program: string, input: import('../../src/zis/json').Json }>} */
const programs = [
  { name: 'jq, a small program', program: '.a.b | tostring', input: { a: { b: 42 } } },
  { name: 'jq, one id out of 250 kB', program: '.rows[5999].id', input: { rows } },
  { name: 'jq, another 250 kB', program: '.rows | map({id, name: (.name | ascii_upcase)})', input: { rows } },
]

/** Programs a second through the port, with the thread and both ways in JSON. */
export async function run() {
  const jq = await makeJq()
  const measured = []
  for (const { name, program, input } of programs) {
    const began = performance.now()
    let count = 0
    while (performance.now() - began < roundTime) {
      await jq.evaluate(program, input, { milliseconds: 5000 })
      count++
    }
    const perSecond = (count * 1000) / (performance.now() - began)
    measured.push({
      name,
      ours: `${perSecond.toFixed(0)} a second`,
      peer: `${(1000 / perSecond).toFixed(2)} ms each`,
    })
  }
  await jq.close()
  return measured
}

export async function makeJq() {
  // The sources are CommonJS for jest and the build; jq's thread is started from beside them.
  Object.assign(globalThis, { __dirname: inRoot('src/simulator/node') })
  const { createJq } = await import('../../src/simulator/node/jq.ts')
  return createJq()
}
