// @ts-check
import { makeJq } from './jq.mjs'

const evaluations = 100_000
/** What a hundred thousand programs may leave behind (MB). */
const bar = 20

/** Resident memory before and after 100,000 programs, of which every tenth fails. Takes two minutes. */
export async function run() {
  const jq = await makeJq()
  const evaluate = (/** @type {number} */ at) =>
    jq
      .evaluate(at % 10 === 0 ? 'error("no")' : '.a | tostring', { a: at }, { milliseconds: 5000 })
      .catch(() => null)
  // Threads, caches and the heap of jq grow to their size first.
  for (let at = 0; at < evaluations / 10; at++) await evaluate(at)
  const before = process.memoryUsage().rss
  for (let at = 0; at < evaluations; at++) await evaluate(at)
  const grown = (process.memoryUsage().rss - before) / 1e6
  await jq.close()
  return [
    {
      name: '100,000 jq programs',
      ours: `${grown.toFixed(0)} MB more`,
      peer: `bar ${bar} MB`,
      ratio: grown / bar,
    },
  ]
}
